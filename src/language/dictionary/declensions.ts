/** Cases of the singular and the plural, as they are looked for: the likelier first. */
const CASES = ['n', 'g', 'd', 'a', 'v', 'i', 'l', 'N', 'G', 'D', 'A', 'I', 'L'] as const;
export type Case = (typeof CASES)[number];
/** Where one form is several cases, the likelier first. Posts call nobody, so the vocative is no case of theirs. */
export const LIKELY: readonly Case[] = ['n', 'g', 'a', 'l', 'N', 'G', 'A', 'd', 'i', 'D', 'I', 'L'];

/** Endings in the order of CASES. `=` is the first form. */
const ENDINGS: Readonly<Record<string, string>> = {
  // feminine in -a, and in -ka, whose k becomes c
  f: 'a e i u o om i e a ama e ama ama',
  k2: 'ka ke ci ku ko kom ci ke ka kama ke kama kama',
  // feminine without an ending
  i: '= i i = i i i i i ima i ima ima',
  // masculine: hard, soft, stupanj, juni, septembar, in -ik, in -ak, in -lac
  m: '= a u = e om u i a ima e ima ima',
  mj: '= a u = u em u i a ima e ima ima',
  mja: '= a u = u em u evi eva evima eve evima evima',
  mi: 'i a u i i om u i a ima e ima ima',
  mr: 'ar ra ru ar re rom ru ri ra rima re rima rima',
  k: 'k ka ku k če kom ku ci ka cima ke cima cima',
  mk: 'ak ka ku ak če kom ku ci aka cima ke cima cima',
  lc: 'lac oca ocu oca oče ocem ocu oci laca ocima oce ocima ocima',
  // neuter in -o and -e
  n: '= a u = = m u a a ima a ima ima',
  // an adjective that stands for a noun (studeni), or before one
  adj: 'i og om i i im om e ih im e im im',
};

/** The forms of a noun: `tjedn~m:tjedan`. Several cases can share a form. */
export function formsOf(pattern: string): ReadonlyMap<string, readonly Case[]> {
  const [, stem = '', kind = '', given] = /^(\S+?)~(\w+?)(?::(\S+))?$/.exec(pattern) ?? [];
  const forms = new Map<string, Case[]>();
  const add = (form: string, one: Case) => forms.set(form, [...(forms.get(form) ?? []), one]);
  for (const [at, form] of declined(stem, kind, given).entries()) {
    const one = CASES[at];
    if (one && form !== '') add(form, one);
  }
  return forms;
}

function declined(stem: string, kind: string, given: string | undefined): string[] {
  if (kind === 'n') return neuter(stem);
  if (kind === 'k2' || kind === 'k' || kind === 'mi') return ended(stem.slice(0, -1), kind, stem);
  if (kind === 'mk') return ended(stem.slice(0, -2), kind, stem);
  if (kind === 'mr') return ended(stem.slice(0, -2), kind, stem);
  if (kind === 'lc') return ended(stem.slice(0, -3), kind, stem);
  if (kind === 'mja') return ended(stem.replace(/anj$/, 'nj'), kind, stem);
  return ended(stem, kind, given ?? stem);
}

const ended = (stem: string, kind: string, first: string): string[] =>
  (ENDINGS[kind] ?? '').split(' ').map((ending) => (ending === '=' ? first : stem + ending));

/** -o after a hard letter, -e after a soft one, as the standard has it: tijelo, izvješće, računalo. */
function neuter(stem: string): string[] {
  const vowel = /(?:nj|lj|[čćđšžjc]|št)$/.test(stem) ? 'e' : 'o';
  return ended(stem, 'n', stem + vowel).map((form, at) => (at === 5 ? `${stem}${vowel}m` : form));
}
