import { operations, type Operation, type OperationName } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn } from './api-client.ts';
import { addPerson, type TestApp, type TestInstitution } from './app.ts';

/** Every operation of an institution, for the tests that go over all of them. */
export const memberOperations = (Object.entries(operations) as [OperationName, Operation][]).filter(
  ([, op]) => op.audience === 'member',
);

/** One real thing of each kind; answers their ids by the name of the path's parameter. */
export async function makeThings(
  app: TestApp,
  institution: TestInstitution,
): Promise<Record<string, string>> {
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
  const at = { ...params, postId: post.id };
  const thread = await them.get<{ items: { id: string }[] }>('startRemark', {
    params: at,
    body: { version: 1, anchor: { kind: 'post' }, text: 'Tajna primjedba' },
  });
  const named = await them.get<{ outside: { id: string }[] }>('nameOutsideApprover', {
    params,
    body: { name: 'Tajna osoba', email: 'tajna@example.org' },
  });
  const objective = await them.get<{ id: string }>('createObjective', { params, body: anObjective });
  const planItem = await them.get<{ id: string }>('createPlanItem', { params, body: aPlanItem });
  const campaign = await them.get<{ id: string }>('createCampaign', { params, body: aCampaign });
  const view = await them.get<{ id: string }>('keepCalendarView', { params, body: aView });
  const link = await them.get<{ id: string }>('createCalendarLink', { params, body: { name: 'Tajna' } });
  const key = await them.get<{ id: string }>('createApiKey', {
    params,
    body: { name: 'k', role: 'auditor' },
  });
  const set = await them.get<{ id: string }>('keepHashtagSet', { params, body: aSet });
  const template = await them.get<{ id: string }>('keepTemplate', { params, body: aTemplate() });
  const entry = await them.get<{ id: string }>('teachWord', { params, body: aWord });
  const provider = await them.get<{ id: string }>('addSignInProvider', { params, body: aProvider });
  const webhook = await them.get<{ id: string }>('addWebhook', { params, body: aWebhook });
  const elected = await them.get<{ election: { id: string } }>('declareElection', {
    params,
    body: anElection,
  });
  const listed = await them.get<{ entries: { id: string }[] }>('addElectionEntry', {
    params: { ...params, electionId: elected.election.id },
    body: { kind: 'person', name: 'Tajna Osoba' },
  });
  const messageId = newId();
  await app.database.owner.query(
    `insert into webhook_deliveries (webhook_id, id, institution_id, event, subject_type, subject_id, at, state, queued_at,
       next_attempt_at, answer)
     values ($1, $2, $3, 'post.published', 'post', $4, now(), 'failed', now(), now(), 'Tajna')`,
    [webhook.id, messageId, institution.id, post.id],
  );
  const deliveryId = newId();
  await app.database.owner.query(
    `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at, request_id, created_at)
     values ($1, $2, $3, 1, $4, 'bs', 'failed', now(), now(), 'r', now())`,
    [deliveryId, institution.id, post.id, account.id],
  );
  await app.database.owner.query(
    `insert into short_links (code, institution_id, post_id, account_id, variant, target, search, created_at, fixed_at)
     values ('taj' || translate(right($1::uuid::text, 5), '01eilo', '234567'), $1, $2, $3, 'bs', 'https://tajna.example.org/', '', now(), now())`,
    [institution.id, post.id, account.id],
  );
  await app.database.owner.query(
    `insert into short_link_clicks (code, institution_id, day, people) select code, institution_id, '2026-12-01', 7 from short_links
     where institution_id = $1`,
    [institution.id],
  );
  const connectionId = newId();
  await app.database.owner.query(
    `insert into connections (id, institution_id, person_id, network, variant, state_hash, state, sealed, created_at, expires_at)
     values ($1, $2, $3, 'mastodon', 'bs', $4, 'failed', '', now(), now())`,
    [connectionId, institution.id, institution.people.administrator.id, connectionId],
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
  const spare = await addPerson(app.database, institution, 'adviser');
  const consulted = await them.get<{ consultations: { id: string }[] }>('consultAdviser', {
    params: { ...params, postId: post.id },
    body: { personId: spare.id, question: 'Tajna?', answerBy: null },
  });
  const delegation = await them.get<{ id: string }>('addDelegation', {
    params,
    body: {
      ...aDelegation,
      principalId: institution.people.head.id,
      delegateId: institution.people.editor.id,
    },
  });
  const invitationId = newId();
  await app.database.owner.query(
    `insert into invitations (id, institution_id, name, email, variant, roles, mailed, created_at, sent_at, expires_at)
     values ($1, $2, 'Tajna', $3, 'bs', '{editor}', false, now(), now(), now() + interval '7 days')`,
    [invitationId, institution.id, `tajna@${institution.slug}.example.org`],
  );
  return {
    invitationId,
    connectionId,
    mailId,
    noticeId,
    institutionId: institution.id,
    accountId: account.id,
    postId: post.id,
    keyId: key.id,
    providerId: provider.id,
    objectiveId: objective.id,
    planItemId: planItem.id,
    campaignId: campaign.id,
    viewId: view.id,
    linkId: link.id,
    deliveryId,
    personId: spare.id,
    consultationId: consulted.consultations[0]!.id,
    delegationId: delegation.id,
    threadId: thread.items[0]!.id,
    outsideId: named.outside[0]!.id,
    approvalLinkId: newId(),
    conditionId: newId(),
    sessionId: newId(),
    mediaId: await aVideo(app, institution.id),
    entryId: entry.id,
    electionId: elected.election.id,
    electionEntryId: listed.entries[0]!.id,
    exceptionId: newId(),
    setId: set.id,
    templateId: template.id,
    webhookId: webhook.id,
    messageId,
    suggestionId: newId(),
    variant: 'bs',
  };
}

/** A video's row is enough here: nothing of it is read. */
async function aVideo(app: TestApp, institutionId: string): Promise<string> {
  const id = newId();
  await app.database.owner.query(
    `insert into media (id, institution_id, sha256, mime, bytes, width, height, file_name, uploaded_at, kind, has_poster)
     values ($1, $2, $3, 'video/mp4', 1, 1, 1, 'tajna.mp4', now(), 'video', false)`,
    [id, institutionId, id.replaceAll('-', '').repeat(2)],
  );
  return id;
}

const aWord = { entry: { kind: 'lock', word: 'Tajna' }, note: '' };
const aSet = { name: 'Tajna', tags: { bs: ['#Tajna'] } };
const aTemplate = (name = 'Tajna') => {
  const { due: _when, ...content } = emptyPost().content;
  return { name, content };
};
const anElection = {
  name: 'Tajna',
  level: 'state',
  startsOn: '2031-09-01',
  pollingOn: '2031-10-05',
  endsOn: '2031-11-05',
};
/** No act of the tests is one of these: nothing is sent. */
const aWebhook = { url: 'https://tajna.example.org/', events: ['account.ends-soon'] };
const anAsk = { task: 'simpler', text: 'tajni tekst', variant: 'bs', to: 'bs' };

export const emptyPost = () => ({
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

export const anObjective = { titles: { bs: 'Tajna' }, measures: {}, audiences: {} };
export const aPlanItem = {
  objectiveId: null,
  titles: { bs: 'Tajna' },
  theme: '',
  variants: ['bs'],
  dueOn: '2027-01-01',
};

export const aCampaign = {
  names: { bs: 'Tajna' },
  startsOn: '2027-01-01',
  endsOn: '2027-02-01',
  colour: '#004466',
};
export const aView = { name: 'Tajna', query: 'view=week', shared: true };
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
export const aStep = { kind: 'facts', personId: null, due: null, needed: true };

export const aDelegation = {
  principalId: newId(),
  delegateId: newId(),
  reason: 'Odmor',
  startsAt: Temporal.Now.instant().toString(),
  endsAt: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
};

const aProvider = {
  kind: 'oidc',
  name: 'Tajna',
  domains: ['example.org'],
  roleMapping: [],
  vouches: false,
  issuer: 'https://tajna.example.org',
  clientId: 'tajna',
};

const aLinkRule = {
  tagging: true,
  hosts: ['tajna.example.org'],
  source: '{network}',
  medium: 'social',
  campaign: '',
  content: '',
  shortening: false,
  host: null,
};

const aRepeat = { every: 'week', start: '2031-01-06T09:00', end: { times: 1 } };
const aTable = new TextEncoder().encode('due;name.bs\n2026-12-01;Tajna stavka\n');
const aDescription = {
  rights: {
    licence: 'own',
    author: 'Tajna',
    source: '',
    until: null,
    shows: '',
    consent: 'none',
    consentUntil: null,
  },
  tags: ['tajna'],
};
const BODIES: Partial<Record<OperationName, unknown>> = {
  changeInstitution: { colour: '#000000' },
  setColleagueRoles: { roles: ['administrator'] },
  handOver: { successorId: null, leaves: true },
  setSignInRules: { secondFactorFrom: null },
  addSignInProvider: aProvider,
  changeSignInProvider: aProvider,
  renewColleaguePassword: { endTwoFactor: true },
  createApiKey: { name: 'k', role: 'administrator' },
  invitePerson: { name: 'X', email: 'x@example.org', roles: ['editor'] },
  chooseDigest: { on: true, at: '08:00' },
  readAllNotices: { upTo: '2030-01-01T00:00:00Z' },
  changeNoticeChoices: {
    kinds: [{ kind: 'post.approved', channels: { studio: false, mail: true, digest: false, push: false } }],
  },
  assignOwners: { ownerId: null, secondOwnerId: null },
  connectAccount: { network: 'sandbox', variant: 'bs', settings: {} },
  beginConnection: { network: 'mastodon', variant: 'bs', settings: { server: '' }, accountId: null },
  chooseAccount: { networkId: '1' },
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
  addDelegation: aDelegation,
  consultAdviser: { personId: newId(), question: 'x', answerBy: null },
  answerConsultation: { answer: 'x' },
  submitPost: { version: 1 },
  approvePost: { version: 1 },
  sendBackPost: { version: 1, reason: 'x' },
  schedulePost: { version: 1 },
  reschedulePost: { version: 1, due: { local: '2027-01-01T10:00' } },
  copyPost: { due: null },
  withdrawPost: { version: 1, reason: 'x' },
  reopenPost: { version: 1 },
  recallPost: { version: 1 },
  unschedulePost: { version: 1 },
  changeReviewSettings: { kinds: [], paths: [], defaultPathId: null },
  nameOutsideApprover: { name: 'X', email: 'x@example.org' },
  hastenReview: { version: 1, reason: 'x' },
  askOutsideApprover: { version: 1, name: 'X', email: 'x@example.org' },
  filePost: { kind: 'news', reference: '01-1/26' },
  startRemark: { version: 1, anchor: { kind: 'post' }, text: 'x' },
  answerRemark: { text: 'x' },
  resolveRemark: { resolved: true },
  answerDelivery: { published: true, url: '' },
  holdPosts: { reason: 'Tajni razlog', statement: { bs: 'Tajna izjava' } },
  draftStatement: { pauseId: newId() },
  setSandboxFault: { fault: 'slow', times: 1 },
  uploadMedia: new Uint8Array([1, 2, 3]),
  lookAtImport: aTable,
  remarkImport: aTable,
  importPlan: aTable,
  describeMedia: aDescription,
  setPoster: new Uint8Array([1, 2, 3]),
  captionVideo: { fileName: 'a.vtt', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nTajna\n' },
  changeWritingSettings: { levels: {} },
  keepTemplate: aTemplate('Tajna 2'),
  changeTemplate: aTemplate(),
  beginFromTemplate: { planItemId: null, due: null },
  lookAtRepeats: aRepeat,
  repeatPost: aRepeat,
  stopRepeats: { reason: 'x' },
  setLinkRule: { ...aLinkRule },
  renewPostLinks: { version: 1 },
  setSlotTimetable: { slots: [{ weekday: 1, time: '08:30' }], skipDaysOff: true },
  takeNextSlot: { accountIds: [newId()], postId: null, holder: newId() },
  keepHashtagSet: { ...aSet, name: 'Tajna 2' },
  changeHashtagSet: aSet,
  teachWord: aWord,
  changeGlossaryEntry: aWord,
  decideGlossaryEntry: { accept: true },
  importGlossary: { csv: 'kind,latin\nlock,Tajna\n' },
  decideWord: { key: 'budžet > hr', decision: 'never' },
  lookAtLinks: { urls: ['https://parco.gov.ba'] },
  previewMachine: anAsk,
  askMachine: { ...anAsk, seen: '' },
  settleMachine: { taken: true },
  addWebhook: aWebhook,
  changeWebhook: { ...aWebhook, on: true },
  rotateWebhookSecret: {},
  declareElection: anElection,
  changeElection: anElection,
  withdrawElection: { reason: 'x' },
  addElectionEntry: { kind: 'mark', name: 'Tajna stranka' },
  addElectionList: { kind: 'person', text: 'Tajna Osoba' },
  makeElectionException: { entryId: newId(), reason: 'x' },
};

const QUERIES: Partial<Record<OperationName, Record<string, string>>> = {
  listCalendar: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  listDeadlines: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  listObservances: { from: '2026-01-01', to: '2026-02-01' },
  uploadMedia: { fileName: 'x.png' },
  listFreeSlots: { from: '2030-01-01T00:00:00Z', to: '2030-02-01T00:00:00Z' },
  findNextSlot: { accountIds: newId() },
  exportPlan: { format: 'csv', table: 'plan' },
  lookAtImport: { fileName: 'x.csv' },
  remarkImport: { fileName: 'x.csv' },
  importPlan: { fileName: 'x.csv' },
};

/** A good request, as far as one can be made without knowing what is there. */
export const optionsFor = (name: OperationName, params: Record<string, string>) => ({
  params,
  ...(BODIES[name] === undefined ? {} : { body: BODIES[name] }),
  ...(QUERIES[name] === undefined ? {} : { query: QUERIES[name] }),
  headers: { 'if-match': '"1"' },
});
