import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaveQueue, type SaveOutcome, type SaveState } from './save-queue.ts';

/** A clock that is moved by hand, and a server that answers when told. */
function bench(outcomes: SaveOutcome[] = []) {
  let now = 0;
  let timer: { at: number; callback: () => void } | null = null;
  const states: SaveState[] = [];
  let saves = 0;
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const queue = new SaveQueue({
    save: () => {
      saves += 1;
      const ready = outcomes.shift();
      return ready ? Promise.resolve(ready) : new Promise((resolve) => answers.push(resolve));
    },
    changed: (state) => states.push(state),
    timers: {
      now: () => now,
      set: (callback, ms) => (timer = { at: now + ms, callback }),
      clear: (old) => {
        if (timer === old) timer = null;
      },
    },
  });
  const advance = async (ms: number) => {
    now += ms;
    while (timer && timer.at <= now) {
      const due = timer;
      timer = null;
      due.callback();
      await new Promise(setImmediate);
    }
  };
  const answer = async (outcome: SaveOutcome) => {
    answers.shift()?.(outcome);
    await new Promise(setImmediate);
  };
  return { queue, states, advance, answer, saves: () => saves, last: () => states.at(-1) };
}

test('one save after a pause, however many keys were pressed', async () => {
  const { queue, advance, saves, last } = bench([{ kind: 'saved' }]);
  for (let key = 0; key < 20; key += 1) {
    queue.touch();
    await advance(200);
  }
  assert.equal(saves(), 0);
  await advance(1_200);
  assert.equal(saves(), 1);
  assert.equal(last()?.kind, 'saved');
  await advance(60_000);
  assert.equal(saves(), 1);
});

test('what is typed while a save is under way is saved after it, never beside it', async () => {
  const { queue, advance, answer, saves, last } = bench();
  queue.touch();
  await advance(1_200);
  queue.touch();
  await advance(5_000);
  assert.equal(saves(), 1, 'the second waits for the first');
  await answer({ kind: 'saved' });
  await advance(1_200);
  assert.equal(saves(), 2);
  await answer({ kind: 'saved' });
  assert.equal(last()?.kind, 'saved');
});

test('an offline minute: it tries again by itself, waits longer each time, and says since when', async () => {
  const later: SaveOutcome = { kind: 'later' };
  const { queue, advance, saves, last } = bench([later, later, later, { kind: 'saved' }]);
  queue.touch();
  await advance(1_200);
  assert.deepEqual(last(), { kind: 'offline', again: 4_200 });
  await advance(3_000);
  assert.equal(saves(), 2);
  await advance(6_000);
  assert.equal(saves(), 3);
  await queue.flush();
  assert.equal(saves(), 4, 'the line is back: at once');
  assert.equal(last()?.kind, 'saved');
});

test('while a person is asked nothing is sent, and the answer sends it', async () => {
  const { queue, advance, saves, last } = bench([{ kind: 'waiting' }, { kind: 'saved' }]);
  queue.touch();
  await advance(1_200);
  assert.equal(last()?.kind, 'waiting');
  queue.touch();
  await advance(60_000);
  await queue.flush();
  assert.equal(saves(), 1);
  queue.release(true);
  await advance(0);
  assert.equal(saves(), 2);
  assert.equal(last()?.kind, 'saved');
});

test('a refusal is shown and not repeated until something changes', async () => {
  const error = new Error('too long');
  const { queue, advance, saves, last } = bench([{ kind: 'refused', error }, { kind: 'saved' }]);
  queue.touch();
  await advance(1_200);
  assert.deepEqual(last(), { kind: 'refused', error });
  await advance(60_000);
  assert.equal(saves(), 1);
  queue.touch();
  await advance(1_200);
  assert.equal(saves(), 2);
});
