import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations, type Operation, type OperationName } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

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
  their = await makeThings(theirs);
});
after(() => app[Symbol.asyncDispose]());

async function makeThings(institution: TestInstitution): Promise<Record<string, string>> {
  const them = await signIn(app.url, institution.people.administrator.email);
  const params = { institutionId: institution.id };
  const { code } = await them.get<{ code: string }>('getSandboxCode', { params });
  const account = await them.get<{ id: string }>('connectAccount', {
    params,
    body: {
      network: 'sandbox',
      variant: 'bs',
      settings: { handle: `proba-${institution.id.slice(-6)}`, displayName: '', code },
    },
  });
  const post = await them.get<{ id: string }>('createPost', { params, body: emptyPost() });
  const objective = await them.get<{ id: string }>('createObjective', { params, body: anObjective });
  const planItem = await them.get<{ id: string }>('createPlanItem', { params, body: aPlanItem });
  const campaign = await them.get<{ id: string }>('createCampaign', { params, body: aCampaign });
  const view = await them.get<{ id: string }>('keepCalendarView', { params, body: aView });
  const link = await them.get<{ id: string }>('createCalendarLink', { params, body: { name: 'Tajna' } });
  const key = await them.get<{ id: string }>('createApiKey', {
    params,
    body: { name: 'k', role: 'auditor' },
  });
  const deliveryId = newId();
  await app.database.owner.query(
    `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at, request_id, created_at)
     values ($1, $2, $3, 1, $4, 'bs', 'failed', now(), now(), 'r', now())`,
    [deliveryId, institution.id, post.id, account.id],
  );
  const mailId = newId();
  await app.database.owner.query(
    `insert into mails (id, institution_id, to_address, variant, template, state, next_attempt_at, created_at, queued_at)
     values ($1, $2, 'tajna@example.org', 'bs', 'trial', 'refused', now(), now(), now())`,
    [mailId, institution.id],
  );
  const noticeId = newId();
  await app.database.owner.query(
    `insert into notices (id, institution_id, person_id, kind, subject_type, subject_id, params, at, studio, digest, mail, push)
     values ($1, $2, $3, 'post.approved', 'post', $4, '{"title": "Tajna"}', now(), true, false, 'none', 'none')`,
    [noticeId, institution.id, institution.people.administrator.id, post.id],
  );
  return {
    mailId,
    noticeId,
    institutionId: institution.id,
    accountId: account.id,
    postId: post.id,
    keyId: key.id,
    objectiveId: objective.id,
    planItemId: planItem.id,
    campaignId: campaign.id,
    viewId: view.id,
    linkId: link.id,
    deliveryId,
    personId: institution.people.editor.id,
    sessionId: newId(),
  };
}

const emptyPost = () => ({
  title: 'Tajna',
  planItemId: null,
  content: {
    texts: { bs: 'tajni tekst' },
    cyrillicFollows: true,
    overrides: {},
    images: [],
    targets: [],
    due: null,
  },
});

const anObjective = { titles: { bs: 'Tajna' }, measures: {}, audiences: {} };
const aPlanItem = {
  objectiveId: null,
  titles: { bs: 'Tajna' },
  theme: '',
  variants: ['bs'],
  dueOn: '2027-01-01',
};

const aCampaign = { names: { bs: 'Tajna' }, startsOn: '2027-01-01', endsOn: '2027-02-01', colour: '#004466' };
const aView = { name: 'Tajna', query: 'view=week', shared: true };
const settings = {
  shownSets: ['bih'],
  daysOffSets: [],
  workingWeekdays: [1],
  workFrom: '08:00',
  workTo: '16:00',
  closeMinutes: 15,
  busyPosts: 6,
  quietPosts: 1,
  deadlines: [],
};
const aStep = { kind: 'facts', personId: null, due: null, needed: true };

const BODIES: Partial<Record<OperationName, unknown>> = {
  changeInstitution: { colour: '#000000' },
  addColleague: { name: 'X', email: 'x@example.org', roles: ['editor'] },
  setColleagueRoles: { roles: ['administrator'] },
  renewColleaguePassword: { endTwoFactor: true },
  createApiKey: { name: 'k', role: 'administrator' },
  readAllNotices: { upTo: '2030-01-01T00:00:00Z' },
  changeNoticeChoices: {
    kinds: [{ kind: 'post.approved', channels: { studio: false, mail: true, digest: false, push: false } }],
  },
  connectAccount: { network: 'sandbox', variant: 'bs', settings: {} },
  createObjective: anObjective,
  changeObjective: anObjective,
  createPlanItem: aPlanItem,
  changePlanItem: aPlanItem,
  createCampaign: aCampaign,
  changeCampaign: aCampaign,
  changeCalendarSettings: settings,
  keepCalendarView: aView,
  changeCalendarView: aView,
  createCalendarLink: { name: 'x' },
  planDeadline: aStep,
  finishDeadline: { kind: 'facts' },
  reopenDeadline: { kind: 'facts' },
  setPostCampaign: { campaignId: null },
  createPost: emptyPost(),
  savePost: emptyPost(),
  submitPost: { version: 1 },
  approvePost: { version: 1 },
  sendBackPost: { version: 1, reason: 'x' },
  schedulePost: { version: 1 },
  reschedulePost: { version: 1, due: { local: '2027-01-01T10:00' } },
  withdrawPost: { version: 1, reason: 'x' },
  reopenPost: { version: 1 },
  answerDelivery: { published: true, url: '' },
  setSandboxFault: { fault: 'slow', times: 1 },
  uploadMedia: new Uint8Array([1, 2, 3]),
};

const ofInstitutions = (Object.entries(operations) as [OperationName, Operation][]).filter(
  ([, op]) => op.audience === 'member',
);

const QUERIES: Partial<Record<OperationName, Record<string, string>>> = {
  listCalendar: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  listDeadlines: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  listObservances: { from: '2026-01-01', to: '2026-02-01' },
  uploadMedia: { fileName: 'x.png' },
};

const optionsFor = (name: OperationName, params: Record<string, string>) => ({
  params,
  ...(BODIES[name] === undefined ? {} : { body: BODIES[name] }),
  ...(QUERIES[name] === undefined ? {} : { query: QUERIES[name] }),
  headers: { 'if-match': '"1"' },
});

/** Everything of both institutions as the owner sees it, except what a mere sign-in changes. */
async function snapshot(): Promise<string> {
  const tables = [
    'institutions',
    'memberships',
    'api_keys',
    'accounts',
    'posts',
    'post_versions',
    'deliveries',
    'media',
    'mails',
    'notices',
    'notice_choices',
    'acts',
    'plan_items',
    'objectives',
    'campaigns',
    'calendar_settings',
    'calendar_views',
    'calendar_links',
    'post_deadlines',
    'sandbox_faults',
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

for (const [name, op] of ofInstitutions) {
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
