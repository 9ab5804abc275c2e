import type { HashtagSet, Variant } from '#/contract/index.ts';
import type { Edit } from '../edits.ts';
import type { Draft } from '../draft.ts';

/**
 * Puts the hashtags of each variant at the end of its text, where those who listen are not interrupted. Hashtags that
 * stand there already stay as they are; nothing is written into a variant that has no hashtags in the set. Answers the
 * same draft where nothing changes.
 */
export const addHashtags =
  (tags: HashtagSet['tags']): Edit =>
  (draft) => {
    const texts: Draft['texts'] = { ...draft.texts };
    let changed = false;
    for (const [variant, text] of Object.entries(draft.texts) as [Variant, string][]) {
      const missing = (tags[variant] ?? []).filter((tag) => !hasTag(text, tag));
      if (missing.length === 0) continue;
      changed = true;
      texts[variant] = withTags(text, missing);
    }
    return changed ? { ...draft, texts } : draft;
  };

const hasTag = (text: string, tag: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}_#]+/u)
    .includes(`#${tag.toLowerCase()}`);

function withTags(text: string, tags: readonly string[]): string {
  const line = tags.map((tag) => `#${tag}`).join(' ');
  const end = text.trimEnd();
  if (end === '') return line;
  return /#[\p{L}\p{M}\p{N}_]+$/u.test(end) ? `${end} ${line}` : `${end}\n\n${line}`;
}
