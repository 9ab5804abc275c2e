import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { SecretBox } from './secret-box.ts';

const OLD = 'old'.repeat(12);
const NEW = 'new'.repeat(12);
const OWNER = 'accounts:0190163d-8694-739b-aea5-966c26f8ad91';

suite('a secret box', () => {
  test('gives back what was put in', () => {
    const box = new SecretBox([NEW]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, owner) => {
        assert.equal(box.open(box.seal(plain, owner), owner), plain);
      }),
    );
  });

  test('never seals twice alike, nor shows what is inside', () => {
    const box = new SecretBox([NEW]);
    const [first, second] = [box.seal('token-of-bhas', OWNER), box.seal('token-of-bhas', OWNER)];
    assert.notEqual(first, second);
    for (const part of first.split('.')) {
      assert.doesNotMatch(Buffer.from(part, 'base64url').toString('latin1'), /token-of-bhas/);
    }
  });

  test('does not open for another owner', () => {
    const box = new SecretBox([NEW]);
    assert.throws(() => box.open(box.seal('token', OWNER), `${OWNER}x`));
  });

  test('does not open what was changed, in any part', () => {
    const box = new SecretBox([NEW]);
    const parts = box.seal('token', OWNER).split('.');
    for (const [index, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url');
      bytes[0]! ^= 1;
      const changed = index < 2 ? `${part}x` : bytes.toString('base64url');
      assert.throws(() => box.open(parts.with(index, changed).join('.'), OWNER), `part ${index}`);
    }
    for (const junk of ['', 'v1', 'token', 'v1.a.b.c.d', parts.slice(0, 4).join('.')]) {
      assert.throws(() => box.open(junk, OWNER));
    }
  });

  test('does not open with a shortened tag: one byte of it would be guessed in a moment', () => {
    const box = new SecretBox([NEW]);
    const parts = box.seal('token', OWNER).split('.');
    const short = Buffer.from(parts[3]!, 'base64url').subarray(0, 4).toString('base64url');
    assert.throws(() => box.open(parts.with(3, short).join('.'), OWNER));
  });

  test('opens with an old key after a rotation, and says that it is old', () => {
    const sealed = new SecretBox([OLD]).seal('token', OWNER);
    const both = new SecretBox([NEW, OLD]);
    assert.equal(both.open(sealed, OWNER), 'token');
    assert.equal(both.isStale(sealed), true);
    const again = both.seal('token', OWNER);
    assert.equal(both.isStale(again), false);
    assert.equal(new SecretBox([NEW]).open(again, OWNER), 'token');
  });

  test('names the setting when its key is gone, and not the secret', () => {
    const sealed = new SecretBox([OLD]).seal('token', OWNER);
    assert.throws(() => new SecretBox([NEW]).open(sealed, OWNER), /GLASNIK_SECRET_KEY/);
    assert.throws(() => new SecretBox([]), /needs a key/);
  });
});
