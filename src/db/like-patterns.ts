/** For `like all (…)`: each word anywhere in the text, with nothing in it read as a sign. The words must be folded already. */
export const likePatterns = (words: string): string[] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
