import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSrt, toVtt } from './srt.ts';

describe('captions as SubRip', () => {
  it('numbers the cues and leaves out what SubRip has not', () => {
    const vtt = [
      '\uFEFFWEBVTT - Sjednica\r\nKind: captions',
      'NOTE nije za gledaoce\n00:00 nije vrijeme',
      'STYLE\n::cue { color: red }',
      'uvod\n00:01.000 --> 00:02.500 align:start line:0\n<v Amra>Dobar dan, <b>svima</b>',
      '01:00:03.000 --> 01:00:04.000\nVoda &amp; struja\n<c.blue>Most</c>',
      '00:05.000 --> 00:06.000\n',
    ].join('\n\n');
    assert.equal(
      toSrt(vtt),
      [
        '1\n00:00:01,000 --> 00:00:02,500\nDobar dan, <b>svima</b>\n',
        '2\n01:00:03,000 --> 01:00:04,000\nVoda & struja\nMost\n',
      ].join('\n'),
    );
  });

  it('comes back as it went', () => {
    const vtt =
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nDobar dan\n\n00:00:03.000 --> 00:00:04.000\n2024\nHvala\n';
    assert.equal(toVtt(toSrt(vtt)), vtt);
  });
});
