import { z } from 'zod';
import { Id, Instant, PageQuery, PersonRef } from './common.ts';

export const Act = z.object({
  id: Id,
  kind: z.string(),
  /** The kind as a sentence in the reader's language. */
  text: z.string(),
  by: PersonRef.nullable(),
  via: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  version: z.number().nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Whose signature it was, where somebody lent theirs. */
  onBehalfOf: PersonRef.nullable(),
  /** Names of the people whose ids stand in `detail`. */
  people: z.array(PersonRef),
  at: Instant,
  /** Position in the chain; null for the moment until the act is linked. */
  link: z.number().nullable(),
});
export type Act = z.infer<typeof Act>;

export const ActQuery = PageQuery.extend({
  subjectType: z.string().max(40).optional(),
  subjectId: z.string().max(80).optional(),
});

export const Verification = z.object({
  acts: z.number(),
  waiting: z.number(),
  /** Null: the chain holds. */
  broken: z
    .object({
      no: z.number(),
      actId: z.string().nullable(),
      fault: z.enum(['act-changed', 'act-missing', 'link-changed', 'link-missing', 'act-unlinked']),
    })
    .nullable(),
});
export type Verification = z.infer<typeof Verification>;
