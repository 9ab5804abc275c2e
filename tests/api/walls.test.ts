import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import {
  aPlanItem,
  aStep,
  emptyPost,
  makeThings,
  memberOperations,
  optionsFor,
} from '../helpers/operations.ts';

let app: TestApp;
let ours: TestInstitution;
let theirs: TestInstitution;
let us: ApiClient;
/** Ids of real things of the other institution, by the name of the path's parameter. */
let their: Record<string, string>;

before(async () => {
  app = await testApp();
  [ours, theirs] = [await app.addInstitution(), await app.addInstitution()];
  us = await signIn(app.url, ours.people.administrator.email);
  their = await makeThings(app, theirs);
  // The worker passes notices on a minute later, in the middle of a test that looks whether anything changed.
  await app.database.owner.query(
    `update notices set mail = replace(mail, 'waiting', 'done'), push = replace(push, 'waiting', 'done')`,
  );
});
after(() => app[Symbol.asyncDispose]());

/** Everything of both institutions as the owner sees it, except what a mere sign-in changes. */
async function snapshot(): Promise<string> {
  const tables = [
    'institutions',
    'memberships',
    'api_keys',
    'sign_in_providers',
    'sign_in_rules',
    'accounts',
    'consultations',
    'delegations',
    'posts',
    'post_versions',
    'deliveries',
    'media',
    'mails',
    'invitations',
    'notices',
    'notice_choices',
    'acts',
    'plan_items',
    'plan_imports',
    'objectives',
    'campaigns',
    'calendar_settings',
    'calendar_views',
    'calendar_links',
    'post_deadlines',
    'sandbox_faults',
    'review_settings',
    'outside_approvers',
    'reviews',
    'approval_links',
    'remark_threads',
    'remarks',
    'review_views',
    'writing_settings',
    'glossary_entries',
    'word_decisions',
    'link_looks',
    'machine_suggestions',
    'media_captions',
    'hashtag_sets',
    'templates',
    'webhooks',
    'webhook_deliveries',
    'slot_timetables',
    'slot_holds',
    'link_rules',
    'short_links',
    'short_link_clicks',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      app.database.owner.query<{ hash: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${table} t where ${table === 'institutions' ? 'id' : 'institution_id'} = $1`,
        [theirs.id],
      ),
    ),
  );
  return JSON.stringify(rows.map(({ rows }, index) => [tables[index], rows[0]?.hash]));
}

for (const [name, op] of memberOperations) {
  test(`${name}: another institution's address answers that there is nothing, and changes nothing`, async () => {
    const earlier = await snapshot();
    const answer = await us.call(name, optionsFor(name, their));
    assert.equal(answer.status, 404, JSON.stringify(answer.body));
    assert.doesNotMatch(JSON.stringify(answer.body), /tajni|Tajna/);
    assert.equal(await snapshot(), earlier);
  });

  const things = Object.keys(op.params?.shape ?? {}).filter((param) => param !== 'institutionId');
  if (things.length > 0) {
    test(`${name}: another institution's ${things.join(', ')} under our own address is not there`, async () => {
      const earlier = await snapshot();
      // Whoever may do it at home, or the answer would only say that they may not.
      const able = await signIn(app.url, ours.people.head.email);
      const params = { ...their, institutionId: ours.id };
      for (const caller of [us, able]) {
        const answer = await caller.call(name, optionsFor(name, params));
        assert.ok([403, 404].includes(answer.status), `${answer.status} ${JSON.stringify(answer.body)}`);
        assert.doesNotMatch(JSON.stringify(answer.body), /tajni|Tajna/);
      }
      assert.equal(await snapshot(), earlier);
    });
  }

  test(`${name}: nobody signed in is asked to sign in`, async () => {
    const answer = await apiClient(app.url).call(name, optionsFor(name, their));
    assert.equal(answer.status, 401, JSON.stringify(answer.body));
  });
}

test('references to things of another institution are refused', async () => {
  const params = { institutionId: ours.id };
  const mine = emptyPost();
  const problem = await us.problem('createPost', { params, body: { ...mine, planItemId: their.postId } });
  assert.equal(problem.status, 422);
  const body = { ...aPlanItem, objectiveId: their.objectiveId };
  assert.equal((await us.problem('createPlanItem', { params, body })).code, 'reference.not-found');
  const campaign = { ...aPlanItem, campaignId: their.campaignId };
  assert.equal((await us.problem('createPlanItem', { params, body: campaign })).code, 'reference.not-found');
  const ourPost = await us.get<{ id: string }>('createPost', { params, body: mine });
  const ofTheirs = { params: { ...params, postId: ourPost.id }, body: { campaignId: their.campaignId } };
  assert.equal((await us.problem('setPostCampaign', ofTheirs)).code, 'reference.not-found');
  const theirPerson = { ...aStep, personId: their.personId };
  assert.equal(
    (await us.problem('planDeadline', { params: ofTheirs.params, body: theirPerson })).code,
    'person.not-found',
  );
  const { id } = await us.get<{ id: string }>('createPlanItem', { params, body: aPlanItem });
  const change = { params: { ...params, planItemId: id }, body, headers: { 'if-match': '"1"' } };
  assert.equal((await us.problem('changePlanItem', change)).code, 'reference.not-found');
});

test('an API key opens its own institution and no other', async () => {
  const { secret } = await us.get<{ secret: string }>('createApiKey', {
    params: { institutionId: ours.id },
    body: { name: 'proba', role: 'editor' },
  });
  const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
  assert.equal((await program.call('listPosts', { params: { institutionId: ours.id } })).status, 200);
  assert.equal((await program.call('listPosts', { params: { institutionId: theirs.id } })).status, 404);
  assert.equal((await program.call('listApiKeys', { params: { institutionId: ours.id } })).status, 403);
});
