import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VARIANTS, WRITTEN_VARIANTS } from '../variants.ts';
import { transliterate } from '../transliteration/index.ts';
import { NAMESPACES, WORD_FILES, cyrillicOverrides } from './files.ts';
import { TECHNICAL_NAMES, createTranslator, loadWords } from './index.ts';
import { readSources } from './testing/sources.ts';
import { findUsedKeys } from './testing/used-keys.ts';
import type { WordTree } from './tree.ts';

type Flat = ReadonlyMap<string, string>;

function flatten(tree: WordTree, path: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  );
}

async function flatOf(variant: (typeof VARIANTS)[number]): Promise<Flat> {
  const words = await loadWords(variant);
  return new Map(Object.entries(words).flatMap(([name, tree]) => flatten(tree ?? {}, `${name}:`)));
}

const flat = new Map(
  await Promise.all(VARIANTS.map(async (variant) => [variant, await flatOf(variant)] as const)),
);
const wordsOf = (variant: (typeof VARIANTS)[number]): Flat => flat.get(variant) ?? new Map();
const overrides = (await cyrillicOverrides()).default;

const PLURAL = /_(one|few|many|other)$/;
const FORMS = {
  bs: 'few one other',
  hr: 'few one other',
  'sr-Latn': 'few one other',
  en: 'one other',
} as const;
const base = (key: string) => key.replace(PLURAL, '');
const placeholders = (text: string) =>
  (text.match(/\{\{[^}]*\}\}|<\/?\w+/g) ?? []).map((one) => one.replace(/\s/g, ''));
const unlike = (a: Iterable<string>, b: ReadonlySet<string>) => [...new Set(a)].filter((one) => !b.has(one));

describe('the words files', () => {
  for (const variant of WRITTEN_VARIANTS) {
    const words = wordsOf(variant);
    const english = new Set([...wordsOf('en').keys()].map(base));
    const own = new Set([...words.keys()].map(base));

    test(`${variant} has every key that another has`, () => {
      assert.deepEqual(unlike(english, own), [], `missing in ${variant}`);
      assert.deepEqual(unlike(own, english), [], `missing in en, or left over in ${variant}`);
    });

    test(`${variant} has every plural form`, () => {
      const forms = new Map<string, string[]>();
      for (const key of words.keys()) {
        const form = PLURAL.exec(key)?.[1];
        if (form) forms.set(base(key), [...(forms.get(base(key)) ?? []), form]);
      }
      const incomplete = [...forms].filter(([, seen]) => seen.sort().join(' ') !== FORMS[variant]);
      assert.deepEqual(incomplete, []);
      const plain = [...words.keys()].filter((key) => forms.has(key));
      assert.deepEqual(plain, [], 'a key is both plural and not');
    });

    test(`${variant} has the placeholders and tags that English has`, () => {
      const wanted = new Map<string, Set<string>>();
      for (const [key, text] of wordsOf('en')) {
        wanted.set(base(key), new Set([...(wanted.get(base(key)) ?? []), ...placeholders(text)]));
      }
      const wrong = [...words].filter(([key, text]) => {
        const has = new Set(placeholders(text));
        const should = wanted.get(base(key)) ?? new Set();
        // a plural form may say "one" in a word: {{count}} may be missing there
        const missing = [...should].filter(
          (one) => !has.has(one) && !(PLURAL.test(key) && one === '{{count}}'),
        );
        return missing.length > 0 || unlike(has, should).length > 0;
      });
      assert.deepEqual(wrong, []);
    });

    test(`${variant} has no empty, untrimmed or doubled text`, () => {
      const bad = [...words].filter(
        ([, text]) => text.trim() === '' || text !== text.trim() || /[ ]{2}|\.\.\./.test(text),
      );
      assert.deepEqual(bad, [], 'empty, space at an end, two spaces, or ... for …');
      assert.deepEqual(
        [...words].filter(([, text]) => text !== text.normalize('NFC')),
        [],
      );
    });
  }

  test('what a network said is a cause: what comes next depends on the delivery, and stands under next-step', () => {
    for (const variant of VARIANTS) {
      const causes = [...wordsOf(variant)].filter(([key]) => key.startsWith('errors:network.'));
      assert.ok(causes.length > 10, variant);
      for (const [key, text] of causes)
        assert.doesNotMatch(text, /Glasnik (tries|pokušava)|Гласник покушава/, key);
    }
  });

  test('our three languages are in Latin script, and Serbian is ijekavian', () => {
    for (const variant of ['bs', 'hr', 'sr-Latn', 'en'] as const) {
      assert.deepEqual(
        [...wordsOf(variant)].filter(([, text]) => /\p{Script=Cyrillic}/u.test(text)),
        [],
      );
    }
    const ekavian =
      /\b(?:vreme\b|mesto|mesec|izmen|obavešt|primen|uvek|posle(?!d)|pre |nedelj|ovde|gde|bezbedn|sled|razume|cel[aeou]\b|lep|mren|del[ao]|sveta\b)/i;
    assert.deepEqual(
      [...wordsOf('sr-Latn')].filter(([, text]) => ekavian.test(text)),
      [],
    );
  });
});

