import { CYRILLIC_WORD, HAS_CYRILLIC, LATIN_OF, isUpper } from './alphabet.ts';

/** One word from Cyrillic letters to Latin ones; a letter that is not ours stays. `Њ` is NJ among capitals, else Nj. */
export function latinLetters(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const latin = LATIN_OF.get(letter);
    if (latin === undefined) out += letter;
    else if (latin.length === 1 || !isUpper(letter)) out += latin;
    else out += amongCapitals(word, at) ? latin.toUpperCase() : latin;
  }
  return out.normalize('NFC');
}

function amongCapitals(word: string, at: number): boolean {
  const next = word.charAt(at + 1);
  if (next !== '') return isUpper(next);
  return at > 0 && isUpper(word.charAt(at - 1));
}

/** True when a Cyrillic word has letters of another language (ы, ю, щ, ѓ, …). */
export function isForeignCyrillic(word: string): boolean {
  return HAS_CYRILLIC.test(word) && !CYRILLIC_WORD.test(word);
}
