import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ApiKey, KeyInHand } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const POST = {
  title: 'Proba',
  planItemId: null,
  content: {
    texts: { bs: 'Dobar dan.' },
    cyrillicFollows: true,
    overrides: {},
    images: [],
    targets: [],
    due: null,
  },
};

describe('keys of other programs', () => {
  let app: TestApp;
  let clock: ManualClock;
  let house: TestInstitution;
  let administrator: ApiClient;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    clock = new ManualClock(Temporal.Now.instant().toString());
    app = await testApp({ clock });
    house = await app.addInstitution();
    administrator = await signIn(app.url, house.people.administrator.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const make = async (body: object) => {
    const made = await administrator.get<ApiKey & { secret: string }>('createApiKey', {
      params: params(),
      body: { name: 'proba', role: 'editor', ...body },
    });
    return { ...made, program: apiClient(app.url, { authorization: `Bearer ${made.secret}` }) };
  };
  const create = (program: ApiClient) => program.call('createPost', { params: params(), body: POST });
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
  const listed = async (id: string) => {
    const { items } = await administrator.get<{ items: ApiKey[] }>('listApiKeys', { params: params() });
    return items.find((key) => key.id === id);
  };

  test('one for reading reads, and is told that it may not write', async () => {
    const { program } = await make({ scopes: ['posts:read'] });
    assert.equal((await program.call('listPosts', { params: params() })).status, 200);
    const refused = await program.problem('createPost', { params: params(), body: POST });
    assert.deepEqual([refused.status, refused.code], [403, 'permission.scope']);
    assert.match(refused.title, /API key may not/);
    assert.equal(codeOf(await program.call('listPlanItems', { params: params() })), 'permission.scope');
  });

  test('one for writing reads too, its own posts with all that stands around them', async () => {
    const { program } = await make({ scopes: ['posts:write'] });
    const made = await create(program);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { id } = made.body as { id: string };
    const read = await program.call('getPost', { params: { ...params(), postId: id } });
    assert.equal(read.status, 200, JSON.stringify(read.body));
  });

  test('a key says what it opens, whatever its scopes; a person has none in hand', async () => {
    const { program } = await make({ scopes: ['media:read'] });
    const { institution, role, scopes } = await program.get<KeyInHand>('getKeyInHand');
    assert.deepEqual(
      [institution.id, institution.slug, role, scopes],
      [house.id, house.slug, 'editor', ['media:read']],
    );
    const none = await administrator.problem('getKeyInHand');
    assert.deepEqual([none.status, none.code], [401, 'api-key.missing']);
  });

  test('the role stays the upper limit', async () => {
    const { program } = await make({ role: 'auditor', scopes: ['posts:write'] });
    assert.equal(codeOf(await create(program)), 'permission.missing');
    assert.equal((await program.call('listPosts', { params: params() })).status, 200);
  });

  test('without scopes it may what the role may, as keys could before there were any', async () => {
    const { program, scopes, endsAt } = await make({});
    assert.deepEqual([scopes, endsAt], [null, null]);
    assert.equal((await create(program)).status, 201);
    assert.equal((await program.call('listPlanItems', { params: params() })).status, 200);
  });

  test('one with scopes gives itself no other', async () => {
    const { program } = await make({ role: 'administrator', scopes: ['people:write'] });
    const problem = await program.problem('createApiKey', {
      params: params(),
      body: { name: 'više', role: 'administrator' },
    });
    assert.deepEqual([problem.status, problem.code], [403, 'api-key.by-limited']);
  });

  test('one that has ended gets 401 and reads why; its end is listed', async () => {
    const endsAt = clock.now().add({ hours: 1 }).toString({ smallestUnit: 'second' });
    const { program, id } = await make({ endsAt });
    assert.equal((await program.call('listPosts', { params: params() })).status, 200);
    assert.equal(Temporal.Instant.compare((await listed(id))?.endsAt ?? '', endsAt), 0);
    clock.advance({ hours: 1 });
    const problem = await program.problem('listPosts', { params: params() });
    assert.deepEqual([problem.status, problem.code], [401, 'api-key.ended']);
    assert.match(problem.title, /has ended/);
  });

  test('an end that is past is refused at its field', async () => {
    const problem = await administrator.problem('createApiKey', {
      params: params(),
      body: { name: 'proba', role: 'editor', endsAt: '2020-01-01T00:00:00Z' },
    });
    assert.deepEqual(
      problem.faults?.map(({ path, code }) => [path, code]),
      [['/endsAt', 'api-key.ends-in-past']],
    );
    const none = await administrator.problem('createApiKey', {
      params: params(),
      body: { name: 'proba', role: 'editor', scopes: [] },
    });
    assert.equal(none.status, 422);
  });

  test('its last use is written down, once a minute at most', async () => {
    const { program, id } = await make({});
    assert.equal((await listed(id))?.lastUsedAt, null);
    const use = async () => {
      await program.get('listPosts', { params: params() });
      const { rows } = await app.database.owner.query<{ xmin: string }>(
        'select xmin::text from api_keys where id = $1',
        [id],
      );
      return { at: (await listed(id))?.lastUsedAt, row: rows[0]?.xmin };
    };
    const first = await use();
    assert.equal(Temporal.Instant.compare(first.at ?? '', clock.now()), 0);
    clock.advance({ seconds: 59 });
    assert.deepEqual(await use(), first, 'the row is not even written');
    clock.advance({ seconds: 1 });
    const later = await use();
    assert.equal(Temporal.Instant.compare(later.at ?? '', clock.now()), 0);
  });

  test('the record tells what a key may and until when', async () => {
    const endsAt = clock.now().add({ hours: 24 }).toString({ smallestUnit: 'second' });
    const { id } = await make({ scopes: ['media:read'], endsAt });
    const { rows } = await app.database.owner.query(
      `select detail from acts where kind = 'api-key.created' and subject_id = $1`,
      [id],
    );
    assert.deepEqual(rows[0]?.detail, { name: 'proba', role: 'editor', scopes: ['media:read'], endsAt });
  });
});
