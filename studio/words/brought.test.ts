import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { NAMESPACES } from '#/language/index.ts';
import { STUDIO_FILES, STUDIO_ROOMS } from '#/language/words/studio-files.ts';
import { ROOT } from '#/language/words/testing/sources.ts';
import { findUsedKeys } from '#/language/words/testing/used-keys.ts';
import { studioUnits, type Unit } from '../../scripts/lib/studio-words.ts';

/** Waits for its words where they are said, by `WithWords` and `useMoreWords`. */
const WAITED_FOR = ['writing', 'errors'];
const HELP = 'studio/shared/help.tsx';

const roomOf = new Map<string, string>();
for (const room of STUDIO_ROOMS)
  for (const group of Object.keys((await STUDIO_FILES.en[room]()).default)) roomOf.set(group, room);

/** The files of words that a source says something from, each with a key. */
function filesSaid(file: string, source: string): Map<string, string> {
  const keys = findUsedKeys(file, source).map(({ key }) => key);
  // Keys also stand in tables and arguments, to be said elsewhere.
  for (const [, key] of source.matchAll(/['"`]([a-z]+:[a-z][\w.-]*)/g)) keys.push(key!);
  // Help is said where a topic is named, not by everything that could name one.
  const said = keys.filter((key) => file !== HELP || !key.startsWith('studio:help-text'));
  for (const _ of source.matchAll(/\b(?:topic|help)="/g)) said.push('studio:help-text');
  const files = new Map<string, string>();
  for (const key of said) {
    const [namespace = '', path = ''] = key.split(':');
    if (!NAMESPACES.some((one) => one === namespace)) continue;
    const room = roomOf.get(path.split('.')[0] ?? '');
    files.set(namespace === 'studio' ? `studio/${room}` : namespace, `${key} (${file})`);
  }
  return files;
}

const known = new Map<string, Map<string, string>>();
function saidIn(file: string): Map<string, string> {
  const said = known.get(file) ?? filesSaid(file, readFileSync(join(ROOT, file), 'utf8'));
  known.set(file, said);
  return said;
}

/** What is said in a unit whose words nobody has brought. */
function missing(unit: Unit, above: readonly string[]): string[] {
  const there = new Set([...above, ...unit.words, ...WAITED_FOR]);
  const said = new Map(unit.modules.flatMap((module) => [...saidIn(module)]));
  return [
    ...[...said].flatMap(([file, key]) => (there.has(file) ? [] : [`${unit.module}: ${file}, for ${key}`])),
    ...unit.inside.flatMap((inner) => missing(inner, [...there])),
  ];
}

/** Words that a unit brings though neither it nor what opens in it says them, or though they are there already. */
function idle(unit: Unit, above: readonly string[]): string[] {
  const said = new Set(unit.modules.flatMap((module) => [...saidIn(module).keys()]));
  return [
    ...unit.words
      .filter((file) => !said.has(file) || above.includes(file))
      .map((file) => `${unit.module}: ${file}`),
    ...unit.inside.flatMap((inner) => idle(inner, [...above, ...unit.words])),
  ];
}

const all = ({ inside, ...unit }: Unit): Omit<Unit, 'inside'>[] => [unit, ...inside.flatMap(all)];

describe('the words of a screen', () => {
  const studio = studioUnits();

  test('are told from the sources', () => {
    const units = all(studio);
    const of = (module: string) => units.find((unit) => unit.module === module);
    assert.ok(units.length > 30, String(units.length));
    assert.ok(of('studio/shell/shell.tsx')?.modules.includes('studio/shell/navigation.tsx'));
    assert.ok(of('studio/settings/people-screen.tsx'));
    assert.deepEqual(
      [...filesSaid('a.tsx', "t('studio:plan.note'); <Help topic=\"seal\" />; x = 'review:a.b'")],
      [
        ['studio/plan', 'studio:plan.note (a.tsx)'],
        ['review', 'review:a.b (a.tsx)'],
        ['studio/help', 'studio:help-text (a.tsx)'],
      ],
    );
    const planted: Unit = {
      module: 'a.tsx',
      words: ['studio/plan', 'studio/board'],
      modules: ['a.tsx', 'b.tsx'],
      inside: [],
    };
    known.set('a.tsx', filesSaid('a.tsx', "t('studio:plan.note')"));
    known.set('b.tsx', filesSaid('b.tsx', "t('studio:media.note')"));
    assert.deepEqual(missing(planted, []), ['a.tsx: studio/media, for studio:media.note (b.tsx)']);
    assert.deepEqual(idle(planted, []), ['a.tsx: studio/board']);
  });

  test('are brought with it: where one fails, add the file to its `withWords`', () => {
    assert.deepEqual(missing(studio, []), []);
  });

  test('are no more than it says', () => {
    assert.deepEqual(idle(studio, []), []);
  });

  test('stand in one room: a group of keys in two would write over itself', async () => {
    for (const files of Object.values(STUDIO_FILES)) {
      const groups = await Promise.all(
        STUDIO_ROOMS.map(async (room) => Object.keys((await files[room]()).default)),
      );
      const seen = groups.flat();
      assert.deepEqual(
        seen.filter((group, at) => seen.indexOf(group) !== at),
        [],
      );
      assert.deepEqual(seen.toSorted(), [...roomOf.keys()].toSorted());
    }
  });
});
