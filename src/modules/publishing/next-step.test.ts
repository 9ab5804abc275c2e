import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectorFault } from '#/connectors/contract.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';
import { findingFailed, preparingFailed, publishingFailed } from './connector-faults.ts';
import { settle, type Situation } from './next-step.ts';
import { TUNING } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const reason = { code: 'network.server-error' };
const at = (changes: Partial<Situation> = {}): Situation => ({
  step: 'prepared',
  handle: { id: 1 },
  tries: 0,
  tryingSince: now,
  findable: true,
  now,
  ...changes,
});
const in_ = (seconds: number) => now.add({ seconds });
const next = (situation: Situation, outcome: Parameters<typeof settle>[1]) =>
  settle(situation, outcome, TUNING, 0.5);

describe('the next step', () => {
  it('keeps the handle of a delivery that has to wait, so that nothing is uploaded twice', () => {
    const settled = next(at(), { kind: 'retry', after: null, reason });
    assert.deepEqual(settled, {
      state: 'retrying',
      step: 'prepared',
      handle: { id: 1 },
      tries: 1,
      nextAttemptAt: in_(5),
      reason,
      proof: null,
    });
  });

  it('never comes back before the network wants it, and not too fast either', () => {
    const far = next(at({ tries: 9 }), { kind: 'retry', after: in_(7200), reason });
    assert.equal(far.nextAttemptAt?.toString(), in_(7200).toString());
    const near = next(at(), { kind: 'retry', after: in_(1), reason });
    assert.equal(near.nextAttemptAt?.toString(), in_(1).toString());
    const past = next(at(), { kind: 'retry', after: in_(-5), reason });
    assert.ok(Temporal.Instant.compare(past.nextAttemptAt ?? now, now) > 0);
    const again = next(at({ tries: 5 }), { kind: 'retry', after: in_(1), reason });
    assert.equal(again.nextAttemptAt?.toString(), in_(20).toString());
  });

  it('asks again, by looking, what the network still works on', () => {
    const settled = next(at(), { kind: 'pending', after: in_(30), handle: { container: 7 } });
    assert.equal(settled.state, 'retrying');
    assert.equal(settled.step, 'sent');
    assert.deepEqual(settled.handle, { container: 7 });
    assert.equal(settled.tries, 0);
    assert.equal(settled.nextAttemptAt?.toString(), in_(30).toString());
    const day = at({ tryingSince: now.subtract({ hours: 24 }) });
    assert.equal(next(day, { kind: 'pending', after: in_(30), handle: {} }).state, 'unknown');
  });

  it('gives the network time to settle after a doubt, and asks a person where it cannot be asked', () => {
    const settled = next(at(), { kind: 'unknown', reason });
    assert.deepEqual([settled.state, settled.step], ['retrying', 'sent']);
    assert.equal(settled.nextAttemptAt?.toString(), in_(10).toString());
    const unaskable = next(at({ findable: false }), { kind: 'unknown', reason });
    assert.deepEqual([unaskable.state, unaskable.step, unaskable.nextAttemptAt], ['unknown', 'sent', null]);
  });

  it('never calls failed what may be on the network', () => {
    const day = { tryingSince: now.subtract({ hours: 24 }), step: 'sent' as const };
    for (const outcome of [
      { kind: 'retry', after: null, reason },
      { kind: 'cannot-tell', reason },
      { kind: 'rejected', reason },
      { kind: 'unknown', reason },
    ] as const) {
      assert.equal(next(at(day), outcome).state, 'unknown', outcome.kind);
    }
    assert.equal(
      next(at({ ...day, step: 'prepared' }), { kind: 'retry', after: null, reason }).state,
      'failed',
    );
  });

  it('keeps the handle of what failed after a part of it stood there', () => {
    const begun = next(at(), { kind: 'rejected', reason, begun: true });
    assert.deepEqual([begun.state, begun.step, begun.handle], ['failed', 'sent', at().handle]);
    const whole = next(at(), { kind: 'rejected', reason });
    assert.deepEqual([whole.state, whole.step, whole.handle], ['failed', 'none', null]);
  });

  it('keeps what was sent in mind while the account is blocked', () => {
    assert.equal(next(at({ step: 'sent' }), { kind: 'reauthorise', reason }).step, 'sent');
    assert.equal(next(at(), { kind: 'reauthorise', reason }).state, 'blocked');
  });

  it('takes what a connector throws for a doubt unless it surely was none', () => {
    assert.equal(publishingFailed(new TypeError('fault of the connector')).kind, 'unknown');
    assert.equal(publishingFailed(new FetchFault('timeout', true)).kind, 'unknown');
    assert.equal(publishingFailed(new FetchFault('no-connection', false)).kind, 'retry');
    assert.equal(publishingFailed(new ConnectorFault('rejected', reason)).kind, 'rejected');
    assert.equal(publishingFailed(new ConnectorFault('reauthorise', reason)).kind, 'reauthorise');
    assert.equal(publishingFailed(new ConnectorFault('retry', reason)).kind, 'unknown');
    assert.equal(preparingFailed(new FetchFault('timeout', true)).kind, 'retry');
    assert.equal(preparingFailed(new FetchFault('private-address', false)).kind, 'rejected');
    assert.equal(findingFailed(new TypeError('fault of the connector')).kind, 'retry');
    assert.equal(findingFailed(new ConnectorFault('rejected', reason)).kind, 'cannot-tell');
  });
});
