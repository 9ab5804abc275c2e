import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { cleanText, foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { lockMediaRow, updateDetails } from './queries.ts';
import type { Rights } from './rights.ts';

export type MediaDetails = Rights & { tags: readonly string[] };

/** Says by what right a picture is shown, and words to find it by. @throws Problem `media.not-found`, `media.changed` where somebody came first */
export async function describeMedia(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  mediaId: string,
  revision: number,
  given: MediaDetails,
): Promise<void> {
  permit(actor, 'media.upload');
  const clean = (text: string) => cleanText(text).text.trim();
  const details = {
    ...given,
    // A day that no form shows any more would still be warned of.
    consent_until: given.consent === 'given' ? given.consent_until : null,
    author: clean(given.author),
    source: clean(given.source),
    shows: clean(given.shows),
    tags: distinct(given.tags.map(clean)),
  };
  await deps.db.within(actor, async (tx) => {
    const media = await lockMediaRow(tx, mediaId);
    if (!media) throw new Problem('not-found', 'media.not-found');
    if (media.revision !== revision)
      throw new Problem('changed', 'media.changed', { detail: { revision: media.revision } });
    await updateDetails(tx, mediaId, details, searchOf(media.file_name, details));
    const { licence, licensed_until: until, consent, consent_until: consentUntil } = details;
    await record(tx, actor, deps.clock.now(), {
      kind: 'media.described',
      subjectType: 'media',
      subjectId: mediaId,
      // Whom it shows, and tags that may say so, stay out of the record, which nobody can take anything out of.
      detail: { licence, until, consent, consentUntil },
    });
  });
}

/** Of words that differ in script, case or diacritics alone the first stays. */
function distinct(tags: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const tag of tags)
    if (tag !== '' && !byFold.has(foldForSearch(tag))) byFold.set(foldForSearch(tag), tag);
  return [...byFold.values()];
}

const searchOf = (fileName: string, { tags, author, source, shows }: MediaDetails): string =>
  foldForSearch([fileName, ...tags, author, source, shows].join(' '));
