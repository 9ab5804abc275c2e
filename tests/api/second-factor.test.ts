import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { operations, type Operation, type OperationName } from '#/contract/index.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { CookieJar } from '../helpers/cookie-jar.ts';
import { totp } from '../helpers/totp.ts';

type Access = { institution: { id: string }; access: string; secondFactorBy: string | null };

describe('a second factor that the institution asks for', () => {
  let app: TestApp;
  let house: TestInstitution;
  let administrator: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    administrator = await signIn(app.url, house.people.administrator.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const params = () => ({ institutionId: house.id });
  const ask = (secondFactorFrom: string | null, who = administrator) =>
    app.database.owner
      .query<{ revision: number }>('select revision from sign_in_rules where institution_id = $1', [house.id])
      .then(({ rows }) =>
        who.call('setSignInRules', {
          params: params(),
          body: { secondFactorFrom },
          headers: { 'if-match': `"${rows[0]?.revision ?? 0}"` },
        }),
      );
  /** By the owner: once it is asked for, the administrator of this test is out as well. */
  const rule = (from: string | null) =>
    app.database.owner.query(
      `insert into sign_in_rules values ($1, $2, 1, now())
       on conflict (institution_id) do update set second_factor_from = $2`,
      [house.id, from],
    );
  const accessOf = async (who: ApiClient) => {
    const { memberships } = await who.get<{ memberships: Access[] }>('getMe');
    return memberships.find(({ institution }) => institution.id === house.id);
  };
  const auth = async (jar: CookieJar, path: string, body: object) => {
    const response = await jar.go(`${app.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const clientOf = (jar: CookieJar) =>
    apiClient(app.url, { cookie: jar.cookie(app.url), origin: app.url, 'glasnik-request': 'test' });

  test('a date ahead is a grace: everything opens, and everybody is told by when', async () => {
    const from = Temporal.Now.instant().add({ hours: 24 }).toString({ smallestUnit: 'second' });
    assert.equal((await ask(from)).status, 200);
    const editor = await signIn(app.url, house.people.editor.email);
    assert.equal((await editor.call('listPosts', { params: params() })).status, 200);
    const access = await accessOf(editor);
    assert.equal(access?.access, 'open');
    assert.equal(Temporal.Instant.compare(access?.secondFactorBy ?? '', from), 0);
    const { rows } = await app.database.owner.query(
      `select detail from acts where kind = 'sign-in.second-factor-set'`,
    );
    assert.deepEqual(rows, [{ detail: { from } }]);
  });

  test('once it is due, no operation of the institution opens without one, and the person’s own do', async () => {
    await rule('2020-01-01T00:00:00Z');
    const editor = await signIn(app.url, house.people.editor.email);
    assert.equal((await accessOf(editor))?.access, 'second-factor-missing');
    const some = '0190a6f0-0000-7000-8000-000000000000';
    const all = (Object.entries(operations) as [OperationName, Operation][]).filter(
      ([, op]) => op.audience === 'member',
    );
    assert.ok(all.length > 40);
    for (const [name, op] of all) {
      const names = [...op.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
      const ids = Object.fromEntries(names.map((one) => [one, some]));
      // Ids of other shapes are refused before anybody is asked who they are.
      if (op.params && !op.params.safeParse({ ...ids, ...params() }).success) continue;
      const { status, body } = await editor.call(name, { params: { ...ids, ...params() } });
      assert.deepEqual([status, (body as { code?: string })?.code], [403, 'second-factor.missing'], name);
    }
    const problem = await editor.problem('listPosts', { params: params() });
    assert.match(problem.title, /two-step/);
    assert.equal((await editor.call('listMySessions')).status, 200);
    await rule(null);
    assert.equal((await editor.call('listPosts', { params: params() })).status, 200);
  });

  test('a code opens it again, at this session and at the next', async () => {
    await rule('2020-01-01T00:00:00Z');
    const { head } = house.people;
    const jar = new CookieJar();
    await auth(jar, 'sign-in/email', { email: head.email, password: PASSWORD });
    const old = await signIn(app.url, head.email);
    const enabled = await auth(jar, 'two-factor/enable', { password: PASSWORD });
    const uri = String(enabled.body.totpURI);
    assert.equal((await accessOf(clientOf(jar)))?.access, 'second-factor-missing', 'not before it is proved');
    await auth(jar, 'two-factor/verify-totp', { code: totp(uri) });
    assert.equal((await clientOf(jar).call('listPosts', { params: params() })).status, 200);
    // A session from before had one factor only, whatever the account has now.
    assert.equal((await old.problem('listPosts', { params: params() })).code, 'second-factor.not-used');
    const next = new CookieJar();
    await auth(next, 'sign-in/email', { email: head.email, password: PASSWORD });
    assert.equal((await clientOf(next).call('getMe')).status, 401);
    await auth(next, 'two-factor/verify-totp', { code: totp(uri), trustDevice: true });
    assert.equal((await clientOf(next).call('listPosts', { params: params() })).status, 200);
    await auth(next, 'sign-out', {});
    await auth(next, 'sign-in/email', { email: head.email, password: PASSWORD });
    assert.equal(
      (await clientOf(next).call('listPosts', { params: params() })).status,
      200,
      'a trusted device',
    );
    await auth(next, 'two-factor/disable', { password: PASSWORD });
    assert.equal(
      (await clientOf(next).problem('listPosts', { params: params() })).code,
      'second-factor.missing',
    );
    await rule(null);
  });

  test('programs with a key are not asked', async () => {
    const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
      params: params(),
      body: { name: 'proba', role: 'auditor' },
    });
    await rule('2020-01-01T00:00:00Z');
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    assert.equal((await program.call('listPosts', { params: params() })).status, 200);
    await rule(null);
  });

  test('only an administrator in person sets it', async () => {
    for (const role of ['head', 'editor', 'auditor'] as const) {
      const who = await signIn(app.url, house.people[role].email).catch(() => null);
      if (!who) continue;
      const answer = await ask('2020-01-01T00:00:00Z', who);
      assert.equal((answer.body as { code: string }).code, 'permission.missing', role);
    }
    const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
      params: params(),
      body: { name: 'proba', role: 'administrator' },
    });
    const answer = await ask(null, apiClient(app.url, { authorization: `Bearer ${secret}` }));
    assert.equal((answer.body as { code: string }).code, 'sign-in.by-person');
  });
});
