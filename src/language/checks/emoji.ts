import type { Finding } from './check.ts';

const ONE = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?`;
const EMOJI = new RegExp(
  String.raw`\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|${ONE}(?:\u200D(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?)\p{Emoji_Modifier}?)*`,
  'gu',
);
/** At the head of a line also those that are drawn as plain signs: ✔ ➡ ▶. Not ©, ® and ™. */
const BULLET = new RegExp(
  String.raw`^([ \t]*)((?![©®™])(?:${EMOJI.source}|\p{Extended_Pictographic}))[ \t]*(?=\S)`,
  'gmu',
);
const MOST = 3;

/** More than three: each is read out by its name. */
export function* emojiMany(text: string): Generator<Finding> {
  const found = [...text.matchAll(EMOJI)];
  const fourth = found[MOST];
  if (!fourth) return;
  yield {
    params: { count: found.length, max: MOST },
    start: fourth.index,
    end: fourth.index + fourth[0].length,
    mend: { start: 0, end: text.length, text: without(text, found.slice(MOST)) },
  };
}

/** Takes them out, each with the space that would be left over beside it. */
function without(text: string, emoji: readonly RegExpExecArray[]): string {
  let left = text;
  for (const { index, 0: one } of emoji.toReversed()) {
    const before = left.slice(0, index);
    const after = left.slice(index + one.length);
    left = /^(?:[\s.,;:!?]|$)/u.test(after) ? before.replace(/[ \t]+$/u, '') + after : before + after;
  }
  return left;
}

/** Two lines or more that begin with an emoji are a list; a dash does the same and is not read out. */
export function* emojiBullets(text: string): Generator<Finding> {
  const found = [...text.matchAll(BULLET)];
  const first = found[0];
  if (!first || found.length < 2) return;
  yield {
    params: { count: found.length },
    start: first.index + (first[1] ?? '').length,
    end: first.index + first[0].trimEnd().length,
    mend: { start: 0, end: text.length, text: text.replace(BULLET, '$1– ') },
  };
}
