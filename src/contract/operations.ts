import { z } from 'zod';
import { Account, Diagnosis, Network, NewAccount } from './accounts.ts';
import { Id, PageQuery, pageOf } from './common.ts';
import { FirstSteps, Institution, InstitutionChange, NewInstitution } from './institutions.ts';
import { Media } from './media.ts';
import { operation } from './operation.ts';
import * as people from './people.ts';
import { NewObjective, NewPlanItem, Objective, PlanItem } from './planning.ts';
import * as posts from './posts.ts';
import { Delivery, DeliveryAnswer, DeliveryDetail, Today } from './publishing.ts';
import { Act, ActQuery, Verification } from './records.ts';
import { SandboxCode, SandboxFaults, SandboxPost, SetSandboxFault } from './sandbox.ts';

const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
const inInstitution = z.object({ institutionId: Id });
const one = <Name extends string>(name: Name) =>
  z.object({ institutionId: Id, [name]: Id } as { institutionId: typeof Id } & Record<Name, typeof Id>);

const I = '/api/institutions/{institutionId}';

const forEverybody = {
  getSetup: operation({
    method: 'GET',
    path: '/api/setup',
    summary: 'Does this installation wait for its first steps?',
    audience: 'public',
    response: z.object({ empty: z.boolean(), demo: z.boolean() }),
  }),
  takeFirstSteps: operation({
    method: 'POST',
    path: '/api/setup',
    summary: 'Make the first institution and its administrator',
    audience: 'public',
    body: FirstSteps,
    response: z.object({ institutionId: Id }),
  }),
};

const forPeople = {
  getMe: operation({
    method: 'GET',
    path: '/api/me',
    summary: 'Who am I, and where do I belong',
    audience: 'person',
    response: people.Me,
  }),
  changeMe: operation({
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change my name or language',
    audience: 'person',
    body: people.MeChange,
    response: people.Me,
  }),
  listMySessions: operation({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'Where I am signed in',
    audience: 'person',
    response: list(people.SessionInfo),
  }),
  endMySession: operation({
    method: 'DELETE',
    path: '/api/me/sessions/{sessionId}',
    summary: 'Sign out there',
    audience: 'person',
    params: z.object({ sessionId: Id }),
    response: null,
  }),
  createInstitution: operation({
    method: 'POST',
    path: '/api/institutions',
    summary: 'Add an institution to this installation',
    audience: 'person',
    body: NewInstitution,
    response: Institution,
  }),
};

const forInstitutions = {
  getInstitution: operation({
    method: 'GET',
    path: I,
    summary: 'The institution',
    audience: 'member',
    params: inInstitution,
    response: Institution,
  }),
  changeInstitution: operation({
    method: 'PATCH',
    path: I,
    summary: 'Change the institution',
    audience: 'member',
    params: inInstitution,
    body: InstitutionChange,
    response: Institution,
    ifMatch: true,
  }),
  listColleagues: operation({
    method: 'GET',
    path: `${I}/people`,
    summary: 'People of the institution',
    audience: 'member',
    params: inInstitution,
    response: list(people.Colleague),
  }),
  addColleague: operation({
    method: 'POST',
    path: `${I}/people`,
    summary: 'Add a person',
    audience: 'member',
    params: inInstitution,
    body: people.NewColleague,
    response: people.AddedColleague,
  }),
  setColleagueRoles: operation({
    method: 'PUT',
    path: `${I}/people/{personId}/roles`,
    summary: 'Set the roles of a person; none ends the membership',
    audience: 'member',
    params: one('personId'),
    body: people.ColleagueRoles,
    response: people.Colleague,
  }),
  listApiKeys: operation({
    method: 'GET',
    path: `${I}/api-keys`,
    summary: 'API keys',
    audience: 'member',
    params: inInstitution,
    response: list(people.ApiKey),
  }),
  createApiKey: operation({
    method: 'POST',
    path: `${I}/api-keys`,
    summary: 'Make an API key; its secret is shown once',
    audience: 'member',
    params: inInstitution,
    body: people.NewApiKey,
    response: people.CreatedApiKey,
  }),
  revokeApiKey: operation({
    method: 'DELETE',
    path: `${I}/api-keys/{keyId}`,
    summary: 'Revoke an API key',
    audience: 'member',
    params: one('keyId'),
    response: null,
  }),
};

