/**
 * The cases of names, in the form in which text is compared (small Latin letters without diacritics). More is taken for a form
 * than grammar allows: a name that is missed costs more here than a second look. Source: the declensions of personal names in
 * the Pravopis of Matica srpska (1993, nos. 94-97) and the Hrvatski pravopis (IHJJ, 2013, "Imena").
 */
const OF_POSSESSION = ['', 'a', 'o', 'e', 'u', 'i', 'om', 'og', 'oga', 'ome', 'omu', 'oj', 'im', 'ih', 'ima'];
const POSSESSIVE = (suffix: string) => OF_POSSESSION.map((end) => `${suffix}${end}`);

const AFTER_CONSONANT = ['a', 'u', 'e', 'i', 'om', 'em', 'ima', ...POSSESSIVE('ov'), ...POSSESSIVE('ev')];
const AFTER_VOWEL = ['a', 'o', 'e', 'i', 'u', 'om', 'em', 'ama', ...AFTER_CONSONANT, ...POSSESSIVE('in')];
const AS_ADJECTIVE = ['i', 'a', 'o', 'e', 'u', 'og', 'oga', 'om', 'ome', 'omu', 'oj', 'im', 'ih', 'ima'];
const SOFT = ['', 'ja', 'ju', 'jem', 'je', 'jom', 'ji', ...POSSESSIVE('jev'), ...POSSESSIVE('jin')];

const known = new Map<string, ReadonlySet<string>>();

/** All forms of one word of a name, itself among them. */
export function formsOf(name: string): ReadonlySet<string> {
  const found = known.get(name);
  if (found) return found;
  const made = new Set([name, ...inflect(name)]);
  if (known.size > 5000) known.clear();
  known.set(name, made);
  return made;
}

function* inflect(name: string): Generator<string> {
  if (name.length < 3) return;
  const stem = name.slice(0, -1);
  switch (name.at(-1)) {
    case 'a':
      yield* AFTER_VOWEL.map((end) => stem + end);
      // Olga, Olzi; Milka, Milki or Milci.
      yield* softened(stem).map((soft) => `${soft}i`);
      return;
    case 'o':
      yield* AFTER_VOWEL.map((end) => stem + end);
      if (stem.endsWith('i')) yield* SOFT.map((end) => stem + end);
      // Pavao, Pavla.
      if (stem.endsWith('a')) yield* AFTER_CONSONANT.map((end) => `${stem.slice(0, -1)}l${end}`);
      return;
    case 'e':
      yield* AFTER_VOWEL.map((end) => stem + end);
      // Mile, Mileta.
      yield* AFTER_CONSONANT.map((end) => `${name}t${end}`);
      return;
    case 'i':
      yield* AS_ADJECTIVE.map((end) => stem + end);
      yield* SOFT.map((end) => name + end);
      return;
    case 'u':
    case 'y':
      yield* [...AFTER_CONSONANT, ...SOFT].map((end) => name + end);
      return;
    default:
      yield* AFTER_CONSONANT.map((end) => name + end);
      yield* fleeting(name).flatMap((short) => AFTER_CONSONANT.map((end) => short + end));
  }
}

/** Petar, Petra; Ivanac, Ivanca; Vrabac, Vrapca. */
function fleeting(name: string): string[] {
  const match = /^(.*[^aeiou])a([rclnkm])$/u.exec(name);
  if (!match) return [];
  const [, before = '', last = ''] = match;
  const hard = before.replace(/b$/u, 'p').replace(/z$/u, 's').replace(/d$/u, 't');
  return last === 'c' ? [before + last, hard + last] : [before + last];
}

function softened(stem: string): string[] {
  const soft = { k: 'c', g: 'z', h: 's' }[stem.at(-1) ?? ''];
  return soft === undefined ? [] : [stem.slice(0, -1) + soft];
}

const ENDS = /(?:a|e|i|o|u)$/u;

/**
 * Whether a word is a form of a word of a longer name, such as that of a party: the stem and what an ending can be. Loose, so
 * only for names of several words.
 */
export function isFormOf(word: string, of: string): boolean {
  if (word === of) return true;
  if (of.length < 4) return false;
  const stem = of.replace(ENDS, '');
  return [stem, ...softened(stem), ...fleeting(of)].some(
    (one) => one.length >= 3 && word.startsWith(one) && word.length - one.length <= 3,
  );
}
