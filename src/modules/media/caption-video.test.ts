import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problem } from '#/kernel/errors.ts';
import { readCues } from './caption-video.ts';

const GOOD = '00:00:03,200 --> 00:00:04,200\nDobro.\n';

/** `line code` of each fault, or how many captions were read. */
async function read(text: string, fileName = 'titlovi.srt'): Promise<readonly string[] | number> {
  try {
    return (await readCues({ fileName, text })).length;
  } catch (problem) {
    assert.ok(problem instanceof Problem);
    return problem.faults.map(({ code, params }) => `${params?.line} ${code}`);
  }
}

describe('a file of captions', () => {
  test('SubRip and WebVTT are read, whatever wrote them', async () => {
    assert.equal(await read(`1\n${GOOD}\n2\n00:00:05,000 --> 00:00:06,000\nJoš.\n`), 2);
    assert.equal(await read(`\uFEFF1\r\n${GOOD.replaceAll('\n', '\r\n')}`), 1);
    assert.equal(await read('WEBVTT\n\nuvod\n00:03.200 --> 00:04.200 align:start\nDobro.\n', 'a.vtt'), 1);
    assert.equal(await read(`1\n${GOOD.replace('Dobro', 'Radimo od 10:30 do 11:45')}`), 1);
  });

  test('a caption with another arrow is not silently left out of a file with good ones', async () => {
    for (const arrow of ['->', '—>', '→', '-'])
      assert.deepEqual(await read(`1\n00:00:00,200 ${arrow} 00:00:01,200\nBez strelice.\n\n2\n${GOOD}`), [
        '2 captions.time',
      ]);
  });

  test('nor is one that ends before it begins', async () => {
    const backwards = '00:00:09,000 --> 00:00:08,000\nUnazad.\n';
    assert.deepEqual(await read(`1\n${GOOD}\n2\n${backwards}`), ['6 captions.backwards']);
    assert.deepEqual(await read(`1\n${backwards}\n2\n${GOOD}`), ['2 captions.backwards']);
  });

  test('each wrong line is told once, in their order', async () => {
    assert.deepEqual(await read(`1\n${GOOD}\n2\n00:00:01,000 --> 00:00:02,000\nRanije.\n`), [
      '6 captions.order',
    ]);
    assert.deepEqual(
      await read(`1\n00:00:1,2 --> 00:00:02,000\nKratko.\n\n2\n00:00:09,000 --> 00:00:08,000\nUnazad.\n`),
      ['2 captions.time', '6 captions.backwards'],
    );
    assert.deepEqual(await read('Samo tekst.\n'), ['1 captions.empty']);
    assert.deepEqual(await read(`1\n${GOOD}`, 'a.vtt'), ['1 captions.no-head']);
  });
});
