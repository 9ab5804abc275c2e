import type { Fault } from '#/kernel/errors.ts';
import { partsOfName } from '#/language/names/index.ts';
import type { EntryKind } from './rules.ts';

/** A person or a mark as it is listed. */
export type EntryInput = {
  kind: EntryKind;
  name: string;
  why: string;
  shortForm: string;
  slogans: string[];
  hashtags: string[];
  familyAlone: boolean;
};

const LONGEST = 200;
const SHORTEST_SLOGAN = 6;

/**
 * A pasted list, one entry a line, its fields apart by a tab or a semicolon. Of a person: name; candidate of whom. Of a mark:
 * name; short form; slogans, apart by `|`; hashtags. Empty lines are passed over. Each faulty line is told by its number.
 */
export function readList(text: string, kind: EntryKind): { entries: EntryInput[]; faults: Fault[] } {
  const entries: EntryInput[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  text.split(/\r\n|\r|\n/u).forEach((line, index) => {
    if (line.trim() === '') return;
    const number = index + 1;
    const fields = line.split(/[\t;]/u).map((field) => field.trim());
    const entry = kind === 'person' ? personIn(fields) : markIn(fields);
    const most = kind === 'person' ? 2 : 4;
    const key = keyOf(entry);
    const fault =
      fields.length > most ? 'too-many-fields' : (entryFault(entry) ?? (seen.has(key) ? 'twice' : null));
    if (fault) faults.push({ path: `/lines/${number}`, code: `election.line-${fault}`, params: { number } });
    else {
      seen.add(key);
      entries.push(entry);
    }
  });
  return { entries, faults };
}

/** Two entries with the same key are one. */
export const keyOf = ({ kind, name, shortForm }: Pick<EntryInput, 'kind' | 'name' | 'shortForm'>): string =>
  `${kind} ${name.toLowerCase()} ${shortForm}`;

const personIn = ([name = '', why = '']: string[]): EntryInput => ({
  kind: 'person',
  name: inOrder(name),
  why,
  shortForm: '',
  slogans: [],
  hashtags: [],
  familyAlone: true,
});

/** "Petrović, Marko" as it comes from a register. */
function inOrder(name: string): string {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  return given && family && more.length === 0 ? `${given} ${family}` : name;
}

const markIn = ([name = '', shortForm = '', slogans = '', hashtags = '']: string[]): EntryInput => ({
  kind: 'mark',
  name,
  why: '',
  shortForm,
  slogans: slogans
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean),
  hashtags: hashtags.split(/[\s,|]+/u).filter(Boolean),
  familyAlone: false,
});

/** What is wrong with an entry, or null: a search for it would find nothing, or nearly everything. */
export function entryFault(entry: EntryInput): string | null {
  const all = [entry.name, entry.shortForm, entry.why, ...entry.slogans, ...entry.hashtags];
  if (all.some((one) => one.length > LONGEST)) return 'too-long';
  if (entry.kind === 'person') {
    const { family } = partsOfName(entry.name);
    return family.join('').length < 2 || /\d/u.test(entry.name) ? 'name' : null;
  }
  if (entry.name === '' && entry.shortForm === '') return 'name';
  if (entry.shortForm !== '' && entry.shortForm.length < 2) return 'short-form';
  if (entry.slogans.some((one) => one.length < SHORTEST_SLOGAN)) return 'slogan';
  return entry.hashtags.some((one) => one.replace('#', '').length < 2) ? 'hashtag' : null;
}
