import { z } from 'zod';
import { Id, Texts } from './common.ts';

export const Contact = z.object({
  email: z.union([z.email(), z.literal('')]).default(''),
  phone: z.string().max(60).default(''),
  address: z.string().max(300).default(''),
  web: z.union([z.url(), z.literal('')]).default(''),
});
export type Contact = z.infer<typeof Contact>;

/**
 * What the institution decided once about a word. `lock`: stays as it is; `fixed`: a pair of spellings; `stem`: a
 * digraph cut in two, written `in|jekc`.
 */
export const GlossaryEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lock'), word: z.string().trim().min(1).max(100) }),
  z.object({
    kind: z.literal('fixed'),
    latin: z.string().trim().min(1).max(100),
    cyrillic: z.string().trim().min(1).max(100),
  }),
  z.object({ kind: z.literal('stem'), stem: z.string().trim().min(2).max(100) }),
]);
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

export const Institution = z.object({
  id: Id,
  slug: z.string(),
  names: Texts,
  shortNames: Texts,
  descriptions: Texts,
  colour: z.string(),
  logoUrl: z.string().nullable(),
  logoMediaId: Id.nullable(),
  timeZone: z.string(),
  contact: Contact,
  /** Hours after its time from which a post asks before it goes out; 0: whatever is late, null: never. */
  askLateAfterHours: z.number().nullable(),
  glossary: z.array(GlossaryEntry),
  isDemo: z.boolean(),
  /** Send it back as `If-Match`. */
  revision: z.number(),
});
export type Institution = z.infer<typeof Institution>;

export const InstitutionChange = z.object({
  names: Texts.optional(),
  shortNames: Texts.optional(),
  descriptions: Texts.optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .transform((colour) => colour.toLowerCase())
    .optional(),
  logoMediaId: Id.nullable().optional(),
  timeZone: z.string().max(60).optional(),
  contact: Contact.optional(),
  askLateAfterHours: z.number().int().min(0).max(168).nullable().optional(),
});
export type InstitutionChange = z.infer<typeof InstitutionChange>;

export const NewInstitution = z.object({
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  names: Texts,
  shortNames: Texts,
  timeZone: z.string().max(60).default('Europe/Sarajevo'),
});

/** The first page of an empty installation: the first institution and its first administrator. */
export const FirstSteps = z.object({
  institution: NewInstitution,
  administrator: z.object({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254),
    password: z.string().min(12).max(200),
  }),
  /** Printed by the program when it starts empty, so that no stranger takes the chair. */
  code: z.string().max(100),
});
