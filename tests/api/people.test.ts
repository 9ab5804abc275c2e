import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { grant, type Role } from '#/modules/people/index.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import {
  addPerson as addPersonTo,
  PASSWORD,
  testApp,
  type TestApp,
  type TestInstitution,
} from '../helpers/app.ts';
import { totp } from '../helpers/totp.ts';

describe('a new first password', () => {
  let app: TestApp;
  let house: TestInstitution;
  let administrator: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    administrator = await signIn(app.url, house.people.administrator.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const renewal = (personId: string, endTwoFactor = false) => ({
    params: { institutionId: house.id, personId },
    body: { endTwoFactor },
  });
  const renew = async (personId: string, endTwoFactor?: boolean) => {
    const options = renewal(personId, endTwoFactor);
    const given = await administrator.get<{ firstPassword: string }>('renewColleaguePassword', options);
    return given.firstPassword;
  };
  const addPerson = async (): Promise<{ id: string; email: string; password: string }> => ({
    ...(await addPersonTo(app.database, house, 'editor')),
    password: PASSWORD,
  });
  /** What the browser does at sign-in and with the second factor; answers the cookies too. */
  const auth = async (path: string, body: object, cookie = '') => {
    const response = await fetch(`${app.url}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: app.url,
        'glasnik-request': 'test',
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return {
      status: response.status,
      body: (await response.json().catch(() => ({}))) as Record<string, unknown>,
      cookie: cookies.join('; '),
    };
  };
  const addTwoFactor = async ({ email, password }: { email: string; password: string }) => {
    const { cookie } = await auth('sign-in/email', { email, password });
    const { body } = await auth('two-factor/enable', { password }, cookie);
    const uri = String(body.totpURI);
    assert.equal((await auth('two-factor/verify-totp', { code: totp(uri) }, cookie)).status, 200);
    return uri;
  };
  const actsOf = async (personId: string) =>
    (
      await app.database.owner.query<{ person_id: string; via: string; detail: unknown; text: string }>(
        `select person_id, via, detail, acts::text as text from acts
         where kind = 'person.password-renewed' and subject_id = $1 order by id`,
        [personId],
      )
    ).rows;

  test('it signs in; the old one and every session are over; the record keeps who gave it, not what', async () => {
    const person = await addPerson();
    const [here, there] = [
      await signIn(app.url, person.email, person.password),
      await signIn(app.url, person.email, person.password),
    ];
    const answer = await administrator.call('renewColleaguePassword', renewal(person.id));
    assert.equal(answer.status, 200);
    const { firstPassword } = answer.body as { firstPassword: string };
    for (const session of [here, there]) assert.equal((await session.call('getMe')).status, 401);
    await assert.rejects(signIn(app.url, person.email, person.password), /401/);
    assert.equal((await (await signIn(app.url, person.email, firstPassword)).call('getMe')).status, 200);
    assert.equal((await administrator.call('getMe')).status, 200);
    const acts = await actsOf(person.id);
    assert.deepEqual(
      acts.map(({ person_id, via, detail }) => ({ person_id, via, detail })),
      [{ person_id: house.people.administrator.id, via: 'session', detail: { twoFactorEnded: false } }],
    );
    assert.ok(!acts[0]?.text.includes(firstPassword));
  });

  test('it is shown once: sent again with the same key, the request says that it was done', async () => {
    const person = await addPerson();
    const options = { ...renewal(person.id), headers: { 'idempotency-key': randomUUID() } };
    const made = await administrator.call('renewColleaguePassword', options);
    assert.equal((await administrator.call('renewColleaguePassword', options)).status, 409);
    const { rows } = await app.database.owner.query<{ body: string | null }>(
      'select body from idempotency_keys',
    );
    const { firstPassword } = made.body as { firstPassword: string };
    assert.ok(rows.every(({ body }) => !body?.includes(firstPassword)));
    assert.equal((await actsOf(person.id)).length, 1);
  });

  for (const role of ['head', 'editor', 'auditor'] satisfies Role[]) {
    test(`refused to the role ${role}`, async () => {
      const caller = await signIn(app.url, house.people[role].email);
      const problem = await caller.problem('renewColleaguePassword', renewal(house.people.administrator.id));
      assert.deepEqual([problem.status, problem.code], [403, 'permission.missing']);
      assert.deepEqual(await actsOf(house.people.administrator.id), []);
      await signIn(app.url, house.people.administrator.email);
    });
  }

  test('refused to a program with a key, and for oneself', async () => {
    const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
      params: { institutionId: house.id },
      body: { name: 'proba', role: 'administrator' },
    });
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    const byKey = await program.problem('renewColleaguePassword', renewal(house.people.head.id));
    assert.deepEqual([byKey.status, byKey.code], [403, 'person.password-by-person']);
    const own = renewal(house.people.administrator.id);
    const ofOneself = await administrator.problem('renewColleaguePassword', own);
    assert.deepEqual([ofOneself.status, ofOneself.code], [409, 'person.own-password']);
  });

  test('refused while the person has a role in another institution, and for who is gone from this one', async () => {
    const other = await app.addInstitution();
    const person = await addPerson();
    const within = { institutionId: other.id };
    await app.database.db.within(within, (tx) =>
      grant(tx, other.actor('administrator'), person.id, ['editor'], Temporal.Now.instant()),
    );
    const both = await administrator.problem('renewColleaguePassword', renewal(person.id, true));
    assert.deepEqual([both.status, both.code], [409, 'person.elsewhere']);
    assert.match(both.title, /another institution.*must ask/);
    await signIn(app.url, person.email, person.password);
    const setRoles = (who: ApiClient, institutionId: string) =>
      who.get('setColleagueRoles', { params: { institutionId, personId: person.id }, body: { roles: [] } });
    await setRoles(await signIn(app.url, other.people.administrator.email), other.id);
    await signIn(app.url, person.email, await renew(person.id));
    await setRoles(administrator, house.id);
    const gone = await administrator.problem('renewColleaguePassword', renewal(person.id));
    assert.deepEqual([gone.status, gone.code], [404, 'person.not-found']);
  });

  test('the second factor stays, and what was half signed in is over', async () => {
    const person = await addPerson();
    const uri = await addTwoFactor(person);
    const half = await auth('sign-in/email', person);
    assert.equal(half.body.twoFactorRedirect, true);
    const password = await renew(person.id);
    assert.notEqual((await auth('two-factor/verify-totp', { code: totp(uri) }, half.cookie)).status, 200);
    const again = await auth('sign-in/email', { email: person.email, password });
    assert.equal(again.body.twoFactorRedirect, true);
    assert.equal((await auth('two-factor/verify-totp', { code: totp(uri) }, again.cookie)).status, 200);
  });

  test('the second factor goes where that is asked for, and the record says so', async () => {
    const person = await addPerson();
    await addTwoFactor(person);
    const unsaid = await administrator.problem('renewColleaguePassword', { ...renewal(person.id), body: {} });
    assert.deepEqual(
      unsaid.faults?.map(({ path, code }) => [path, code]),
      [['/endTwoFactor', 'field.required']],
    );
    const me = await signIn(app.url, person.email, await renew(person.id, true));
    assert.equal((await me.get('getMe')).twoFactor, false);
    assert.deepEqual(
      (await actsOf(person.id)).map(({ detail }) => detail),
      [{ twoFactorEnded: true }],
    );
    const { rows } = await app.database.owner.query('select 1 from two_factors where person_id = $1', [
      person.id,
    ]);
    assert.equal(rows.length, 0);
  });

  test('nobody else is touched', async () => {
    const head = await signIn(app.url, house.people.head.email);
    await renew(house.people.editor.id);
    assert.equal((await head.call('getMe')).status, 200);
    await signIn(app.url, house.people.head.email, PASSWORD);
    await assert.rejects(signIn(app.url, house.people.editor.email, PASSWORD), /401/);
  });
});
