import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { operations, type Operation } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, PASSWORD, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

describe('the edge of the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  const clock = new ManualClock('2026-11-24T09:00:00Z');

  before(async () => {
    app = await testApp({ clock });
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const newPost = (title: string, key?: string, who = editor) =>
    who.call('createPost', {
      params: { institutionId: house.id },
      body: {
        title,
        planItemId: null,
        content: { texts: {}, cyrillicFollows: true, overrides: {}, images: [], targets: [], due: null },
      },
      headers: key ? { 'idempotency-key': key } : {},
    });
  const countPosts = async (title: string) =>
    (await app.database.owner.query('select 1 from posts where title = $1', [title])).rowCount;

  test('the same Idempotency-Key does a write once and gives the same answer', async () => {
    const key = randomUUID();
    const [first, second] = [await newPost('jednom', key), await newPost('jednom', key)];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.deepEqual(second.body, first.body);
    assert.equal(second.headers.get('etag'), first.headers.get('etag'));
    assert.equal(second.headers.get('idempotent-replay'), 'true');
    assert.equal(await countPosts('jednom'), 1);
  });

  test('sent twice at the same instant, it is done once', async () => {
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => newPost('odjednom', key)));
    assert.equal(answers.filter(({ status }) => status === 201).length >= 1, true);
    assert.ok(answers.every(({ status }) => status === 201 || status === 409));
    assert.equal(await countPosts('odjednom'), 1);
  });

  test('the same key for another request is refused', async () => {
    const key = randomUUID();
    await newPost('prvi', key);
    const answer = await newPost('drugi', key);
    assert.deepEqual(
      [answer.status, (answer.body as { code: string }).code],
      [409, 'request.idempotency-reused'],
    );
  });

  test('a key belongs to its caller: another person with the same key makes their own', async () => {
    const key = randomUUID();
    const head = await signIn(app.url, house.people.head.email);
    await newPost('svoj', key);
    await newPost('svoj', key, head);
    assert.equal(await countPosts('svoj'), 2);
  });

  test('what was refused and left nothing may be asked again with the same key, and is then done once', async () => {
    const [key, accountId] = [randomUUID(), newId()];
    const content = {
      ...emptyPost().content,
      texts: { bs: 'Dobar dan.' },
      targets: [{ accountId, variant: 'bs' }],
      due: { local: '2026-12-24T10:00' },
    };
    const made = await editor.get<{ id: string; version: number }>('createPost', {
      params: { institutionId: house.id },
      body: { ...emptyPost(), title: 'odbijeno', content },
    });
    const submit = () =>
      editor.call('submitPost', {
        params: { institutionId: house.id, postId: made.id },
        body: { version: made.version },
        headers: { 'idempotency-key': key },
      });
    assert.equal((await submit()).status, 422);
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@u', 'U', 'https://u.example.org', 'bs', '{}', '', 'connected', now())`,
      [accountId, house.id],
    );
    const [done, again] = [await submit(), await submit()];
    assert.deepEqual([done.status, again.status], [200, 200]);
    assert.equal(done.headers.get('idempotent-replay'), null);
    assert.equal(again.headers.get('idempotent-replay'), 'true');
  });

  test('a secret that is shown once is not kept for whoever sends the request again', async () => {
    const administrator = await signIn(app.url, house.people.administrator.email);
    const options = {
      params: { institutionId: house.id },
      body: { name: 'jednom', role: 'auditor' },
      headers: { 'idempotency-key': randomUUID() },
    };
    const made = await administrator.call('createApiKey', options);
    const { secret } = made.body as { secret: string };
    assert.equal(made.headers.get('x-glasnik-shown-once'), null);
    assert.equal((await administrator.call('createApiKey', options)).status, 409);
    const { rows } = await app.database.owner.query<{ body: string | null }>(
      'select body from idempotency_keys',
    );
    assert.ok(rows.every(({ body }) => !body?.includes(secret)));
  });

  test('the same key for two institutions is two keys', async () => {
    const other = await app.addInstitution();
    const { secret } = await (
      await signIn(app.url, other.people.administrator.email)
    ).get<{ secret: string }>('createApiKey', {
      params: { institutionId: other.id },
      body: { name: 'k', role: 'editor' },
    });
    const key = randomUUID();
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    assert.equal((await newPost('naš', key)).status, 201);
    const answer = await program.call('listPosts', {
      params: { institutionId: '-'.repeat(36) },
      headers: { 'idempotency-key': key },
    });
    assert.equal(answer.status, 404);
    assert.equal(
      (
        await editor.call('createPost', {
          params: { institutionId: other.id },
          body: {},
          headers: { 'idempotency-key': key },
        })
      ).status,
      404,
    );
  });

  test('a process that died after its act is told from one that died before it', async () => {
    const key = randomUUID();
    const made = await newPost('poslije', key);
    const forgetAnswer = `update idempotency_keys set status = null, body = null where key like '%' || $1`;
    await app.database.owner.query(forgetAnswer, [key]);
    assert.equal(((await newPost('poslije', key)).body as { code: string }).code, 'request.under-way');
    clock.advance({ minutes: 2 });
    assert.equal(((await newPost('poslije', key)).body as { code: string }).code, 'request.done-answer-lost');
    assert.equal(await countPosts('poslije'), 1);
    // And one of which the record knows nothing: it never happened, so it may be done.
    const other = randomUUID();
    await newPost('prije', other);
    await app.database.owner.query(forgetAnswer, [other]);
    await app.database.owner.query(
      `update idempotency_keys set request_id = 'nobody' where key like '%' || $1`,
      [other],
    );
    clock.advance({ minutes: 2 });
    assert.equal((await newPost('prije', other)).status, 503);
    assert.equal((await newPost('prije', other)).status, 201);
    assert.equal(made.status, 201);
  });

  test('all faults of an input are told, each with its place', async () => {
    const problem = await editor.problem('createPlanItem', {
      params: { institutionId: house.id },
      body: { objectiveId: 'x', titles: { bs: 5 }, theme: 'a'.repeat(81), variants: ['de'] },
    });
    assert.equal(problem.status, 422);
    const paths = problem.faults?.map(({ path }) => path).toSorted();
    assert.deepEqual(paths, ['/dueOn', '/objectiveId', '/theme', '/titles/bs', '/variants/0']);
    assert.ok(problem.faults?.every(({ message }) => message.length > 5));
  });

  test('the sentence is in the language of the reader', async () => {
    const ask = async (language: string) =>
      (await apiClient(app.url, { 'accept-language': language }).problem('getMe')).title;
    assert.match(await ask('sr-Cyrl'), /^Нисте пријављени/);
    assert.match(await ask('hr;q=0.5, en;q=0.9'), /^You are not signed in/);
    assert.match(await ask('de'), /^Niste prijavljeni/);
  });

  test('a page of another site cannot write with a person’s session', async () => {
    const { cookie = '', ...rest } = editor.headers;
    const foreign = apiClient(app.url, { ...rest, cookie, origin: 'https://evil.example' });
    assert.equal((await newPost('tuđe', undefined, foreign)).status, 403);
    assert.equal((await newPost('tuđe', undefined, apiClient(app.url, { cookie }))).status, 403);
    assert.equal(await countPosts('tuđe'), 0);
  });

  test('what is no JSON, no id, no page is a clear error', async () => {
    const response = await fetch(`${app.url}/api/institutions/${house.id}/posts`, {
      method: 'POST',
      headers: { ...editor.headers, 'content-type': 'application/json' },
      body: '{"title":',
    });
    assert.equal(response.status, 422);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(((await response.json()) as { code: string }).code, 'input.not-json');
    assert.equal(
      (await editor.call('getPost', { params: { institutionId: house.id, postId: 'abc' } })).status,
      404,
    );
    const cursor = await editor.call('listPosts', {
      params: { institutionId: house.id },
      query: { after: 'x' },
    });
    assert.equal(cursor.status, 422);
    assert.equal((await fetch(`${app.url}/api/nothing`)).status, 404);
  });

  test('a change without If-Match is refused', async () => {
    const post = (await newPost('bez')).body as { id: string };
    const answer = await editor.call('savePost', {
      params: { institutionId: house.id, postId: post.id },
      body: {
        title: '',
        planItemId: null,
        content: { texts: {}, cyrillicFollows: true, overrides: {}, images: [], targets: [], due: null },
      },
    });
    assert.equal((answer.body as { code: string }).code, 'request.if-match-missing');
  });

  test('the OpenAPI document knows every operation, and its page loads nothing from elsewhere', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    assert.equal(document.openapi, '3.1.0');
    for (const [name, op] of Object.entries(operations) as [string, Operation][]) {
      assert.equal(document.paths[op.path]?.[op.method.toLowerCase()]?.operationId, name);
    }
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, id]) => id,
    );
    const schemas = (document as unknown as { components: { schemas: object } }).components.schemas;
    for (const id of refs) assert.ok(id !== undefined && id in schemas, String(id));
    const page = await (await fetch(`${app.url}/api/docs`)).text();
    assert.doesNotMatch(page, /https?:\/\//);
  });

  test('headers keep a page from being framed, sniffed or scripted from elsewhere', async () => {
    for (const path of ['/studio/', '/api/openapi.json', '/', '/health/live']) {
      const { headers } = await fetch(`${app.url}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  test('health and figures', async () => {
    assert.equal((await fetch(`${app.url}/health/live`)).status, 200);
    assert.equal((await fetch(`${app.url}/health/ready`)).status, 200);
    const figures = await (await fetch(`${app.url}/metrics`)).text();
    assert.match(figures, /glasnik_deliveries\{state="late"\} 0/);
    assert.match(figures, /glasnik_http_request_seconds_count/);
  });

  test('a person sees their sign-ins and ends one elsewhere', async () => {
    const elsewhere = await signIn(app.url, house.people.auditor.email);
    const here = await signIn(app.url, house.people.auditor.email);
    const { items } = await here.get<{ items: { id: string; current: boolean }[] }>('listMySessions');
    assert.equal(items.filter(({ current }) => current).length, 1);
    const other = items.find(({ current }) => !current);
    await here.get('endMySession', { params: { sessionId: other?.id ?? '' } });
    assert.equal((await elsewhere.call('getMe')).status, 401);
    assert.equal((await here.call('getMe')).status, 200);
    assert.equal(
      (await editor.call('endMySession', { params: { sessionId: items[0]?.id ?? '' } })).status,
      404,
    );
  });

  test('a colleague whose roles end is out at once; the last administrator stays', async () => {
    const administrator = await signIn(app.url, house.people.administrator.email);
    const params = { institutionId: house.id };
    const added = await addPerson(app.database, house, 'editor');
    const colleague = await signIn(app.url, added.email);
    assert.equal((await colleague.call('listPosts', { params })).status, 200);
    await administrator.get('setColleagueRoles', {
      params: { ...params, personId: added.id },
      body: { roles: [] },
    });
    assert.equal((await colleague.call('listPosts', { params })).status, 404);
    const problem = await administrator.problem('setColleagueRoles', {
      params: { ...params, personId: house.people.administrator.id },
      body: { roles: ['editor'] },
    });
    assert.equal(problem.code, 'person.last-administrator');
  });

  test('a wrong password is refused, and nobody signs up by themselves', async () => {
    await assert.rejects(signIn(app.url, house.people.editor.email, `${PASSWORD}!`), /401/);
    const response = await fetch(`${app.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ email: 'x@example.org', password: PASSWORD, name: 'X' }),
    });
    assert.ok(response.status >= 400);
  });
});
