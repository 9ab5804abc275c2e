import { z } from 'zod';
import { Id, Instant, PageQuery, PersonRef, Variant } from './common.ts';
import { GlossaryEntry } from './institutions.ts';

export const RULE_LEVELS = ['block', 'warn', 'off'] as const;
export const RuleLevel = z.enum(RULE_LEVELS);

/** Kept equal to `language/checks/rules.ts` by a test. */
export const WRITING_RULE_NAMES = [
  'long-sentences',
  'hashtag-case',
  'hashtag-place',
  'emoji-many',
  'emoji-bullets',
  'capitals',
  'fake-fonts',
  'look-alikes',
  'gendered-forms',
  'dates-differ',
  'numbers-differ',
  'dead-link',
  'text-in-picture',
  'no-captions',
] as const;
export const RuleLevels = z.partialRecord(z.enum(WRITING_RULE_NAMES), RuleLevel);
export type RuleLevels = z.infer<typeof RuleLevels>;

export const WritingSettings = z.object({
  /** What the institution decided about rules; one that is not named stands at its default. */
  levels: RuleLevels,
  machine: z.object({
    /** Where the operator's machine answers; null where there is none. */
    host: z.string().nullable(),
    model: z.string().nullable(),
    /** Whether this institution lets it help. */
    on: z.boolean(),
  }),
  /** Send it back as `If-Match`. */
  revision: z.number(),
});
export type WritingSettings = z.infer<typeof WritingSettings>;

export const WritingChange = z.object({
  levels: RuleLevels.optional(),
  machineHelp: z.boolean().optional(),
});

const Word = z.string().trim().min(1).max(100);
/** How one thing is said in each language; a `*` at the end of a word stands for any ending. */
export const Term = z.object({
  kind: z.literal('term'),
  texts: z
    .partialRecord(z.enum(['bs', 'hr', 'sr-Latn', 'en']), Word)
    .refine((texts) => Object.keys(texts).length > 1),
});
export const WordEntry = z.union([GlossaryEntry, Term]);
export type WordEntry = z.infer<typeof WordEntry>;
export const WORD_KINDS = ['lock', 'fixed', 'stem', 'term'] as const;

export const Taught = z.object({ entry: WordEntry, note: z.string().trim().max(500).default('') });

export const GlossaryItem = z.object({
  id: Id,
  entry: WordEntry,
  note: z.string(),
  state: z.enum(['proposed', 'accepted']),
  proposedBy: PersonRef.nullable(),
  proposedAt: Instant,
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
});
export type GlossaryItem = z.infer<typeof GlossaryItem>;

export const GlossaryQuery = PageQuery.extend({
  search: z.string().max(100).optional(),
  kind: z.enum(WORD_KINDS).optional(),
  state: z.enum(['proposed', 'accepted']).optional(),
});
export const EntryDecision = z.object({ accept: z.boolean() });
export const GlossaryCsv = z.object({ csv: z.string().max(900_000) });
export const Imported = z.object({ added: z.number(), known: z.number() });

export const WordDecisions = z.object({
  terms: z.array(z.object({ id: Id, texts: z.partialRecord(Variant, z.string()) })),
  decisions: z.array(
    z.object({
      key: z.string(),
      decision: z.enum(['always', 'never']),
      by: PersonRef.nullable(),
      at: Instant,
    }),
  ),
});
export type WordDecisions = z.infer<typeof WordDecisions>;
export const WordDecision = z.object({
  key: z.string().trim().min(3).max(300),
  /** Null forgets it: the suggestion is made again, each time. */
  decision: z.enum(['always', 'never']).nullable(),
});

export const LinksToLookAt = z.object({
  urls: z
    .array(z.url({ protocol: /^https?$/ }).max(2000))
    .min(1)
    .max(10),
});
export const Look = z.object({
  url: z.string(),
  /** `unsure`: nobody can say; the server does not like robots, or took too long. */
  state: z.enum(['answers', 'dead', 'unsure']),
  status: z.number().nullable(),
  card: z
    .object({
      title: z.string(),
      description: z.string(),
      picture: z
        .object({
          url: z.string(),
          width: z.number(),
          height: z.number(),
          bytes: z.number(),
          alt: z.string(),
        })
        .nullable(),
      /** Why there is no picture. */
      pictureFault: z.enum(['none', 'gone', 'broken', 'too-large']).nullable(),
    })
    .nullable(),
});
export type Look = z.infer<typeof Look>;

export const MachineAsk = z.object({
  task: z.enum(['simpler', 'shorter', 'translate', 'alt-text']),
  text: z.string().trim().min(1).max(8000),
  variant: Variant,
  /** The variant that is wanted; the same one for everything but a translation. */
  to: Variant,
});
export type MachineAsk = z.infer<typeof MachineAsk>;
export const MachinePreview = z.object({ message: z.string(), host: z.string(), model: z.string() });
/** `seen`: the message that the preview showed. Another one is refused, because nobody has seen it. */
export const MachineSend = MachineAsk.extend({ seen: z.string().max(20_000) });
export const MachineSuggestion = z.object({
  id: Id,
  sent: z.string(),
  answer: z.string(),
  host: z.string(),
  model: z.string(),
});
export const MachineOutcome = z.object({ taken: z.boolean() });
