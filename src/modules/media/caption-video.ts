import * as captions from 'media-captions';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem, type Fault } from '#/kernel/errors.ts';
import { cleanText, type Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { dropCaptions, keepCaptions, readMediaRow } from './queries.ts';

type Cue = { startTime: number; endTime: number; text: string };
/** What we use of the library, whose own types name their files without endings, so that TypeScript sees none. */
type Parser = {
  parseText: (
    text: string,
    options: { type: 'vtt' | 'srt'; strict: boolean; errors: boolean },
  ) => Promise<{ cues: Cue[]; errors: { code: number; line: number }[] }>;
  ParseErrorCode: { BadTimestamp: number };
};
const { parseText, ParseErrorCode } = captions as unknown as Parser;

type Deps = { db: Db; clock: Clock };
export type CaptionFile = { fileName: string; text: string };

/**
 * Keeps captions of a video in one variant, from WebVTT or SubRip; kept as WebVTT, which browsers show.
 * @throws Problem `captions.wrong` with every line that is wrong; `captions.not-a-video`
 */
export async function captionVideo(
  deps: Deps,
  actor: Actor,
  mediaId: string,
  variant: Variant,
  file: CaptionFile,
): Promise<void> {
  permit(actor, 'media.upload');
  const cues = await readCues(file);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await requireVideo(tx, mediaId);
    await keepCaptions(tx, {
      institution_id: actor.institutionId,
      media_id: mediaId,
      variant,
      vtt: toVtt(cues),
      cues: cues.length,
      file_name: cleanText(file.fileName).text.slice(0, 200),
      uploaded_by: actor.personId,
      now,
    });
    await told(tx, actor, now, 'media.captioned', mediaId, variant);
  });
}

/** Takes the captions of one variant away. */
export async function removeCaptions(
  deps: Deps,
  actor: Actor,
  mediaId: string,
  variant: Variant,
): Promise<void> {
  permit(actor, 'media.upload');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await requireVideo(tx, mediaId);
    if (!(await dropCaptions(tx, mediaId, variant))) throw new Problem('not-found', 'captions.not-found');
    await told(tx, actor, now, 'media.captions-removed', mediaId, variant);
  });
}

async function requireVideo(tx: Tx, mediaId: string): Promise<void> {
  const media = await readMediaRow(tx, mediaId);
  if (!media) throw new Problem('not-found', 'media.not-found');
  if (media.kind !== 'video') throw new Problem('conflict', 'captions.not-a-video');
}

const told = (tx: Tx, actor: Actor, now: Temporal.Instant, kind: string, mediaId: string, variant: Variant) =>
  record(tx, actor, now, { kind, subjectType: 'media', subjectId: mediaId, detail: { variant } });

const MOST_FAULTS = 50;

/** The cues, or a fault for each line that is none. */
export async function readCues(file: CaptionFile): Promise<Cue[]> {
  const text = cleanText(file.text.replace(/^\uFEFF/, '')).text;
  const type = /^WEBVTT(?:\s|$)/.test(text) ? 'vtt' : 'srt';
  if (type === 'srt' && /\.vtt$/i.test(file.fileName)) throw wrong([fault(1, 'captions.no-head')]);
  const { cues, errors } = await parseText(text, { type, strict: false, errors: true });
  const faults = errors.map(({ line, code }) =>
    fault(line, code === ParseErrorCode.BadTimestamp ? 'captions.time' : 'captions.line'),
  );
  faults.push(...wrongTimes(text));
  if (cues.length === 0 && faults.length === 0) faults.push(fault(1, 'captions.empty'));
  const once = faults.filter((one, at) => faults.findIndex(({ path }) => path === one.path) === at);
  if (once.length > 0) throw wrong(once.toSorted((a, b) => lineOf(a) - lineOf(b)));
  return cues;
}

const TIME = String.raw`((?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s+-->\s+${TIME}(?:\s.*)?$`);
/** An arrow, or two times with something else between them. */
const MEANT_AS_TIMING = /-->|\d:\d{2}[.,]\d{1,3}\D{1,6}\d{1,3}:\d{2}/;

/** The parser leaves out captions whose time it cannot read or believe; a person must hear of them. */
function wrongTimes(text: string): Fault[] {
  let before = 0;
  return text.split('\n').flatMap((line, at) => {
    const [whole, from = '', to = ''] = TIMING.exec(line) ?? [];
    if (whole === undefined) return MEANT_AS_TIMING.test(line) ? fault(at + 1, 'captions.time') : [];
    const start = secondsOf(from);
    if (secondsOf(to) <= start) return fault(at + 1, 'captions.backwards');
    if (start < before) return fault(at + 1, 'captions.order');
    before = start;
    return [];
  });
}

const secondsOf = (time: string): number =>
  time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);

const fault = (line: number, code: string): Fault => ({ path: `/lines/${line}`, code, params: { line } });
const lineOf = ({ params }: Fault): number => Number(params?.line ?? 0);
const wrong = (faults: Fault[]): Problem =>
  new Problem('invalid', 'captions.wrong', {
    params: { count: faults.length },
    faults: faults.slice(0, MOST_FAULTS),
  });

const toVtt = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues
    .map(
      ({ startTime, endTime, text }) =>
        `${stamp(startTime)} --> ${stamp(endTime)}\n${text.replace(/\n{2,}/g, '\n')}`,
    )
    .join('\n\n')}\n`;

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
