/** Endings of bare domains and of file names. Ones that are also our words (to, je, su) need a path after them. */
const ENDINGS =
  'ba|hr|rs|me|mk|si|eu|com|org|net|info|edu|gov|int|mil|de|at|ch|uk|us|io|co|tv|app|dev|ly|gl|fr|it|es|nl|pl|cz|sk|hu|ro|bg|gr|tr|ru|ua|be|dk|se|fi|xyz|online|site|social|blog|news|media|tech|biz|срб|pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|zip|jpe?g|png|svg|mp[34]|html?|json|xml';

const TO_SPACE = String.raw`[^\s<>"„“”«»]`;
const PLACEHOLDER = [
  String.raw`\{\{[^{}]{0,200}\}\}`,
  String.raw`\$\{[^{}]{0,200}\}`,
  String.raw`\$t\([^()]{0,200}\)`,
  String.raw`\{[\w.-]{1,100}\}`,
  String.raw`%(?:\d{1,2}\$)?[sdif](?![\p{L}\p{M}\p{N}])`,
  String.raw`%\([\w.]{1,50}\)[sdf]`,
];
const MARKUP = [
  String.raw`<!--[^]{0,5000}?-->`,
  String.raw`</?[A-Za-z][^<>]{0,2000}>`,
  String.raw`&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[\da-fA-F]{1,6});`,
  '`[^`\\n]{1,500}`',
  String.raw`\]\([^()\s]{0,2000}`,
];
const ADDRESS = [
  String.raw`(?:https?|HTTPS?|Https?|ftp|viber|tg|geo)://${TO_SPACE}+`,
  String.raw`(?:mailto|MAILTO):${TO_SPACE}+`,
  String.raw`(?:www|WWW|Www)\.${TO_SPACE}+`,
  String.raw`[\p{L}\p{M}\p{N}._%+-]{1,64}@[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}`,
  String.raw`(?<![\p{L}\p{M}\p{N}.@-])(?:[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]{0,62}\.){1,6}(?:(?:${ENDINGS})(?![\p{L}\p{M}\p{N}_-])(?:[/?#]${TO_SPACE}*)?|[a-z]{2,24}/${TO_SPACE}+)`,
  String.raw`(?<![\p{L}\p{M}\p{N}_])@[\p{L}\p{M}\p{N}_]+(?:[.-][\p{L}\p{M}\p{N}_]+)*(?:@[\p{L}\p{M}\p{N}.-]+)?`,
  String.raw`#[\p{L}\p{M}\p{N}_]+`,
  String.raw`(?<![\p{L}\p{M}\p{N}])[eE]-mail\p{Ll}{0,3}(?!\p{L})`,
];

/** Groups of the token expression: a match without either group is protected and goes through untouched. */
export const GLOSSARY_GROUP = 1;
export const WORD_GROUP = 2;

/**
 * The one expression that a text is cut with: protected tokens, then glossary entries, then words. All repeats that
 * could run on without end are bounded, so a hostile text costs linear time.
 */
export function tokenPattern(glossary: readonly string[]): RegExp {
  const entries = glossary.length === 0 ? '(?!)' : glossary.join('|');
  const guarded = [...PLACEHOLDER, ...MARKUP, ...ADDRESS].join('|');
  const word = String.raw`\p{L}[\p{L}\p{M}\p{N}\u00AD]*`;
  return new RegExp(
    String.raw`${guarded}|(?<![\p{L}\p{M}\p{N}])(${entries})(?![\p{L}\p{M}\p{N}])|(${word})`,
    'gu',
  );
}
