import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { SANDBOX_FAULTS as contractFaults } from '#/contract/index.ts';
import * as protocol from '#/connectors/sandbox/protocol.ts';
import * as rules from './rules.ts';
import { handleOfAuthor } from './comments.ts';
import { hashOfRenewToken, makeCode, makeToken, newRenewToken, readCode, readToken } from './tokens.ts';

const NOW = Temporal.Instant.from('2026-11-24T09:00:00Z');
const INSTITUTION = '01900000-0000-7000-8000-000000000001';
const SECRET = 'a secret of thirty-two characters';

suite('the rules of the practice network', () => {
  test('are those of its protocol', () => {
    const { text, comment, alt, images, imageBytes, mime } = rules.LIMITS;
    assert.deepEqual({ text, comment, alt, images, imageBytes, mime }, protocol.SANDBOX_LIMITS);
    assert.equal(String(rules.HANDLE), String(protocol.SANDBOX_HANDLE));
    assert.equal(String(rules.KEY), String(protocol.SANDBOX_KEY));
    assert.equal(rules.CODE_LIFETIME_MINUTES, protocol.CODE_LIFETIME_MINUTES);
    assert.deepEqual(rules.FAULTS, protocol.SANDBOX_FAULTS);
    assert.deepEqual(Object.keys(rules.FAULTS), [...contractFaults]);
  });

  test('a fault meets the requests that the protocol names', () => {
    const met = (fault: rules.SandboxFault) =>
      (['session', 'media', 'publish', 'other'] as const).filter((kind) => rules.faultApplies(fault, kind));
    assert.deepEqual(met('lose-answer'), ['publish']);
    assert.deepEqual(met('refuse-media'), ['media']);
    assert.deepEqual(met('expire-token'), ['media', 'publish', 'other']);
    assert.deepEqual(met('slow'), ['session', 'media', 'publish', 'other']);
  });

  test('a citizen has a handle in Latin letters', () => {
    assert.equal(handleOfAuthor('Ђорђе Ћосић'), 'djordje-cosic');
    assert.equal(handleOfAuthor('🙂'), 'citizen');
  });
});

suite('a connect code', () => {
  test('says which institution it was given to, for an hour', () => {
    const code = makeCode(SECRET, INSTITUTION, NOW);
    assert.equal(readCode(SECRET, code, NOW), INSTITUTION);
    assert.equal(readCode(SECRET, ` ${code}\n`, NOW.add({ minutes: 60 })), INSTITUTION);
    assert.equal(readCode(SECRET, code, NOW.add({ minutes: 60, seconds: 1 })), null);
  });

  test('cannot be made, changed or lengthened without the secret', () => {
    const code = makeCode(SECRET, INSTITUTION, NOW);
    const [id = '', until = '', signed = ''] = code.split('.');
    const later = NOW.add({ hours: 9999 }).epochMilliseconds.toString(36);
    for (const bad of [
      makeCode('another secret', INSTITUTION, NOW),
      `${id.replace(/1$/, '2')}.${until}.${signed}`,
      `${id}.${later}.${signed}`,
      `${code}.x`,
      `${id}.${until}`,
      '',
    ]) {
      assert.equal(readCode(SECRET, bad, NOW), null, bad);
    }
  });
});

suite('a token', () => {
  test('leads to the hash that is kept, and expires', () => {
    const renewToken = newRenewToken();
    const token = makeToken(renewToken, NOW);
    assert.deepEqual(readToken(token, NOW), { hash: hashOfRenewToken(renewToken), isExpired: false });
    assert.equal(readToken(token, NOW.add({ hours: 13 }))?.isExpired, true);
    assert.ok(!token.includes(renewToken));
  });

  test('is none once it was touched', () => {
    const token = makeToken(newRenewToken(), NOW);
    const [half = '', until = '', signed = ''] = token.split('.');
    const later = NOW.add({ hours: 9999 }).epochMilliseconds.toString(36);
    for (const bad of [`${half}.${later}.${signed}`, `${half}.${until}.x`, half, '']) {
      assert.equal(readToken(bad, NOW), null, bad);
    }
  });
});
