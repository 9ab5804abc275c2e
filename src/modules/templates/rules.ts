import type { Fault } from '#/kernel/errors.ts';
import { VARIANTS, cleanText } from '#/language/index.ts';
import { inPascalCase } from '#/language/checks/hashtags.ts';
import type { SetTags } from './tables.ts';

const TAG = /^[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*$/u;

/**
 * Hashtags as they are kept: without the sign, once each, in PascalCase where the rule of writing knows how a tag is cut
 * into words. Where it does not, and where something is no hashtag at all, a person says it better.
 */
export function tidyTags(wished: SetTags): { tags: SetTags; faults: Fault[] } {
  const faults: Fault[] = [];
  const tags: SetTags = {};
  for (const variant of VARIANTS) {
    const path = `/tags/${variant}`;
    const kept = (wished[variant] ?? []).flatMap((written) => {
      const tag = cleanText(written).text.trim().replace(/^#/, '');
      if (tag === '') return [];
      const better = TAG.test(tag) ? inPascalCase(tag) : undefined;
      if (better === undefined) faults.push({ path, code: 'hashtag-set.no-tag', params: { tag: written } });
      if (better === null) faults.push({ path, code: 'hashtag-set.case', params: { tag } });
      return better ? [better] : [];
    });
    if (kept.length > 0) tags[variant] = [...new Set(kept)];
  }
  return { tags, faults };
}
