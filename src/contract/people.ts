import { z } from 'zod';
import { Id, Instant, Role, Texts, Variant } from './common.ts';

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
  /** Names of acts that these roles allow, such as `post.approve`. */
  permissions: z.array(z.string()),
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

export const Colleague = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  twoFactor: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const NewColleague = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  roles: z.array(Role).min(1),
});
/** The first password is shown once, to the administrator who made the colleague. Null where they had an account. */
export const AddedColleague = Colleague.extend({ firstPassword: z.string().nullable() });

export const ColleagueRoles = z.object({ roles: z.array(Role) });

/** Whether the second factor goes too, for who lost the phone with it. Nothing is taken for granted. */
export const PasswordRenewal = z.object({ endTwoFactor: z.boolean() });
/** Shown once, to the administrator who gave it. */
export const RenewedPassword = z.object({ firstPassword: z.string() });

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;
export const NewApiKey = z.object({ name: z.string().trim().min(1).max(80), role: Role });
export const CreatedApiKey = ApiKey.extend({ secret: z.string() });
