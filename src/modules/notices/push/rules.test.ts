import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPushEndpoint, nextTry, outcomeOf } from './rules.ts';

test('the rules: what an answer means, how long to wait, and which addresses are taken', () => {
  const now = Temporal.Instant.from('2026-11-25T08:00:00Z');
  const later = (header: string | null) => outcomeOf(503, header, now);
  assert.deepEqual(later('Wed, 25 Nov 2026 08:02:00 GMT'), { kind: 'later', afterSeconds: 120, said: '503' });
  assert.deepEqual(later('soon'), { kind: 'later', afterSeconds: null, said: '503' });
  assert.equal(outcomeOf(413, null, now).kind, 'refused');
  assert.equal(outcomeOf(202, null, now).kind, 'taken');
  const message = { attempts: 1, created_at: now };
  assert.equal(nextTry(message, null, now)?.toString(), '2026-11-25T08:00:30Z');
  assert.equal(nextTry({ ...message, attempts: 20 }, null, now)?.toString(), '2026-11-25T09:00:00Z');
  assert.equal(nextTry(message, 25 * 3600, now), null);
  for (const good of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://web.push.apple.com/Q',
    'https://9.9.9.9/x',
  ])
    assert.ok(isPushEndpoint(good, []), good);
  assert.ok(isPushEndpoint('http://localhost:8080/x', ['localhost:8080']));
  assert.ok(!isPushEndpoint('http://localhost:8081/x', ['localhost:8080']));
});
