import { transliterate } from '../transliteration/index.ts';
import { scriptOf, type Variant } from '../variants.ts';
import { proseOf, type Finding } from './check.ts';

/** Endings of the plural: who, of whom, to whom, whom. An empty one is not looked for, being a singular form too. */
type Endings = readonly [nominative: string, genitive: string, dative: string, accusative: string];
const PLAIN: Endings = ['i', '', 'ima', 'e'];
const NIK: Endings = ['ici', '', 'icima', 'ike'];
const ANIN: Endings = ['ani', 'ana', 'anima', 'ane'];
const ICE: Endings = ['ice', 'ica', 'icama', 'ice'];
const KE: Endings = ['ke', 'ki', 'kama', 'ke'];
const KINJE: Endings = ['kinje', 'kinja', 'kinjama', 'kinje'];

type Pair = readonly [man: string, men: Endings, women: Readonly<Record<'bs' | 'hr' | 'sr', string>>];

const same = (women: string) => ({ bs: women, hr: women, sr: women });
/** `učen-`: učenici, učenice. */
const nik = (stems: string): Pair[] =>
  stems.split(' ').map((stem) => [`${stem}n`, NIK, same(`${stem}n|ice`)] as const);
/** `novinar-`: novinari, novinarke. */
const ka = (stems: string): Pair[] =>
  stems.split(' ').map((stem) => [stem, PLAIN, same(`${stem}|ke`)] as const);
/** `učitelj-`: učitelji, učiteljice. */
const ica = (stems: string): Pair[] =>
  stems.split(' ').map((stem) => [stem, PLAIN, same(`${stem}|ice`)] as const);
/** `direktor-`: direktorice in Bosnian and Croatian, direktorke in Serbian. */
const icaKa = (stems: string): Pair[] =>
  stems
    .split(' ')
    .map((stem) => [stem, PLAIN, { bs: `${stem}|ice`, hr: `${stem}|ice`, sr: `${stem}|ke` }] as const);
/** `asistent-`: asistentice in Croatian, asistentkinje in Bosnian and Serbian; the genitive has an a of its own. */
const ent = (stems: string): Pair[] =>
  stems
    .split(' ')
    .map(
      (stem) =>
        [
          stem,
          ['i', `<${stem.slice(0, -1)}ata`, 'ima', 'e'],
          { bs: `${stem}|kinje`, hr: `${stem}|ice`, sr: `${stem}|kinje` },
        ] as const,
    );
const kinja = (stems: string): Pair[] =>
  stems.split(' ').map((stem) => [stem, PLAIN, same(`${stem}|kinje`)] as const);

/** Names of people for which both forms are the custom in the languages of BiH. */
const PAIRS: readonly Pair[] = [
  ...nik(
    'uče službe zaposle nastav koris polaz učes vlas vijeć zastup posla predstav povjere stanov liječ savjet odvjet ' +
      'umirovlje pomoć rad sudio prav nauč znanstve poduzet preduzet umjet dobit potpis',
  ),
  ...ka('novinar volonter penzioner takmičar bankar apotekar'),
  ...ica(
    'učitelj voditelj gledatelj čitatelj branitelj natjecatelj ravnatelj prijatelj odgojitelj prevoditelj slušatelj ' +
      'tužitelj upravitelj iznajmljivač vozač pjevač pružatelj',
  ),
  ...icaKa('direktor profesor doktor inspektor revizor koordinator autor menadžer trener instruktor mentor'),
  ...ent('student asistent pacijent klijent'),
  ...kinja('kandidat aktivist ekonomist sportist delegat'),
  ['stručnja', ['ci', '', 'cima', 'ke'], same('stručnja|kinje')],
  ['ministr', PLAIN, { bs: 'ministr|ice', hr: 'ministr|ice', sr: 'ministar|ke' }],
  ['građ', ANIN, same('građan|ke')],
  ['sugrađ', ANIN, same('sugrađan|ke')],
  ['državlj', ANIN, same('državljan|ke')],
];
const WOMEN: Readonly<Record<string, Endings>> = { ice: ICE, ke: KE, kinje: KINJE };

type Form = {
  readonly women: string;
  /** Whether the feminine is there, in any case. */ readonly isSaid: RegExp;
};
type Language = 'bs' | 'hr' | 'sr';
const compiled = new Map<string, ReadonlyMap<string, Form>>();

/** Every form of every masculine noun, to the feminine in the same case. */
function formsFor(variant: Variant): ReadonlyMap<string, Form> {
  const known = compiled.get(variant);
  if (known) return known;
  const language: Language = variant === 'bs' || variant === 'hr' ? variant : 'sr';
  const inScript = (text: string) =>
    scriptOf(variant) === 'Cyrl' ? transliterate(text, { to: 'sr-Cyrl' }).text : text;
  const forms = new Map<string, Form>();
  for (const [man, men, women] of PAIRS) {
    const [stem = '', ending = ''] = women[language].split('|');
    // The vowel tells učenice from učenici.
    const isSaid = new RegExp(
      `${inScript(stem + ending.slice(0, -1))}[aeuoаеуо]|${inScript(`${stem}ki`)}`,
      'u',
    );
    for (const [at, end] of men.entries()) {
      if (end === '') continue;
      const form = end.startsWith('<') ? end.slice(1) : man + end;
      forms.set(inScript(form), { women: inScript(stem + (WOMEN[ending]?.[at] ?? '')), isSaid });
    }
  }
  compiled.set(variant, forms);
  return forms;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** Masculine plurals that stand for everybody, where the feminine is nowhere in the text. Each noun is told once. */
export function* genderedForms(text: string, variant: Variant): Generator<Finding> {
  if (variant === 'en') return;
  const forms = formsFor(variant);
  const prose = proseOf(text);
  const small = prose.toLowerCase();
  const told = new Set<RegExp>();
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    const form = forms.get(word.toLowerCase());
    const end = index + word.length;
    if (!form || told.has(form.isSaid) || form.isSaid.test(small) || /^\/-?\p{L}/u.test(text.slice(end)))
      continue;
    told.add(form.isSaid);
    const and = scriptOf(variant) === 'Cyrl' ? 'и' : 'i';
    yield {
      params: { word, women: form.women },
      start: index,
      end,
      text: `${word} ${and} ${form.women}`,
    };
  }
}