const forAccounts = {
  listNetworks: operation({
    method: 'GET',
    path: `${I}/networks`,
    summary: 'Networks that can be connected',
    audience: 'member',
    params: inInstitution,
    response: list(Network),
  }),
  listAccounts: operation({
    method: 'GET',
    path: `${I}/accounts`,
    summary: 'Official accounts',
    audience: 'member',
    params: inInstitution,
    response: list(Account),
  }),
  connectAccount: operation({
    method: 'POST',
    path: `${I}/accounts`,
    summary: 'Connect an account, or connect it again',
    audience: 'member',
    params: inInstitution,
    body: NewAccount,
    response: Account,
  }),
  diagnoseAccount: operation({
    method: 'POST',
    path: `${I}/accounts/{accountId}/diagnosis`,
    summary: 'Ask the network whether all is well',
    audience: 'member',
    params: one('accountId'),
    response: Diagnosis,
  }),
  retireAccount: operation({
    method: 'POST',
    path: `${I}/accounts/{accountId}/retirement`,
    summary: 'Retire an account; its past stays',
    audience: 'member',
    params: one('accountId'),
    response: Account,
  }),
};

const forPlanning = {
  listObjectives: operation({
    method: 'GET',
    path: `${I}/objectives`,
    summary: 'Objectives',
    audience: 'member',
    params: inInstitution,
    response: list(Objective),
  }),
  createObjective: operation({
    method: 'POST',
    path: `${I}/objectives`,
    summary: 'Add an objective',
    audience: 'member',
    params: inInstitution,
    body: NewObjective,
    response: Objective,
  }),
  listPlanItems: operation({
    method: 'GET',
    path: `${I}/plan-items`,
    summary: 'The publication plan, newest first',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(PlanItem),
  }),
  createPlanItem: operation({
    method: 'POST',
    path: `${I}/plan-items`,
    summary: 'Add a plan item',
    audience: 'member',
    params: inInstitution,
    body: NewPlanItem,
    response: PlanItem,
  }),
};

const forMedia = {
  listMedia: operation({
    method: 'GET',
    path: `${I}/media`,
    summary: 'Pictures, newest first',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(Media),
  }),
  uploadMedia: operation({
    method: 'POST',
    path: `${I}/media`,
    summary: 'Upload a picture (raw body)',
    audience: 'member',
    params: inInstitution,
    query: z.object({ fileName: z.string().max(200) }),
    upload: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
    response: Media,
  }),
};

