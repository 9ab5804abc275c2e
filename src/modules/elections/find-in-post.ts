import type { Tx } from '#/db/database.ts';
import { VARIANTS, type Variant } from '#/language/index.ts';
import type { Check } from '#/language/checks/index.ts';
import { searchFor, type Hit } from '#/language/names/index.ts';
import { readAllCaptions, readImages } from '#/modules/media/index.ts';
import { listStanding, type ExceptionRow } from './exception-queries.ts';
import * as queries from './queries.ts';
import { goesOutAt, isSilentAt, type HoldCause } from './rules.ts';

type Texts = Partial<Record<Variant, string>>;

/** What of a post an election period looks at. */
export type WrittenPost = {
  id: string;
  origin_kind: string | null;
  content: {
    texts: Texts;
    cyrillicFollows: boolean;
    overrides: Readonly<Record<string, Texts>>;
    images: readonly { mediaId: string; alt: Texts }[];
    dueAt: string | null;
  };
};

export type Found = {
  period: queries.PeriodRow;
  entry: queries.EntryRow;
  found: string;
  /** Where in the composer. */
  path: string;
  at: { start: number; end: number } | null;
  exception: ExceptionRow | null;
};

/** What a post meets in the periods that cover the moment at which it goes out. */
export type Meeting = {
  periods: queries.PeriodRow[];
  moment: Temporal.Instant;
  found: Found[];
  /** What holds it, and for which period; the silence before the series. */
  hold: { period: queries.PeriodRow; cause: HoldCause } | null;
};

const NONE: Omit<Meeting, 'moment'> = { periods: [], found: [], hold: null };

/** Asks the periods about a post as it would go out: at its time, or now. Where there is no period, one question is all. */
export async function meetPeriods(tx: Tx, post: WrittenPost, now: Temporal.Instant): Promise<Meeting> {
  const { dueAt } = post.content;
  const moment = goesOutAt(dueAt === null ? null : Temporal.Instant.from(dueAt), now);
  const periods = await queries.periodsAt(tx, moment);
  if (periods.length === 0) return { ...NONE, moment };
  return { periods, moment, found: await findListed(tx, post, periods), hold: holdOf(periods, post, moment) };
}

export function holdOf(
  periods: readonly queries.PeriodRow[],
  post: Pick<WrittenPost, 'origin_kind'>,
  moment: Temporal.Instant,
): Meeting['hold'] {
  const silent = periods.find((period) => isSilentAt(period, moment));
  if (silent) return { period: silent, cause: 'silence' };
  const [first] = periods;
  return first && post.origin_kind === 'repeat' ? { period: first, cause: 'repeat' } : null;
}

/** Every listed entry in everything of a post that people will read, hear written, or see in a picture. */
async function findListed(
  tx: Tx,
  post: WrittenPost,
  periods: readonly queries.PeriodRow[],
): Promise<Found[]> {
  const byId = new Map(periods.map((period) => [period.id, period]));
  const entries = await queries.listEntryRows(tx, [...byId.keys()]);
  if (entries.length === 0) return [];
  const search = searchFor(
    entries.map((row) => ({ ...row, shortForm: row.short_form, familyAlone: row.family_alone })),
  );
  const listed = new Map(entries.map((entry) => [entry.id, entry]));
  const exceptions = await listStanding(tx, post.id);
  const toFound = ({ id, found, start, end }: Hit, path: string, marks: boolean): Found => {
    const entry = listed.get(id)!;
    return {
      period: byId.get(entry.period_id)!,
      entry,
      found,
      path,
      at: marks ? { start, end } : null,
      exception: exceptions.find((one) => one.entry_id === id) ?? null,
    };
  };
  const hits = [];
  for (const { path, text, marks } of [...textsOf(post.content), ...(await mediaTexts(tx, post.content))])
    hits.push(...search(text).map((hit) => toFound(hit, path, marks)));
  return hits;
}

type Searched = { path: string; text: string; marks: boolean };

/** Cyrillic that is made says what its Latin says. */
function* textsOf({
  texts,
  overrides,
  images,
  cyrillicFollows,
}: WrittenPost['content']): Generator<Searched> {
  const written = VARIANTS.filter((variant) => !(cyrillicFollows && variant === 'sr-Cyrl'));
  const of = (place: string, some: Texts) =>
    written.flatMap((variant) => {
      const text = some[variant];
      return text ? [{ path: `${place}/${variant}`, text, marks: true }] : [];
    });
  yield* of('/content/texts', texts);
  for (const [network, some] of Object.entries(overrides)) yield* of(`/content/overrides/${network}`, some);
  for (const [index, { alt }] of images.entries())
    yield* of('', alt).map(({ text }) => ({ path: `/content/images/${index}`, text, marks: false }));
}

/** What was read in pictures, and the captions of videos. */
async function mediaTexts(tx: Tx, { images }: WrittenPost['content']): Promise<Searched[]> {
  const rows = await readImages(
    tx,
    images.map(({ mediaId }) => mediaId),
  );
  const searched: Searched[] = [];
  for (const [index, { mediaId }] of images.entries()) {
    const row = rows.find(({ id }) => id === mediaId);
    if (!row) continue;
    const path = `/content/images/${index}`;
    if (row.read_text) searched.push({ path, text: row.read_text, marks: false });
    if (row.kind === 'video')
      for (const { vtt } of await readAllCaptions(tx, mediaId))
        searched.push({ path, text: vtt, marks: false });
  }
  return searched;
}

/** The same as checks of a post: what blocks it, and what will hold it. */
export function checksOf({ found, hold }: Meeting): Check[] {
  const seen = new Set<string>();
  const checks = found.flatMap(({ entry, period, path, at, exception, ...hit }): Check[] => {
    const key = `${entry.id} ${path}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        code: exception ? 'election.excepted' : 'election.listed',
        blocks: exception === null,
        params: {
          found: hit.found,
          entry: entry.name || entry.short_form,
          why: entry.why === '' ? '' : `: ${entry.why}`,
          period: period.name,
          reason: exception?.reason ?? '',
          by: exception?.made_by_name ?? '',
        },
        path,
        ...(at ? { at } : {}),
      },
    ];
  });
  if (hold)
    checks.push({
      code: `election.${hold.cause}`,
      blocks: false,
      params: { period: hold.period.name },
      path: '/content/due',
    });
  return checks;
}
