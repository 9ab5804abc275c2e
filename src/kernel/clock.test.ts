import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ManualClock, systemClock } from './clock.ts';

/** True once the promise has settled, after everything that was ready has run. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  await new Promise(setImmediate);
  return done;
}

suite('the system clock', () => {
  test('tells the time of the system', () => {
    const before = Temporal.Now.instant().epochMilliseconds;
    const now = systemClock.now().epochMilliseconds;
    assert.ok(now >= before && now <= Temporal.Now.instant().epochMilliseconds);
  });

  test('sleeps its time', async () => {
    const begun = performance.now();
    await systemClock.sleep(30);
    assert.ok(performance.now() - begun >= 29);
  });

  test('wakes at once when the signal aborts, before or during the sleep', async () => {
    const begun = performance.now();
    await systemClock.sleep(60_000, AbortSignal.abort());
    await systemClock.sleep(60_000, AbortSignal.timeout(10));
    assert.ok(performance.now() - begun < 5000);
  });
});

suite('a manual clock', () => {
  const start = '2026-10-25T00:30:00Z';

  test('stands still until it is moved', async () => {
    const clock = new ManualClock(start);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(clock.now().toString(), start);
    clock.advance({ hours: 1, minutes: 30 });
    assert.equal(clock.now().toString(), '2026-10-25T02:00:00Z');
    clock.set('2026-10-24T00:00:00Z');
    assert.equal(clock.now().toString(), '2026-10-24T00:00:00Z');
  });

  test('wakes each sleeper at its moment and not before', async () => {
    const clock = new ManualClock(start);
    const [short, long] = [clock.sleep(1000), clock.sleep(2000)];
    assert.equal(await settled(short), false);
    clock.advance({ milliseconds: 999 });
    assert.equal(await settled(short), false);
    clock.advance({ milliseconds: 1 });
    assert.deepEqual([await settled(short), await settled(long)], [true, false]);
    clock.advance({ hours: 1 });
    assert.equal(await settled(long), true);
  });

  test('wakes all whose time has come, in one move', async () => {
    const clock = new ManualClock(start);
    const sleepers = Array.from({ length: 50 }, (_, index) => clock.sleep(index * 10));
    clock.advance({ seconds: 1 });
    await Promise.all(sleepers);
  });

  test('does not sleep for nothing, nor after an abort', async () => {
    const clock = new ManualClock(start);
    await clock.sleep(0);
    await clock.sleep(1000, AbortSignal.abort());
    const controller = new AbortController();
    const sleeper = clock.sleep(1000, controller.signal);
    controller.abort();
    await sleeper;
  });
});