describe('Serbian Cyrillic', () => {
  const protectedToken =
    /\{\{[^}]*\}\}|<[^>]*>|&\w+;|\$t\([^)]*\)|(?:https?:\/\/|www\.)\S+|[A-Za-z]\w*_\w+|[A-Z][a-z]+\/[A-Z]\w+|[\w/-]+\.\w{2,4}|\S+@\S+|@\w+|#[\p{L}\p{N}_]+/gu;
  const locked = TECHNICAL_NAMES.flatMap((entry) =>
    entry.kind === 'lock' ? [entry.word.replace('*', '')] : [],
  ).sort((a, b) => b.length - a.length);

  test('has no Latin letter outside protected tokens, locked names and overrides', () => {
    const left = [...wordsOf('sr-Cyrl')].filter(([key, text]) => {
      if (Object.hasOwn(overrides, key)) return false;
      let rest = text.replace(protectedToken, ' ');
      for (const name of locked) rest = rest.replaceAll(name, ' ');
      return /\p{Script=Latin}/u.test(rest);
    });
    assert.deepEqual(
      left,
      [],
      'lock the name in technical-names.ts, or write the text in sr-Cyrl/overrides.json',
    );
  });

  test('has no word that a person would have to look at', () => {
    const doubtful = [...wordsOf('sr-Latn')].flatMap(([key, text]) =>
      Object.hasOwn(overrides, key)
        ? []
        : transliterate(text, { to: 'sr-Cyrl', glossary: TECHNICAL_NAMES }).flags.map((flag) => [
            key,
            flag.word,
            flag.reason,
          ]),
    );
    assert.deepEqual(doubtful, []);
  });

  test('overrides are of keys that there are, and keep the placeholders', () => {
    for (const [key, text] of Object.entries(overrides)) {
      const latin = wordsOf('sr-Latn').get(key);
      assert.ok(latin !== undefined, key);
      assert.deepEqual(placeholders(text).sort(), placeholders(latin).sort());
      assert.equal(wordsOf('sr-Cyrl').get(key), text);
    }
  });
});

describe('keys in code', () => {
  test('are found where they are planted', () => {
    const source =
      "t('a.b'); x.t(`c:${d}.e`); t(f ? 'g' : ('h')); t(i); new Problem('invalid', 'j.k', {}); other('l');";
    assert.deepEqual(
      findUsedKeys('a.ts', source).map(({ key, prefix }) => (prefix ? `${key}*` : key)),
      ['a.b', 'c:*', 'g', 'h', 'errors:j.k'],
    );
  });

  test('are all there', () => {
    const keys = [...wordsOf('en').keys()];
    const known = new Set(
      keys.flatMap((key) => [key, base(key)].flatMap((one) => [one, one.replace(/^\w+:/, '')])),
    );
    const begins = (start: string) => [...known].some((key) => key.startsWith(start));
    const used = readSources(['src/site', 'src/api', 'src/modules', 'src/worker', 'studio']).flatMap(
      ({ file, source }) => findUsedKeys(file, source),
    );
    const missing = used.filter(({ key, prefix }) => (prefix ? !begins(key) : !known.has(key)));
    assert.deepEqual([...new Set(missing.map(({ file, line, key }) => `${key} (${file}:${line})`))], []);
  });
});

describe('a translator', () => {
  const words = {
    common: {
      save: 'Spremi',
      post_one: '{{count}} objava',
      post_few: '{{count}} objave',
      post_other: '{{count}} objava',
    },
    studio: { hello: 'Zdravo, {{name}}', deep: { er: 'Dublje' } },
  };

  test('looks in one namespace or in all, and chooses the plural', () => {
    const { t, has } = createTranslator('hr', words, { missing: 'throw' });
    assert.equal(t('save'), 'Spremi');
    assert.equal(t('deep.er'), 'Dublje');
    assert.equal(t('studio:deep.er'), 'Dublje');
    assert.equal(t('hello', { name: '<Ana & "Ivo">' }), 'Zdravo, <Ana & "Ivo">');
    assert.deepEqual(
      [1, 2, 5, 11, 21, 22].map((count) => t('post', { count })),
      ['1 objava', '2 objave', '5 objava', '11 objava', '21 objava', '22 objave'],
    );
    assert.ok(has('post') && has('studio:hello') && !has('nothing') && !has('common:deep.er'));
  });

  test('says more when it gets more, and nothing that is not in a file', () => {
    const translator = createTranslator('hr', { studio: { plan: { title: 'Plan' } } }, { missing: 'throw' });
    assert.equal(translator.knows('review'), false);
    translator.add({
      studio: { board: { title: 'Ploča, {{ who }}, {{what}}' } },
      review: { urgent: 'Hitno' },
    });
    assert.equal(translator.t('studio:plan.title'), 'Plan');
    assert.equal(translator.t('studio:board.title', { who: '$& {{what}}' }), 'Ploča, $& {{what}}, ');
    assert.equal(translator.t('urgent'), 'Hitno');
    assert.ok(translator.knows('review'));
    for (const key of [
      'studio:plan',
      'studio:plan.title.length',
      'plan.constructor',
      'constructor',
      'mail:x',
      '',
    ])
      assert.equal(translator.has(key), false, key);
  });

  test('a missing key throws when asked to, and else shows itself', () => {
    assert.throws(
      () => createTranslator('hr', words, { missing: 'throw' }).t('nothing.here'),
      /nothing\.here/,
    );
    assert.equal(createTranslator('hr', words).t('nothing.here'), 'nothing.here');
  });

  test('every variant loads, all or some of its files', async () => {
    for (const variant of VARIANTS) {
      assert.deepEqual(Object.keys(await loadWords(variant)), [...NAMESPACES]);
      assert.deepEqual(Object.keys(await loadWords(variant, ['site'])), ['site']);
    }
    assert.equal(Object.keys(WORD_FILES).length, WRITTEN_VARIANTS.length);
    assert.equal(createTranslator('sr-Cyrl', await loadWords('sr-Cyrl')).t('common:action.save'), 'Сачувај');
  });
});
