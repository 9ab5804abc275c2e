import { z } from 'zod';
import { Id, Instant, PersonRef, Role, Scope, Texts, Variant } from './common.ts';

export const Membership = z.object({
  institution: z.object({
    id: Id,
    slug: z.string(),
    names: Texts,
    shortNames: Texts,
    colour: z.string(),
    logoUrl: z.string().nullable(),
    timeZone: z.string(),
    isDemo: z.boolean(),
  }),
  roles: z.array(Role),
  /** Names of acts that these roles allow, or a signature that is lent, such as `post.approve`. */
  permissions: z.array(z.string()),
  /** Whether this session opens the institution, or what keeps it out. */
  access: z.enum(['open', 'other-institution', 'second-factor-missing', 'second-factor-not-used']),
  /** From when the institution asks for a second factor; null where it does not, or where this session has one. */
  secondFactorBy: Instant.nullable(),
  /** What the person does until then: set one up, or sign in with the one they have. */
  secondFactorStep: z.enum(['set-up', 'use']).nullable(),
});
export type Membership = z.infer<typeof Membership>;

/** Who is signed in, and where they belong. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  language: Variant,
  twoFactor: z.boolean(),
  memberships: z.array(Membership),
});
export type Me = z.infer<typeof Me>;

export const MeChange = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  language: Variant.optional(),
});

export const SessionInfo = z.object({
  id: Id,
  current: z.boolean(),
  startedAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

/** Accounts to which a role is limited; a role that is not named holds for all. */
export const AccountLimits = z.partialRecord(Role, z.array(Id).min(1).max(200));
export type AccountLimits = z.infer<typeof AccountLimits>;

export const Colleague = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  limits: AccountLimits,
  /** Codes of an app besides the password. */
  twoFactor: z.boolean(),
  /** Two steps in one. */
  hasPasskey: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const ColleagueRoles = z.object({ roles: z.array(Role), limits: AccountLimits.default({}) });

/** The delegate signs for the principal while it lasts. */
export const Delegation = z.object({
  id: Id,
  principal: PersonRef,
  delegate: PersonRef,
  reason: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Ended before its time. */
  endedAt: Instant.nullable(),
  state: z.enum(['coming', 'standing', 'over']),
});
export type Delegation = z.infer<typeof Delegation>;
export const NewDelegation = z.object({
  principalId: Id,
  delegateId: Id,
  reason: z.string().trim().min(1).max(500),
  startsAt: Instant,
  endsAt: Instant,
});

/** Whether the second factor goes too, for who lost the phone with it. Nothing is taken for granted. */
export const PasswordRenewal = z.object({ endTwoFactor: z.boolean() });
/** Shown once, to the administrator who gave it. */
export const RenewedPassword = z.object({ firstPassword: z.string() });

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  /** Null is everything that the role may. */
  scopes: z.array(Scope).nullable(),
  createdAt: Instant,
  /** Null has no end. */
  endsAt: Instant.nullable(),
  /** To the minute. */
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
/** The role stays the upper limit; scopes take away from it. */
export const NewApiKey = z.object({
  name: z.string().trim().min(1).max(80),
  role: Role,
  scopes: z.array(Scope).min(1).nullable().default(null),
  endsAt: Instant.nullable().default(null),
});
export const CreatedApiKey = ApiKey.extend({ secret: z.string() });
/** What the key of a request opens. */
export const KeyInHand = z.object({
  institution: z.object({ id: Id, slug: z.string(), names: Texts, timeZone: z.string() }),
  role: Role,
  /** Null is everything that the role may. */
  scopes: z.array(Scope).nullable(),
});
export type KeyInHand = z.infer<typeof KeyInHand>;
