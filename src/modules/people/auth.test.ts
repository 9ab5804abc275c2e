import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createLogger } from '#/kernel/logger.ts';
import { addInstitution, PASSWORD, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { totp } from '../../../tests/helpers/totp.ts';
import { createAuth, type Auth } from './auth.ts';

const URL_OF_US = 'http://localhost:4600';
const [OLD, NEW] = [
  'an old secret of more than thirty-two characters',
  'a new secret, also of more than thirty-two chars',
];

describe('sign-in', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let house: TestInstitution;
  before(async () => {
    database = await testDatabase();
    pool = new pg.Pool({ connectionString: database.appUrl, max: 4 });
    house = await addInstitution(database, ['editor']);
  });
  after(async () => {
    await pool.end();
    await database[Symbol.asyncDispose]();
  });

  const authWith = (...secrets: string[]) =>
    createAuth({
      pool,
      url: URL_OF_US,
      origins: [URL_OF_US],
      secrets,
      log: createLogger('silent'),
      rateLimit: false,
    });

  async function post(auth: Auth, path: string, body: object, cookie = '') {
    const response = await auth.handler(
      new Request(`${URL_OF_US}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: URL_OF_US, cookie },
        body: JSON.stringify(body),
      }),
    );
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return {
      status: response.status,
      body: JSON.parse((await response.text()) || '{}') as Record<string, unknown>,
      cookie: cookies.join('; '),
    };
  }

  test('keeps second factors and recovery codes over a change of the secret key', async () => {
    const credentials = { email: house.people.editor.email, password: PASSWORD };
    const first = authWith(OLD);
    const signedIn = await post(first, '/sign-in/email', credentials);
    const enabled = await post(first, '/two-factor/enable', { password: PASSWORD }, signedIn.cookie);
    const uri = String(enabled.body.totpURI);
    const confirmed = await post(first, '/two-factor/verify-totp', { code: totp(uri) }, signedIn.cookie);
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));

    const turned = authWith(NEW, OLD);
    const asked = await post(turned, '/sign-in/email', credentials);
    assert.equal(asked.body.twoFactorRedirect, true);
    const wrong = await post(turned, '/two-factor/verify-totp', { code: '000000' }, asked.cookie);
    assert.equal(wrong.status, 401);
    const right = await post(turned, '/two-factor/verify-totp', { code: totp(uri) }, asked.cookie);
    assert.equal(right.status, 200, JSON.stringify(right.body));

    const again = await post(turned, '/sign-in/email', credentials);
    const [code] = enabled.body.backupCodes as string[];
    const recovered = await post(turned, '/two-factor/verify-backup-code', { code }, again.cookie);
    assert.equal(recovered.status, 200, JSON.stringify(recovered.body));

    // The old key alone is what makes the difference.
    const without = authWith(NEW);
    const last = await post(without, '/sign-in/email', credentials);
    const lost = await post(without, '/two-factor/verify-totp', { code: totp(uri) }, last.cookie);
    assert.notEqual(lost.status, 200);
  });
});
