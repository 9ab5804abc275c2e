import { z } from 'zod';
import { Id, Instant, PersonRef, Variant } from './common.ts';

export const ELECTION_LEVELS = ['state', 'entity', 'canton', 'municipality', 'brcko'] as const;
export const ElectionLevel = z.enum(ELECTION_LEVELS);
export type ElectionLevel = z.infer<typeof ElectionLevel>;

const Day = z.iso.date();
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Line = z.string().trim().max(200);

/** Days and times on the clock of the polls, Europe/Sarajevo. */
export const ElectionInput = z.object({
  name: z.string().trim().min(1).max(120),
  level: ElectionLevel,
  startsOn: Day,
  pollingOn: Day,
  /** The last day of the period, on which the results are out. */
  endsOn: Day,
  opensAt: Time.default('07:00'),
  closesAt: Time.default('19:00'),
  /** When the silence begins; null: 24 hours before polling opens. It lasts until polls close. */
  silenceFrom: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .nullable()
    .default(null),
});
export type ElectionInput = z.infer<typeof ElectionInput>;

export const ELECTION_STATES = ['coming', 'running', 'silence', 'over', 'withdrawn'] as const;
export const Election = z.object({
  id: Id,
  /** `all`: by the coordinator, over every institution. */
  scope: z.enum(['institution', 'all']),
  name: z.string(),
  level: ElectionLevel,
  state: z.enum(ELECTION_STATES),
  startsOn: Day,
  pollingOn: Day,
  endsOn: Day,
  opensAt: Time,
  closesAt: Time,
  silenceFrom: z.string(),
  /** The same as moments: first, start of the silence, close of the polls, and the one after the last. */
  moments: z.object({ start: Instant, silence: Instant, close: Instant, end: Instant }),
  declaredBy: PersonRef.nullable(),
  declaredAt: Instant,
  withdrawnAt: Instant.nullable(),
  revision: z.number(),
});
export type Election = z.infer<typeof Election>;

export const ENTRY_KINDS = ['person', 'mark'] as const;
export const ElectionEntryInput = z.object({
  kind: z.enum(ENTRY_KINDS),
  name: Line,
  /** Candidate of whom, for what. */
  why: Line.default(''),
  /** Of a mark, as it is written: `ABC`. */
  shortForm: Line.default(''),
  slogans: z.array(Line).max(20).default([]),
  hashtags: z.array(Line).max(20).default([]),
  /** Of a person: whether the family name alone, with a capital letter, is enough. */
  familyAlone: z.boolean().default(true),
});
export type ElectionEntryInput = z.infer<typeof ElectionEntryInput>;

export const ElectionEntry = z.object({
  id: Id,
  scope: z.enum(['institution', 'all']),
  kind: z.enum(ENTRY_KINDS),
  name: z.string(),
  why: z.string(),
  shortForm: z.string(),
  slogans: z.array(z.string()),
  hashtags: z.array(z.string()),
  familyAlone: z.boolean(),
});
export type ElectionEntry = z.infer<typeof ElectionEntry>;

/** One entry a line, fields apart by a tab or `;`. Persons: name; why. Marks: name; short form; slogans by `|`; hashtags. */
export const ElectionListInput = z.object({ kind: z.enum(ENTRY_KINDS), text: z.string().max(500_000) });

export const ElectionView = z.object({
  election: Election,
  entries: z.array(ElectionEntry),
  /** How many people here may give the second approval; null where it is asked for all institutions. */
  secondApprovers: z.number().nullable(),
});
export type ElectionView = z.infer<typeof ElectionView>;

export const HouseElections = z.object({ coordinator: z.boolean(), items: z.array(Election) });
export type HouseElections = z.infer<typeof HouseElections>;

export const ELECTION_TABLES = ['posts', 'accounts', 'named', 'exceptions', 'held'] as const;
/** A workbook holds every table; a CSV file is the one that is asked for. */
export const ElectionReportQuery = z.object({
  language: Variant.default('bs'),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  table: z.enum(ELECTION_TABLES).default('posts'),
});

const Named = z.object({ postId: Id, title: z.string() });

/** What an institution did in a period; of one that still runs, up to now. */
export const ElectionReport = z.object({
  election: Election,
  until: Instant,
  accounts: z.array(
    z.object({ id: Id, network: z.string(), networkName: z.string(), handle: z.string(), posts: z.number() }),
  ),
  /** What went out, in order. */
  posts: z.array(
    Named.extend({
      at: Instant,
      places: z.array(z.object({ networkName: z.string(), handle: z.string(), url: z.string().nullable() })),
      approvals: z.array(z.object({ name: z.string(), onBehalfOf: z.string().nullable(), at: Instant })),
      inSilence: z.boolean(),
    }),
  ),
  /** Posts in which an entry was found, and which could not go out with it. */
  named: z.array(Named.extend({ entry: z.string(), why: z.string(), found: z.string(), at: Instant })),
  exceptions: z.array(
    Named.extend({
      entry: z.string(),
      reason: z.string(),
      by: z.string(),
      at: Instant,
      endedAt: Instant.nullable(),
    }),
  ),
  held: z.array(
    Named.extend({
      cause: z.enum(['repeat', 'silence']),
      at: Instant,
      letGo: z.object({ by: z.string(), at: Instant }).nullable(),
    }),
  ),
});
export type ElectionReport = z.infer<typeof ElectionReport>;

/** What a post meets in the periods that cover the moment at which it would go out. */
export const PostElection = z.object({
  periods: z.array(
    z.object({ id: Id, name: z.string(), level: ElectionLevel, scope: z.enum(['institution', 'all']) }),
  ),
  /** Whether two people have approved it as it stands. */
  second: z.enum(['needed', 'given']),
  /** It will not go out by itself: it is a copy of a series, or it would go out in the silence. */
  hold: z.object({ cause: z.enum(['repeat', 'silence']), period: z.string(), letGo: z.boolean() }).nullable(),
  /** Listed entries that it names, each once. */
  found: z.array(
    z.object({
      entryId: Id,
      entry: z.string(),
      why: z.string(),
      period: z.string(),
      found: z.string(),
      exception: z.object({ id: Id, reason: z.string(), by: z.string(), at: Instant }).nullable(),
    }),
  ),
});
export type PostElection = z.infer<typeof PostElection>;
