import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newSecret, signedHeaders } from './signing.ts';

describe('the signature of a message', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: Temporal.Instant.fromEpochMilliseconds(1_614_265_330_999),
  };
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

  // What `new Webhook(secret).sign(…)` of the reference library answers (npm standardwebhooks 1.1.1).
  for (const [body, signature] of [
    ['{"test": 2432232314}', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
    ['{"čžš":"ћ"}', 'v1,tgyv6PIm1TpE7QrEyJZ2KjVBYcnqXegyTsn7SbS21jg='],
  ] as const)
    test(`is that of the reference library: ${body}`, () => {
      assert.deepEqual(signedHeaders({ ...message, body }, [secret]), {
        'webhook-id': message.id,
        'webhook-timestamp': '1614265330',
        'webhook-signature': signature,
      });
    });

  test('stands once for each secret, with a space between', () => {
    const { 'webhook-signature': both } = signedHeaders({ ...message, body: '{}' }, [newSecret(), secret]);
    const parts = both!.split(' ');
    assert.equal(parts.length, 2);
    assert.equal(parts[1], signedHeaders({ ...message, body: '{}' }, [secret])['webhook-signature']);
  });

  test('is made with a key of 32 bytes of its own', () => {
    const secrets = [newSecret(), newSecret()];
    assert.equal(new Set(secrets).size, 2);
    for (const one of secrets) {
      assert.match(one, /^whsec_[A-Za-z0-9+/]+={0,2}$/);
      assert.equal(Buffer.from(one.slice(6), 'base64').length, 32);
    }
  });
});