const forPosts = {
  listPosts: operation({
    method: 'GET',
    path: `${I}/posts`,
    summary: 'Posts, last changed first',
    audience: 'member',
    params: inInstitution,
    query: posts.PostQuery,
    response: pageOf(posts.PostSummary),
  }),
  listCalendar: operation({
    method: 'GET',
    path: `${I}/calendar`,
    summary: 'Posts due in a span of at most 62 days',
    audience: 'member',
    params: inInstitution,
    query: posts.CalendarQuery,
    response: list(posts.PostSummary),
  }),
  createPost: operation({
    method: 'POST',
    path: `${I}/posts`,
    summary: 'Begin a post',
    audience: 'member',
    params: inInstitution,
    body: posts.PostInput,
    response: posts.Post,
  }),
  getPost: operation({
    method: 'GET',
    path: `${I}/posts/{postId}`,
    summary: 'A post',
    audience: 'member',
    params: one('postId'),
    response: posts.Post,
  }),
  savePost: operation({
    method: 'PUT',
    path: `${I}/posts/{postId}`,
    summary: 'Save a post; breaks the seal where the content changed',
    audience: 'member',
    params: one('postId'),
    body: posts.PostInput,
    response: posts.Post,
    ifMatch: true,
  }),
  listPostVersions: operation({
    method: 'GET',
    path: `${I}/posts/{postId}/versions`,
    summary: 'Every version, newest first',
    audience: 'member',
    params: one('postId'),
    query: PageQuery,
    response: pageOf(posts.PostVersion),
  }),
  submitPost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/submission`,
    summary: 'Ask for approval',
    audience: 'member',
    params: one('postId'),
    body: posts.PostAct,
    response: posts.Post,
  }),
  approvePost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/approval`,
    summary: 'Approve (seals the content) and schedule',
    audience: 'member',
    params: one('postId'),
    body: posts.PostApprove,
    response: posts.Post,
  }),
  sendBackPost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/return`,
    summary: 'Send back with a reason',
    audience: 'member',
    params: one('postId'),
    body: posts.PostActWithReason,
    response: posts.Post,
  }),
  schedulePost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/schedule`,
    summary: 'Schedule an approved post',
    audience: 'member',
    params: one('postId'),
    body: posts.PostAct,
    response: posts.Post,
  }),
  reschedulePost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/time`,
    summary: 'Move a post to another time; breaks the seal',
    audience: 'member',
    params: one('postId'),
    body: posts.PostReschedule,
    response: posts.Post,
  }),
  withdrawPost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/withdrawal`,
    summary: 'Withdraw a post; what is out is taken down where the network allows',
    audience: 'member',
    params: one('postId'),
    body: posts.PostActWithReason,
    response: posts.Post,
  }),
  reopenPost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/draft`,
    summary: 'Make a withdrawn, expired or returned post a draft again',
    audience: 'member',
    params: one('postId'),
    body: posts.PostAct,
    response: posts.Post,
  }),
};

const forPublishing = {
  getToday: operation({
    method: 'GET',
    path: `${I}/today`,
    summary: 'What waits for me, what goes out, what is in trouble',
    audience: 'member',
    params: inInstitution,
    response: Today,
  }),
  listPostDeliveries: operation({
    method: 'GET',
    path: `${I}/posts/{postId}/deliveries`,
    summary: 'Deliveries of a post',
    audience: 'member',
    params: one('postId'),
    response: list(Delivery),
  }),
  getDelivery: operation({
    method: 'GET',
    path: `${I}/deliveries/{deliveryId}`,
    summary: 'A delivery with its attempts and proof',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  retryDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/retry`,
    summary: 'Try a failed delivery again',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  answerDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/answer`,
    summary: 'Say whether a post of unknown fate is there',
    audience: 'member',
    params: one('deliveryId'),
    body: DeliveryAnswer,
    response: DeliveryDetail,
  }),
  giveUpDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/end`,
    summary: 'Give a delivery up',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  streamEvents: operation({
    method: 'GET',
    path: `${I}/events`,
    summary: 'What changes, as server-sent events',
    audience: 'member',
    params: inInstitution,
    response: null,
    stream: true,
  }),
};

const forRecords = {
  listActs: operation({
    method: 'GET',
    path: `${I}/record`,
    summary: 'The record of acts, newest first',
    audience: 'member',
    params: inInstitution,
    query: ActQuery,
    response: pageOf(Act),
  }),
  verifyRecord: operation({
    method: 'POST',
    path: `${I}/record/verification`,
    summary: 'Check the chain',
    audience: 'member',
    params: inInstitution,
    response: Verification,
  }),
};

const forSandbox = {
  getSandboxCode: operation({
    method: 'GET',
    path: `${I}/sandbox/code`,
    summary: 'The code that claims an account on the practice network',
    audience: 'member',
    params: inInstitution,
    response: SandboxCode,
  }),
  listSandboxPosts: operation({
    method: 'GET',
    path: `${I}/sandbox/posts`,
    summary: 'The feed of the practice network',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(SandboxPost),
  }),
  listSandboxFaults: operation({
    method: 'GET',
    path: `${I}/sandbox/faults`,
    summary: 'Faults that are switched on',
    audience: 'member',
    params: inInstitution,
    response: SandboxFaults,
  }),
  setSandboxFault: operation({
    method: 'PUT',
    path: `${I}/sandbox/faults`,
    summary: 'Switch a fault on for so many requests, 0 = off',
    audience: 'member',
    params: inInstitution,
    body: SetSandboxFault,
    response: SandboxFaults,
  }),
};

/** Everything the API can do, by name. */
export const operations = {
  ...forEverybody,
  ...forPeople,
  ...forInstitutions,
  ...forAccounts,
  ...forPlanning,
  ...forMedia,
  ...forPosts,
  ...forPublishing,
  ...forRecords,
  ...forSandbox,
};
export type OperationName = keyof typeof operations;
