import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import {
  insertMedia,
  keepCaptions,
  listCaptions,
  readAllCaptions,
  readMediaRows,
  withdrawConsent,
  type CaptionsRow,
  type MediaRow,
} from './queries.ts';

type Captions = Pick<CaptionsRow, 'variant' | 'vtt' | 'cues' | 'file_name'>;

/** A picture or a video with its captions, on its way to another institution. */
export type AdoptableMedia = { row: MediaRow; captions: readonly Captions[] };

/** What of these is there to take along. */
export async function readMediaToAdopt(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<AdoptableMedia[]> {
  if (ids.length === 0) return [];
  permit(actor, 'media.read');
  const found: AdoptableMedia[] = [];
  for (const row of await readMediaRows(tx, ids)) {
    const facts = await listCaptions(tx, [row.id]);
    const whole = await readAllCaptions(tx, row.id);
    const captions = facts.map((one) => ({
      ...one,
      vtt: whole.find(({ variant }) => variant === one.variant)?.vtt ?? '',
    }));
    found.push({ row, captions });
  }
  return found;
}

/**
 * Puts media of one institution into the library of another. Files are shared by their hash, so only rows are made;
 * what the library has already keeps its own captions.
 * Whom a picture shows is not carried into another institution; that consent was withdrawn is. Answers the new ids by the old ones.
 */
export async function adoptMedia(
  tx: Tx,
  actor: Actor,
  media: readonly AdoptableMedia[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  permit(actor, 'media.upload');
  const ids = new Map<string, string>();
  for (const { row, captions } of media) {
    const { search: _search, uploaded_at: _at, end_told_on: _told, revision: _revision, ...all } = row;
    const { poster_at: _came, ...facts } = all;
    const isWithdrawn = row.consent === 'withdrawn';
    const persons = {
      shows: '',
      consent: isWithdrawn ? ('withdrawn' as const) : ('none' as const),
      consent_until: null,
      tags: [],
    };
    const owner = { institution_id: actor.institutionId, uploaded_by: actor.personId, now };
    const { id, isNew } = await insertMedia(tx, { ...facts, ...persons, ...owner, id: newId() });
    ids.set(row.id, id);
    if (!isNew) {
      if (isWithdrawn && (await withdrawConsent(tx, id)))
        await record(tx, actor, now, {
          kind: 'media.described',
          subjectType: 'media',
          subjectId: id,
          detail: { consent: 'withdrawn' },
        });
      continue;
    }
    for (const { variant, vtt, cues, file_name } of captions)
      await keepCaptions(tx, { ...owner, media_id: id, variant, vtt, cues, file_name });
    await record(tx, actor, now, {
      kind: 'media.adopted',
      subjectType: 'media',
      subjectId: id,
      detail: { sha256: row.sha256, institutionId: row.institution_id },
    });
  }
  return ids;
}
