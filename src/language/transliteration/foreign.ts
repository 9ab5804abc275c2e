/** English words of an institution's screens and posts that carry none of the marks of a foreign word. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'the of for and from online offline update updates mail live stream site team share cloud chat event events ' +
    'smart email like likes links home page pages inbox team teams software hardware upload download ' +
    'influencer copyright services service public institutions institution national report reports agency ' +
    'government council europe united nations development programme project projects'
  ).split(' '),
);

const QWXY = /[qwxyQWXY]/;
const NEVER_OURS = /ch|sch|tsch|[^o]ph|^ph/i;
const DOUBLED = /(\p{L})\1/iu;

/** Where a doubled letter is a seam between two parts of a word of ours, by the letter. */
const SEAMS = new RegExp(
  '^(?:ne|naj)?(?:' +
    [
      // consonants: a prefix that ends as the stem begins
      '(?:po)?najj',
      '(?:iz)?vann',
      'pann',
      '(?:po|pre|na)dd',
      '[a-zčšž]*desett',
      'interr',
      'superr',
      'hiperr',
      'psihoneurr',
      'postt',
      'transs',
      'subb',
      'protivv',
      'nuzz',
      // vowels
      '(?:kontra|ultra|ekstra|infra|intra|para|supra|meta|na|za|pra)a(?!a)[a-zčćđšž]{2,}',
      '(?:de|re)e(?:d[ui]|eks|ks|sk|lek|m[ie]|t[ai]|v[ar]|vol|vro)[a-zčćđšž]{3,}',
      '(?:ne|pre|sve|opće|opšte|srednje|više|vele|među)e[a-zčćđšž]{4,}',
      '(?:anti|kvazi|multi|poli|semi|mini|pri|nadri)i[a-zčćđšž]{4,}',
      '(?:polu|protu|među|su|u)u[a-zčćđšž]{3,}',
    ].join('|') +
    ')|' +
    // o + o: many first parts end in o; koordinacija, kooperacija, zoologija besides
    '(?:^|ne|in|dis|is|o|i)ko(?=o(?:rd|per|pt|pć|snov|sniv|rg|rb|dluč))|zoo|noosf|(?:tih|prek)oo(?:ke|ce)|haašk|' +
    '(?:samo|novo|visoko|nisko|vodo|mikro|makro|micro|nano|radio|foto|auto|geo|bio|euro|evro|prvo|dvo|tro|jedno|' +
    'četvoro|brzo|crno|plavo|zeleno|smeđe|svjetlo|tamno|oštro|mnogo|krupno|sitno|kratko|dugo|duboko|naučno|' +
    'znanstveno|dobro|školsko|odgojno|vaspitno|narodno|drugo|treće|elektro|termo|turbo|kino|avio|agro|psiho|' +
    'onko|neuro|magneto|metalo|kulturno|pravno|spoljno|glavno|spolno|proto|mono|socio|video|vjero|vero|krivo|' +
    'staro|ravno|javno|zdravstveno|toplo|hidro|hemo|hemato|ciklo|celo|cijelo|crveno|zlato|svetlo|svjetlo|vojno|crkveno|četvrto|' +
    'peto|sedmo|osmo|deveto|deseto|krsto|teško|skoro|isto|koso|krvo|lj?epo|milo|modro|sivo|bj?elo|slj?epo|zlo|golo|meko|državno|servo|žuto|bogo|hipo|šesto|sveto|rodo|fero|fibro|sporo)o[bcčdfgjklmnpqrsštvzž]|' +
    '^(?:ne)?(?:naj)?(?:po|do|pro)o(?:b|č|d|g|h|k|l|p|r|s|š|t)[a-zčćđšž]{2,}|' +
    '(?:vak|individ|kontin|rezid|muz)uum|perpetuum|šii[tz]',
  'i',
);

export type Foreignness = 'ours' | 'foreign' | 'unsure';

/**
 * Whether a Latin word is left in Latin: `foreign` for q w x y, letters that are not ours and common English words,
 * `unsure` for a doubled letter outside the known seams (najjači, koordinacija, poddirektor are ours).
 */
export function foreignness(word: string, ourLetters: boolean): Foreignness {
  if (!ourLetters || QWXY.test(word) || NEVER_OURS.test(word) || COMMON.has(word.toLowerCase()))
    return 'foreign';
  if (DOUBLED.test(word) && !SEAMS.test(word)) return 'unsure';
  return 'ours';
}
