import { z } from 'zod';
import { Id, Instant, PersonRef, Role, Texts, Variant } from './common.ts';
import { AccountLimits } from './people.ts';

export const INVITATION_STATES = ['pending', 'accepted', 'expired', 'withdrawn'] as const;

export const Invitation = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  limits: AccountLimits,
  state: z.enum(INVITATION_STATES),
  /** False where its link was handed to the administrator. */
  mailed: z.boolean(),
  by: PersonRef.nullable(),
  sentAt: Instant,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const NewInvitation = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  /** Of the invitation; the person chooses again when they accept. */
  language: Variant.default('bs'),
  roles: z.array(Role).min(1),
  limits: AccountLimits.default({}),
});

/** `link` where no e-mail is sent: shown this once, for the administrator to hand over. */
export const SentInvitation = z.object({
  /** They had an account with this Glasnik and work here from now on. */
  joined: z.boolean(),
  link: z.string().nullable(),
});

/** What stands in the link. */
export const InvitationLink = z.object({
  invitationId: Id,
  serial: z.number().int().min(1),
  signature: z.string().min(1).max(200),
});

/** What the page shows before anybody says yes. */
export const OpenInvitation = z.object({
  institution: z.object({ names: Texts, slug: z.string() }),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  expiresAt: Instant,
});

export const InvitationAnswer = InvitationLink.extend({
  name: z.string().trim().min(1).max(120),
  password: z.string().min(12).max(200),
  language: Variant,
});

export const JoinedInstitution = z.object({
  slug: z.string(),
  email: z.string(),
  /** The address had an account already: its old password stays. */
  hadAccount: z.boolean(),
});
