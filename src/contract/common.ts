import { z } from 'zod';

/** The five variants of a message. Kept equal to `language/variants.ts` by a test. */
export const VARIANTS = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'] as const;
export const Variant = z.enum(VARIANTS);
export type Variant = z.infer<typeof Variant>;

export const Id = z.uuid();
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime({ offset: true });
export const IsoDate = z.iso.date();

/** One text in some or all variants. */
export const Texts = z.partialRecord(Variant, z.string().max(10_000));
export type Texts = z.infer<typeof Texts>;

export const ROLES = [
  'administrator',
  'head',
  'editor',
  'translator',
  'responder',
  'adviser',
  'analyst',
  'auditor',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What an API key may be limited to. Writing brings its reading. */
export const SCOPES = [
  'posts:read',
  'posts:write',
  'plan:read',
  'plan:write',
  'media:read',
  'media:write',
  'deliveries:read',
  'deliveries:write',
  'accounts:read',
  'accounts:write',
  'institution:read',
  'institution:write',
  'people:read',
  'people:write',
  'record:read',
] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

/** Lists are paged by key: `after` is the cursor that the page before gave. */
export const PageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const FieldFault = z.object({
  /** JSON pointer into the body, such as `/content/texts/bs`. */
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The sentence in the reader's language. */
  message: z.string(),
});

/** Problem details, RFC 9457. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string(),
  faults: z.array(FieldFault).optional(),
  /** What a caller needs to recover, such as the current state of what somebody else changed. */
  current: z.unknown().optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export const Reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  said: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

export const PersonRef = z.object({ id: Id, name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;
