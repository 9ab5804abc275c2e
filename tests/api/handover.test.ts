import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Account, Colleague, Holdings, Post, PostInput, ReviewSettings } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

describe('a hand-over', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let administrator: ApiClient;

  before(async () => {
    app = await testApp();
  });
  after(() => app[Symbol.asyncDispose]());

  /** A house of its own for each test: a leaver is gone afterwards. */
  async function open(): Promise<{ leaver: ApiClient; leaverId: string }> {
    house = await app.addInstitution();
    params = { institutionId: house.id };
    administrator = await signIn(app.url, house.people.administrator.email);
    return { leaver: await signIn(app.url, house.people.editor.email), leaverId: house.people.editor.id };
  }
  const draft: PostInput = {
    title: 'Nedovršena',
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
  const write = (by: ApiClient) => by.get<Post>('createPost', { params, body: draft });
  const holdings = (personId: string) =>
    administrator.get<Holdings>('getHoldings', { params: { ...params, personId } });
  const handOver = (personId: string, successorId: string | null, leaves: boolean) =>
    administrator.call('handOver', { params: { ...params, personId }, body: { successorId, leaves } });
  const codeOf = ({ body }: { body: unknown }) => (body as { code?: string } | null)?.code;

  async function connect(ownerId: string, secondOwnerId: string | null): Promise<string> {
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const handle = `h-${house.slug}`;
    const { id } = await administrator.get<Account>('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings: { handle, displayName: '', code } },
    });
    const body = { ownerId, secondOwnerId };
    await administrator.get('assignOwners', { params: { ...params, accountId: id }, body });
    return id;
  }

  test('moves posts, steps and accounts to the successor, and the leaver is gone', async () => {
    const { leaver, leaverId } = await open();
    const successor = await addPerson(app.database, house, 'editor');
    const post = await write(leaver);
    await administrator.get('planDeadline', {
      params: { ...params, postId: post.id },
      body: { kind: 'facts', personId: leaverId, due: null, needed: true },
    });
    const accountId = await connect(leaverId, house.people.head.id);
    const held = await holdings(leaverId);
    assert.deepEqual(
      held.posts.map(({ id }) => id),
      [post.id],
    );
    assert.deepEqual(
      held.steps.map(({ postId, kind }) => [postId, kind]),
      [[post.id, 'facts']],
    );
    assert.deepEqual(
      held.accounts.map(({ id, alone }) => [id, alone]),
      [[accountId, false]],
    );
    assert.equal((await handOver(leaverId, successor.id, true)).status, 204);
    const moved = await administrator.get<Post>('getPost', { params: { ...params, postId: post.id } });
    assert.equal(moved.author?.id, successor.id);
    const { items: accounts } = await administrator.get<{ items: Account[] }>('listAccounts', { params });
    assert.deepEqual(
      [accounts[0]?.owner?.id, accounts[0]?.secondOwner?.id],
      [successor.id, house.people.head.id],
    );
    assert.deepEqual((await holdings(successor.id)).steps.length, 1);
    assert.equal((await leaver.call('listPosts', { params })).status, 404);
    const { items } = await administrator.get<{ items: Colleague[] }>('listColleagues', { params });
    assert.ok(!items.some(({ id }) => id === leaverId));
  });

  test('moves seats of a review under way, names in paths, and questions that wait for an answer', async () => {
    house = await app.addInstitution(['administrator', 'head', 'editor', 'adviser']);
    params = { institutionId: house.id };
    administrator = await signIn(app.url, house.people.administrator.email);
    const editor = await signIn(app.url, house.people.editor.email);
    const leaverId = house.people.adviser.id;
    const successor = await addPerson(app.database, house, 'adviser');
    const other = await addPerson(app.database, house, 'adviser');
    const accountId = await connect(house.people.editor.id, null);
    const step = (id: string, people: string[], deputies: string[]) => ({
      id,
      name: id,
      roles: id === 'kraj' ? ['head'] : [],
      people,
      outside: [],
      deputies,
      need: 'any',
      edits: false,
      deadline: null,
    });
    const pathId = newId();
    const read = await administrator.get<ReviewSettings>('getReviewSettings', { params });
    await administrator.get('changeReviewSettings', {
      params,
      body: {
        kinds: read.kinds,
        paths: [
          {
            id: pathId,
            name: 'Pravo',
            steps: [step('pravo', [leaverId], [other.id]), step('kraj', [], [leaverId])],
          },
        ],
        defaultPathId: pathId,
      },
      headers: { 'if-match': `"${read.revision}"` },
    });
    const post = await editor.get<Post>('createPost', {
      params,
      body: {
        ...draft,
        content: {
          ...draft.content,
          targets: [{ accountId, variant: 'bs' }],
          due: { local: Temporal.Now.plainDateTimeISO().add({ days: 9 }).toString().slice(0, 16) },
        },
      },
    });
    const at = { ...params, postId: post.id };
    await editor.get('submitPost', { params: at, body: { version: post.version } });
    const asked = await write(editor);
    await editor.get('consultAdviser', {
      params: { ...params, postId: asked.id },
      body: { personId: leaverId, question: 'Smijemo li?', answerBy: null },
    });
    const held = await holdings(leaverId);
    assert.deepEqual([held.reviews.posts.length, held.reviews.paths, held.consultations], [1, ['Pravo'], 1]);

    assert.equal((await handOver(leaverId, successor.id, true)).status, 204);
    const { paths } = await administrator.get<ReviewSettings>('getReviewSettings', { params });
    assert.deepEqual(
      paths[0]?.steps.map(({ people, deputies }) => [people, deputies]),
      [
        [[successor.id], [other.id]],
        [[], [successor.id]],
      ],
    );
    const takesOn = await signIn(app.url, successor.email);
    const waiting = await takesOn.get<{ items: { postId: string }[] }>('listReviews', { params });
    assert.deepEqual(
      waiting.items.map(({ postId }) => postId),
      [post.id],
    );
    const question = await takesOn.get<Post>('getPost', { params: { ...params, postId: asked.id } });
    assert.deepEqual(
      question.consultations.map((one) => [one.person.id, one.question]),
      [[successor.id, 'Smijemo li?']],
    );
    assert.equal(
      (await takesOn.call('approvePost', { params: at, body: { version: post.version } })).status,
      200,
    );
  });

  test('keeps four eyes: what the leaver wrote is not approved by whoever took it on', async () => {
    const { leaver, leaverId } = await open();
    const post = await write(leaver);
    await handOver(leaverId, house.people.head.id, false);
    const head = await signIn(app.url, house.people.head.email);
    const read = await head.get<Post>('getPost', { params: { ...params, postId: post.id } });
    assert.equal(read.author?.id, house.people.head.id);
    assert.ok(!read.can.includes('approve'));
  });

  test('somebody who stays keeps their rights and gives the work away', async () => {
    const { leaver, leaverId } = await open();
    await write(leaver);
    const successor = await addPerson(app.database, house, 'editor');
    assert.equal((await handOver(leaverId, successor.id, false)).status, 204);
    assert.deepEqual((await holdings(leaverId)).posts, []);
    assert.equal((await leaver.call('listPosts', { params })).status, 200);
  });

  test('ends signatures that the leaver lent or held', async () => {
    const { leaverId } = await open();
    const startsAt = Temporal.Now.instant().toString();
    const endsAt = Temporal.Now.instant().add({ hours: 48 }).toString();
    await administrator.get('addDelegation', {
      params,
      body: { principalId: house.people.head.id, delegateId: leaverId, reason: 'Odmor', startsAt, endsAt },
    });
    assert.equal((await holdings(leaverId)).delegations.length, 1);
    await handOver(leaverId, null, true);
    const { items } = await administrator.get<{ items: { state: string }[] }>('listDelegations', { params });
    assert.deepEqual(
      items.map(({ state }) => state),
      ['over'],
    );
  });

  test('refuses a successor who may not write, oneself, a stranger, and the last administrator', async () => {
    const { leaver, leaverId } = await open();
    await write(leaver);
    const before = await holdings(leaverId);
    assert.equal(
      codeOf(await handOver(leaverId, house.people.auditor.id, true)),
      'hand-over.successor-cannot-write',
    );
    assert.equal(codeOf(await handOver(leaverId, leaverId, true)), 'hand-over.to-oneself');
    const stranger = await app.addInstitution();
    assert.equal(codeOf(await handOver(leaverId, stranger.people.editor.id, true)), 'person.not-found');
    const last = await handOver(house.people.administrator.id, leaverId, true);
    assert.equal(codeOf(last), 'person.last-administrator');
    assert.deepEqual(await holdings(leaverId), before, 'nothing was moved by half');
  });
});
