import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkGaps, gapsIn } from './gaps.ts';

const content = (bs: string) => ({
  texts: { bs, 'sr-Latn': 'Dana [datum].', 'sr-Cyrl': 'Дана [датум].' },
  overrides: { bluesky: { bs: 'U [mjesto].' } },
  images: [{ alt: { bs: 'Sala u [mjesto]' } }],
  cyrillicFollows: true,
});

describe('gaps of a template', () => {
  test('are what stands in brackets, once each, and not in what is made of another text', () => {
    assert.deepEqual(gapsIn(content('Dana [datum] u [mjesto] [1] [] [link](https://example.org)')), [
      'datum',
      'mjesto',
    ]);
  });

  test('block where they stand, in texts, versions of a network and descriptions', () => {
    const checks = checkGaps(content('Dana [datum] [video]'), ['datum', 'mjesto']);
    assert.deepEqual(
      checks.map(({ path, blocks, params, at }) => [path, blocks, params.gap, at]),
      [
        ['/content/texts/bs', true, 'datum', { start: 5, end: 12 }],
        ['/content/texts/sr-Latn', true, 'datum', { start: 5, end: 12 }],
        ['/content/overrides/bluesky/bs', true, 'mjesto', { start: 2, end: 10 }],
        ['/content/images/0/alt/bs', true, 'mjesto', { start: 7, end: 15 }],
      ],
    );
  });

  test('in a post that began with no template are brackets like any others', () => {
    assert.deepEqual(checkGaps(content('Dana [datum]'), []), []);
  });
});
