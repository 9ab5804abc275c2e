import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';

const NEW = 'a sentence that is new';
type Link = { personId: string; until: number; stamp: string; signature: string };

/** What the page takes from the address of a link. */
function linkIn(text: string): Link {
  const [, personId, until, stamp, signature] = /\/studio\/password\/([\w-]+)\/(\d+)\/([\w-]+)#([\w-]+)/.exec(
    text,
  )!;
  return { personId: personId!, until: Number(until), stamp: stamp!, signature: signature! };
}

describe('a forgotten password', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let house: TestInstitution;
  let nobody: ApiClient;
  const clock = new ManualClock(Temporal.Now.instant());

  before(async () => {
    smtp = await testSmtp();
    app = await testApp({
      clock,
      env: { GLASNIK_SMTP_URL: smtp.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    nobody = apiClient(app.url);
    house = await app.addInstitution();
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await smtp[Symbol.asyncDispose]();
  });

  const ask = (email: string) => nobody.call('askForPassword', { body: { email } });
  const choose = (link: Link, password = NEW) =>
    nobody.call('choosePassword', { body: { ...link, password } });
  const codeOf = (reply: { body: unknown }) => (reply.body as { code: string }).code;
  const linkFor = async (email: string) => {
    assert.equal((await ask(email)).status, 204);
    return linkIn((await smtp.mailTo(email.toLowerCase())).text ?? '');
  };

  test('is replaced once, by the mailed link, which ends every sign-in and keeps the second factor', async () => {
    const { email, id } = house.people.editor;
    const before = await signIn(app.url, email);
    await app.database.owner.query(
      `insert into passkeys (id, person_id, public_key, credential_id, counter, device_type, backed_up)
       values (gen_random_uuid(), $1, 'k', 'c', 0, 'singleDevice', false)`,
      [id],
    );
    const link = await linkFor(email.toUpperCase());
    const { rows: kept } = await app.database.owner.query<{ row: string }>(
      `select mails::text as row from mails where to_address = $1`,
      [email],
    );
    assert.ok(!kept[0]!.row.includes(link.signature), 'what opens the account lies in a table');
    assert.deepEqual(await nobody.get('openPasswordLink', { body: link }), { email });
    assert.equal((await choose(link, 'short')).status, 422);
    const answers = await Promise.all([choose(link), choose(link)]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    assert.equal(codeOf(await choose(link)), 'password-link.over');

    assert.equal((await before.call('getMe')).status, 401);
    await assert.rejects(signIn(app.url, email, PASSWORD));
    await signIn(app.url, email, NEW);
    const { rows } = await app.database.owner.query(`select 1 from passkeys where person_id = $1`, [id]);
    assert.equal(rows.length, 1);
    const { rows: acts } = await app.database.owner.query(
      `select person_id from acts where kind = 'person.password-chosen'`,
    );
    assert.deepEqual(acts, [{ person_id: id }]);
  });

  test('is not replaced by a link that is changed, or older than an hour', async () => {
    const link = await linkFor(house.people.head.email);
    const other = house.people.auditor.id;
    for (const wrong of [
      { personId: other },
      { until: link.until + 3600 },
      { stamp: 'x' },
      { signature: 'x' },
    ])
      assert.equal(codeOf(await choose({ ...link, ...wrong })), 'password-link.not-found');
    clock.advance({ minutes: 61 });
    assert.equal(codeOf(await choose(link)), 'password-link.expired');
    assert.equal(codeOf(await nobody.call('openPasswordLink', { body: link })), 'password-link.expired');
    await signIn(app.url, house.people.head.email);
  });

  test('is answered alike whether the address is known or not, and only so often', async () => {
    const unknown = 'nobody-has-this@example.org';
    const [there, not] = [await ask(house.people.auditor.email), await ask(unknown)];
    assert.deepEqual([not.status, not.body], [there.status, there.body]);
    await smtp.mailTo(house.people.auditor.email);
    const { rows } = await app.database.owner.query(`select 1 from mails where to_address = $1`, [unknown]);
    assert.equal(rows.length, 0);
    for (const email of [house.people.auditor.email, unknown]) {
      for (let times = 1; times < 5; times += 1) await ask(email);
      assert.equal(codeOf(await ask(email)), 'request.too-many');
    }
  });

  test('was never there where a directory or a passkey opens the account: the mail says so', async () => {
    const { email, id } = house.people.administrator;
    await app.database.owner.query(`delete from credentials where person_id = $1`, [id]);
    assert.equal((await ask(email)).status, 204);
    const mail = await smtp.mailTo(email);
    assert.ok(mail.text?.includes('/studio/sign-in'));
    assert.ok(!mail.text?.includes('/studio/password/'));
  });

  test('is for the administrator where no e-mail is sent', async () => {
    await using silent = await testApp();
    const quiet = apiClient(silent.url);
    assert.equal((await quiet.get<{ mails: boolean }>('getSetup')).mails, false);
    const refused = await quiet.call('askForPassword', { body: { email: 'x@example.org' } });
    assert.equal(codeOf(refused), 'mail.not-set-up');
  });
});
