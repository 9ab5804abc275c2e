import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markUp } from '../composer/mark-up.ts';
import { draw, marksWithin, pointInFrame, type Mark } from './draw.ts';

const TEXT = 'Odluka važi od danas. #JavnaUprava';
const mark = (words: string, number: number): Mark => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  threadId: `t${number}`,
  number,
  by: 'Ana',
});
const drawn = (marks: readonly Mark[]) =>
  draw(markUp(TEXT), marks).map(({ marks: of, pieces }) => [
    pieces.map(({ text }) => text).join('|'),
    ...of.map(({ number }) => number),
  ]);

describe('remarks drawn into a text', () => {
  test('a text without remarks is one stretch', () => {
    assert.deepEqual(drawn([]), [['Odluka važi od danas. |#JavnaUprava']]);
  });

  test('each remark is a stretch of its own, and nothing of the text is lost', () => {
    assert.deepEqual(drawn([mark('danas', 2), mark('Odluka', 1)]), [
      ['Odluka', 1],
      [' važi od '],
      ['danas', 2],
      ['. |#JavnaUprava'],
    ]);
  });

  test('those that overlap share one, in the order of their places', () => {
    assert.deepEqual(drawn([mark('važi od danas', 1), mark('od danas. #Javna', 2)]), [
      ['Odluka '],
      ['važi od danas. |#Javna', 1, 2],
      ['Uprava'],
    ]);
  });

  test('a cut goes through a remark, and leaves out one that lies beyond', () => {
    const within = marksWithin([mark('važi od danas', 1), mark('#JavnaUprava', 2)], 0, 14);
    assert.deepEqual(
      within.map(({ start, end, number }) => [start, end, number]),
      [[7, 14, 1]],
    );
    assert.deepEqual(
      marksWithin([mark('danas', 1)], TEXT.indexOf('danas'), 5).map(({ start, end }) => [start, end]),
      [[0, 5]],
    );
  });
});

describe('a point of a picture in a frame', () => {
  const frame = { width: 100, height: 100 };
  test('stays where it is in a frame of the picture’s shape', () => {
    assert.deepEqual(pointInFrame({ x: 0.2, y: 0.7 }, { width: 400, height: 400 }, frame, null), {
      x: 0.2,
      y: 0.7,
    });
  });

  test('moves with what is cut away, by the focus', () => {
    const wide = { width: 200, height: 100 };
    assert.deepEqual(pointInFrame({ x: 0.5, y: 0.5 }, wide, frame, null), { x: 0.5, y: 0.5 });
    assert.deepEqual(pointInFrame({ x: 0.5, y: 0.5 }, wide, frame, { x: 0, y: 0.5 }), { x: 1, y: 0.5 });
    assert.deepEqual(pointInFrame({ x: 0.25, y: 0.5 }, wide, frame, { x: 0, y: 0.5 }), { x: 0.5, y: 0.5 });
  });

  test('that is cut away lies at the edge', () => {
    assert.equal(pointInFrame({ x: 0.05, y: 0.5 }, { width: 200, height: 100 }, frame, null).x, 0);
  });
});
