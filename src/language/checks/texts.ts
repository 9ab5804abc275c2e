import type { Variant } from '../variants.ts';
import type { Check, Finding } from './check.ts';
import { capitals, fakeFonts, lookAlikes } from './letters.ts';
import { emojiBullets, emojiMany } from './emoji.ts';
import { figuresDiffer } from './figures.ts';
import { genderedForms } from './gendered.ts';
import { hashtagCase, hashtagPlace } from './hashtags.ts';
import { levelOf, type RuleLevels, type RuleName } from './rules.ts';
import { longSentences } from './sentences.ts';
import { toCheck } from './to-check.ts';

type Texts = Partial<Record<Variant, string>>;

/** What of a post its language rules look at. */
export type WrittenPost = {
  texts: Texts;
  cyrillicFollows: boolean;
  /** Texts that differ on one network. */
  overrides: Readonly<Record<string, Texts>>;
};

const OF_ONE_TEXT: readonly (readonly [RuleName, (text: string, variant: Variant) => Iterable<Finding>])[] = [
  ['long-sentences', longSentences],
  ['hashtag-case', hashtagCase],
  ['hashtag-place', hashtagPlace],
  ['emoji-many', emojiMany],
  ['emoji-bullets', emojiBullets],
  ['capitals', capitals],
  ['fake-fonts', fakeFonts],
  ['look-alikes', lookAlikes],
  ['gendered-forms', genderedForms],
];
const ORDER: readonly Variant[] = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'];

/** The rules of good writing over every text of a post. Cyrillic that is made is not looked at: its Latin is. */
export function checkWriting(post: WrittenPost, levels: RuleLevels): Check[] {
  const checks: Check[] = [];
  for (const [variant, text] of written(post.texts, post.cyrillicFollows))
    checks.push(...checkText(text, variant, `/content/texts/${variant}`, levels));
  for (const [network, texts] of Object.entries(post.overrides))
    for (const [variant, text] of written(texts, post.cyrillicFollows))
      checks.push(...checkText(text, variant, `/content/overrides/${network}/${variant}`, levels));
  for (const { kind, variant, ...finding } of figuresDiffer(written(post.texts, post.cyrillicFollows)))
    checks.push(
      ...toCheck(kind === 'date' ? 'dates-differ' : 'numbers-differ', levels, `/content/texts/${variant}`, {
        ...finding,
        params: { variant, ...finding.params },
      }),
    );
  return checks;
}

function checkText(text: string, variant: Variant, path: string, levels: RuleLevels): Check[] {
  return OF_ONE_TEXT.flatMap(([rule, find]) =>
    levelOf(levels, rule) === 'off'
      ? []
      : [...find(text, variant)].flatMap((finding) =>
          toCheck(rule, levels, path, { ...finding, params: { variant, ...finding.params } }),
        ),
  );
}

function written(texts: Texts, cyrillicFollows: boolean): (readonly [Variant, string])[] {
  return ORDER.flatMap((variant) => {
    const text = texts[variant] ?? '';
    const made = variant === 'sr-Cyrl' && cyrillicFollows;
    return text.trim() === '' || made ? [] : [[variant, text] as const];
  });
}
