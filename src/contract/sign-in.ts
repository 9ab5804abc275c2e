import { z } from 'zod';
import { Id, Instant, Role } from './common.ts';

/** "Sign in with …": what the sign-in page shows for an address. */
export const SignInOffer = z.object({ id: Id, name: z.string() });
export type SignInOffer = z.infer<typeof SignInOffer>;

export const GroupRoles = z.object({
  /** As the directory writes it; capitals do not matter. */
  group: z.string().trim().min(1).max(300),
  roles: z.array(Role).min(1),
});
export type GroupRoles = z.infer<typeof GroupRoles>;

const common = {
  name: z.string().trim().min(1).max(120),
  /** Only people with an address in one of these are let in. */
  domains: z
    .array(
      z
        .string()
        .trim()
        .max(253)
        .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i),
    )
    .min(1)
    .max(20),
  /** The claim or attribute that holds the groups. */
  groupsClaim: z.string().trim().min(1).max(300).default('groups'),
  roleMapping: z.array(GroupRoles).max(100),
  /** Whether signing in there counts as a second factor here. */
  vouches: z.boolean(),
};

export const SignInProviderInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('oidc'),
    ...common,
    issuer: z.string().trim().min(1).max(500),
    clientId: z.string().trim().min(1).max(300),
    /** Left out of a change, the kept one stays. Never answered. */
    clientSecret: z.string().max(2000).optional(),
  }),
  z.object({
    kind: z.literal('saml'),
    ...common,
    /** The directory's metadata as XML, or their address. Left out of a change, the kept ones stay. */
    metadata: z.string().max(300_000).optional(),
  }),
]);
export type SignInProviderInput = z.infer<typeof SignInProviderInput>;

/** With the id that the list has set aside: then the addresses that were registered before are the right ones. */
export const NewSignInProvider = SignInProviderInput.and(z.object({ id: Id.optional() }));
export type NewSignInProvider = z.infer<typeof NewSignInProvider>;

export const SignInProvider = z.object({
  id: Id,
  kind: z.enum(['oidc', 'saml']),
  ...common,
  groupsClaim: z.string(),
  domains: z.array(z.string()),
  issuer: z.string(),
  clientId: z.string().nullable(),
  hasSecret: z.boolean(),
  entryPoint: z.string().nullable(),
  /** What the directory's administrator registers: where its answers go. */
  redirectUrl: z.string(),
  /** SAML: our metadata, and at the same time our name. */
  metadataUrl: z.string().nullable(),
  revision: z.number(),
  updatedAt: Instant,
});
export type SignInProvider = z.infer<typeof SignInProvider>;

/** What can be registered at a directory before it is added here with this id. */
export const ComingProvider = z.object({
  id: Id,
  oidc: z.object({ redirectUrl: z.string() }),
  saml: z.object({ redirectUrl: z.string(), metadataUrl: z.string() }),
});
export type ComingProvider = z.infer<typeof ComingProvider>;

/** A date ahead is the time that people are given; null asks for no second factor. */
export const SignInRules = z.object({ secondFactorFrom: Instant.nullable() });
export type SignInRules = z.infer<typeof SignInRules>;

export const SignInTest = z.object({
  findings: z.array(
    z.object({
      step: z.enum(['address', 'keys', 'secret', 'certificate', 'groups']),
      state: z.enum(['good', 'warning', 'bad']),
      /** What was found, and what to do where it is not good. */
      text: z.string(),
    }),
  ),
});
export type SignInTest = z.infer<typeof SignInTest>;
