import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Role } from '#/modules/people/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    sign_in_providers: ProviderTable;
    sign_in_rules: SignInRuleTable;
  }
}

/** The roles that a group of the directory gives. */
export type GroupRoles = { group: string; roles: Role[] };

export type ProviderTable = {
  id: string;
  institution_id: string;
  kind: 'oidc' | 'saml';
  name: string;
  domains: string[];
  issuer: string;
  client_id: string | null;
  /** Sealed; its owner is the row. */
  client_secret: string | null;
  entry_point: string | null;
  certificates: string[];
  groups_claim: string;
  role_mapping: Jsonb<GroupRoles[]>;
  vouches: boolean;
  revision: number;
  created_at: Timestamp;
  updated_at: Timestamp;
};

export type SignInRuleTable = {
  institution_id: string;
  second_factor_from: NullableTimestamp;
  revision: number;
  updated_at: Timestamp;
};
