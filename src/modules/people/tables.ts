import type { ColumnType } from 'kysely';
import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { AccountLimits } from './permit.ts';
import type { Role } from './policy.ts';
import type { Scope } from './scopes.ts';

declare module '#/db/database.ts' {
  interface Tables {
    people: PersonTable;
    sessions: SessionTable;
    credentials: CredentialTable;
    two_factors: TwoFactorTable;
    passkeys: PasskeyTable;
    verifications: VerificationTable;
    memberships: MembershipTable;
    membership_accounts: MembershipAccountTable;
    delegations: DelegationTable;
    api_keys: ApiKeyTable;
    invitations: InvitationTable;
  }
}

export type PersonTable = {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean | null;
  language: string;
  created_at: Timestamp;
  updated_at: Timestamp;
};

export type SessionTable = {
  id: string;
  person_id: string;
  token: string;
  expires_at: Timestamp;
  ip_address: string | null;
  user_agent: string | null;
  strong: boolean;
  provider_id: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};

/** Written by better-auth; here only for passwords that an administrator sets. */
export type CredentialTable = {
  id: string;
  person_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};

export type TwoFactorTable = { id: string; person_id: string; secret: string; backup_codes: string };

/** Written by better-auth's passkey plugin. */
export type PasskeyTable = { id: string; person_id: string; name: string | null };

/** Written by better-auth; `value` is the person where it belongs to a sign-in. */
export type VerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
};

export type MembershipTable = {
  id: string;
  institution_id: string;
  person_id: string;
  role: Role;
  created_at: Timestamp;
  ended_at: NullableTimestamp;
  /** The directory whose groups gave it; given by hand where there is none. */
  provider_id: string | null;
};

/** The accounts to which a role is limited; none means all. */
export type MembershipAccountTable = { membership_id: string; institution_id: string; account_id: string };

/** The delegate signs for the principal while it lasts. */
export type DelegationTable = {
  id: string;
  institution_id: string;
  principal_id: string;
  delegate_id: string;
  reason: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  created_by: string | null;
  created_at: Timestamp;
  ended_at: NullableTimestamp;
};

export type ApiKeyTable = {
  id: string;
  institution_id: string;
  name: string;
  role: Role;
  hash: string;
  created_by: string | null;
  created_at: Timestamp;
  last_used_at: NullableTimestamp;
  revoked_at: NullableTimestamp;
  /** Null is everything that the role may. */
  scopes: ColumnType<Scope[] | null, Scope[] | null | undefined, never>;
  ends_at: NullableTimestamp;
};

export type InvitationTable = {
  id: string;
  institution_id: string;
  name: string;
  email: string;
  variant: string;
  roles: Role[];
  limits: Jsonb<AccountLimits>;
  serial: number;
  mailed: boolean;
  invited_by: string | null;
  created_at: Timestamp;
  sent_at: Timestamp;
  expires_at: Timestamp;
  accepted_at: NullableTimestamp;
  accepted_by: ColumnType<string | null, string | null | undefined, string | null>;
  withdrawn_at: NullableTimestamp;
};
