/** Endings of bare domains. Ones that are also our words (to, je, su) need a path after them. */
const ENDINGS =
  'ba|hr|rs|me|mk|si|eu|com|org|net|info|edu|gov|int|mil|de|at|ch|uk|us|io|co|tv|app|dev|ly|gl|fr|it|es|nl|pl|cz|sk|hu|ro|bg|gr|tr|ru|ua|be|dk|se|fi|xyz|online|site|social|blog|news|media|tech|biz|срб';

/** Endings of file names, with or without folders before them. */
const FILES =
  'pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|zip|jpe?g|png|svg|mp[34]|html?|json|xml|ics|md|vtt|srt|webp|gif';

/** Letters, marks and digits of the scripts that an address is written in here; \p{L} would cost 100 ms to compile. */
const LETTER = String.raw`0-9A-Za-z\u00AA\u00B2\u00B3\u00B9\u00BA\u00C0-\u052F\u1E00-\u1FFF`;
const TO_SPACE = String.raw`[^\s<>"„“”«»]`;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;

/** Tokens that begin with a sign of their own. Every repeat that could run on is bounded: hostile text stays cheap. */
const SIGNED = [
  String.raw`\{\{[^{}]{0,200}\}\}`,
  String.raw`\$\{[^{}]{0,200}\}`,
  String.raw`\$t\([^()]{0,200}\)`,
  String.raw`\{[\w.-]{1,100}\}`,
  String.raw`%(?:\d{1,2}\$)?[sdif](?![${LETTER}])`,
  String.raw`%\([\w.]{1,50}\)[sdf]`,
  String.raw`<!--[^]{0,1000}?-->`,
  String.raw`</?[A-Za-z][^<>]{0,2000}>`,
  String.raw`&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[\da-fA-F]{1,6});`,
  '`[^`\\n]{1,500}`',
  String.raw`\]\([^()\s]{0,2000}`,
  String.raw`@[${LETTER}_]+(?:[.-][${LETTER}_]+)*(?:@[${LETTER}.-]+)?`,
  String.raw`#[\p{L}\p{M}\p{N}_]+`,
];

/** Group 1 of a match is a word (or begins with a number); a match without it is protected. */
export const TOKEN = new RegExp(`${SIGNED.join('|')}|(${WORD})`, 'gu');

/** Addresses, tried where a word is followed by one of the signs that they have in them. */
const ADDRESS = new RegExp(
  [
    `(?:https?|HTTPS?|Https?|ftp|viber|tg|geo)://${TO_SPACE}+`,
    `(?:mailto|MAILTO):${TO_SPACE}+`,
    `(?:www|WWW|Www)\\.${TO_SPACE}+`,
    `[${LETTER}._%+-]{1,64}@[${LETTER}-]{1,63}(?:\\.[${LETTER}-]{1,63}){1,8}`,
    `[eE]-mail[a-z]{0,3}(?![${LETTER}])`,
    // a name of a program's own: GLASNIK_ALLOW_PRIVATE, Europe/Sarajevo
    `[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![${LETTER}])`,
    `(?:Europe|America|Asia|Africa|Etc)/[A-Z][A-Za-z_]+(?![${LETTER}])`,
  ].join('|'),
  'uy',
);
const BARE_ADDRESS = new RegExp(
  [
    `(?:[\\w-]{1,62}/){0,8}(?:[${LETTER}_-]{1,62}\\.){1,4}(?:${FILES})(?![${LETTER}_-])`,
    `(?:[${LETTER}][${LETTER}_-]{0,62}\\.){1,6}(?:(?:${ENDINGS})(?![${LETTER}_-])(?:[/?#]${TO_SPACE}*)?|[a-z]{2,24}/${TO_SPACE}+)`,
  ].join('|'),
  'uy',
);
const SIGNS = new Set('.@:/_+%-');
const NOT_BEFORE_BARE = new Set('.@/-');

/** False when no address can begin with a word that ends here. */
export function mayBeAddress(text: string, end: number): boolean {
  return SIGNS.has(text.charAt(end));
}

/** Where the address that begins at `start` ends, or 0; `end` is where its first word ends. */
export function endOfAddress(text: string, start: number, end: number): number {
  if (!mayBeAddress(text, end)) return 0;
  ADDRESS.lastIndex = start;
  if (ADDRESS.test(text)) return ADDRESS.lastIndex;
  if (NOT_BEFORE_BARE.has(text.charAt(start - 1))) return 0;
  BARE_ADDRESS.lastIndex = start;
  return BARE_ADDRESS.test(text) ? BARE_ADDRESS.lastIndex : 0;
}
