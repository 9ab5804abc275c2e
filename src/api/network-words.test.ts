import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectors } from '#/connectors/index.ts';
import { VARIANTS } from '#/language/index.ts';
import { createNetworkWords } from './network-words.ts';

const words = createNetworkWords(connectors.map(({ manifest }) => manifest));

test('every network says what it is in every variant', () => {
  for (const { manifest } of connectors) {
    for (const variant of VARIANTS) assert.ok(words.find(manifest.network, 'about', variant), variant);
  }
  assert.equal(words.find('myspace', 'about', 'bs'), null);
  assert.equal(words.reason('facebook.no-such-reason', 'bs'), null);
});

test("names of a network's own pages stay in Latin script in Serbian Cyrillic", () => {
  assert.equal(
    words.find('facebook', 'settings.appSecret.help', 'sr-Cyrl'),
    'Из подешавања апликације: App settings → Basic → App secret.',
  );
  const gone = words.reason('facebook.permission-missing', 'sr-Cyrl') ?? '';
  assert.match(gone, /^Facebook не да .*App Review.*Page Publishing Authorization/);
  assert.match(
    words.find('instagram', 'about', 'sr-Cyrl') ?? '',
    /налог на Instagramu \(Business или Creator\)/,
  );
});

test('the practice network has one name, in the words of whoever reads', () => {
  assert.deepEqual(Object.fromEntries(VARIANTS.map((variant) => [variant, words.name('sandbox', variant)])), {
    bs: 'Mreža za vježbu',
    hr: 'Mreža za vježbu',
    'sr-Latn': 'Mreža za vježbu',
    'sr-Cyrl': 'Мрежа за вјежбу',
    en: 'Practice network',
  });
  assert.equal(words.name('bluesky', 'sr-Cyrl'), 'Bluesky');
  assert.equal(words.name('gone', 'bs'), 'gone');
});
