import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RichText } from '@atproto/api';
import * as fc from 'fast-check';
import { asFacets, findSpans, type Facet } from './facets.ts';

const written = (text: string) => findSpans(text).map(({ start, end }) => text.slice(start, end));

const bare = (facets: readonly Facet[]) =>
  facets.map(({ index, features }) => ({
    index: { byteStart: index.byteStart, byteEnd: index.byteEnd },
    features: features.map((feature) => ({ ...feature })),
  }));

describe('links, mentions and hashtags', () => {
  const examples: [string, string[]][] = [
    ['Prijava: https://opcina.ba/poziv.', ['https://opcina.ba/poziv']],
    ['(vidi https://bs.wikipedia.org/wiki/Most_(Mostar))', ['https://bs.wikipedia.org/wiki/Most_(Mostar)']],
    ['(vidi https://opcina.ba)', ['https://opcina.ba']],
    ['Stranica „opcina.ba/poziv“, otvorena.', ['opcina.ba/poziv']],
    ['Kraj.Početak i danas.sutra nisu adrese', []],
    ['Pišite na info@opcina.ba ili @opcina.ba', ['@opcina.ba']],
    ['#Mostar, #Čapljina! #школа... #2026 #a1 #', ['#Mostar', '#Čapljina', '#школа', '#a1']],
    ['broj#nije', []],
    ['https://opcina.ba/#tag i #tag', ['https://opcina.ba/#tag', '#tag']],
    ['Vrijeme 8.30 i verzija 2.0', []],
  ];
  for (const [text, expected] of examples) {
    it(`sees ${expected.length} in "${text}"`, () => assert.deepEqual(written(text), expected));
  }

  it('agrees with the public client library on ordinary text', () => {
    const word = fc.constantFrom(
      'dobar',
      'Đaci',
      'школа',
      'https://opcina.ba/a?b=č',
      'http://x.com',
      '@grad.test',
      '@opcina.ba.',
      '#Čapljina',
      '#школа,',
      'opcina.ba',
      '👨‍👩‍👧',
      '(https://vlada.hr)',
      '#2026',
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (it) => {
        const theirs = new RichText({ text: it });
        theirs.detectFacetsWithoutResolution();
        const handles = findSpans(it).flatMap((span) => (span.kind === 'mention' ? [span.handle] : []));
        const ours = asFacets(
          it,
          findSpans(it),
          Object.fromEntries(handles.map((handle) => [handle, handle])),
        );
        assert.deepEqual(bare(ours), bare((theirs.facets ?? []) as unknown as Facet[]));
      }),
      { numRuns: 300 },
    );
  });

  it('stays cheap on hostile text', () => {
    const start = process.cpuUsage();
    for (const text of [
      '#'.repeat(50_000),
      'a.'.repeat(50_000),
      '@a.'.repeat(30_000),
      `https://${'('.repeat(50_000)}`,
      `https://${')'.repeat(50_000)}`,
      `#a${'!'.repeat(50_000)}a`,
    ]) {
      findSpans(text);
    }
    assert.ok(process.cpuUsage(start).user < 1_000_000);
  });
});
