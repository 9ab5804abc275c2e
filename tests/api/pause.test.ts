import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { HousePause, PauseView, Post } from '#/contract/index.ts';
import { systemClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const INPUT = { reason: 'Dan žalosti', statement: { bs: 'Dijelimo tugu porodica.' } };

describe('the pause switch over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let other: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let administrator: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    other = await app.addInstitution();
    params = { institutionId: house.id };
    const by = (role: 'editor' | 'head' | 'administrator') => signIn(app.url, house.people[role].email);
    [editor, head, administrator] = await Promise.all([by('editor'), by('head'), by('administrator')]);
  });
  after(() => app[Symbol.asyncDispose]());

  const actsOf = async (kinds: string[]) =>
    (
      await app.database.owner.query<{ kind: string; institution_id: string | null }>(
        'select kind, institution_id from acts where kind = any($1) order by id',
        [kinds],
      )
    ).rows;

  let handles = 0;
  const scheduled = async (title: string, inMinutes: number): Promise<Post> => {
    handles += 1;
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: `pauza-${handles}-${house.id.slice(-6)}`, displayName: '', code },
      },
    });
    const due = systemClock.now().add({ minutes: inMinutes }).toZonedDateTimeISO('Europe/Sarajevo');
    const post = await editor.get<Post>('createPost', {
      params,
      body: {
        title,
        planItemId: null,
        content: {
          texts: { bs: title },
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: [{ accountId: account.id, variant: 'bs' }],
          due: { local: due.toPlainDateTime().toString({ smallestUnit: 'minute' }) },
        },
      },
    });
    const at = { params: { ...params, postId: post.id }, body: { version: post.version } };
    await editor.get('submitPost', at);
    await head.get('approvePost', at);
    return editor.get<Post>('getPost', { params: { ...params, postId: post.id } });
  };

  test('holds, shows to everybody, and ends; each is recorded', async () => {
    const auditor = await signIn(app.url, house.people.auditor.email);
    const held = await head.get<PauseView>('holdPosts', { params, body: INPUT });
    assert.equal(held.pauses.length, 1);
    assert.equal((await head.problem('holdPosts', { params, body: INPUT })).code, 'pause.stands');
    const seen = await auditor.get<PauseView>('getPause', { params });
    assert.deepEqual(seen.pauses, held.pauses);
    assert.equal(seen.pauses[0]!.startedBy?.id, house.people.head.id);
    assert.equal(seen.mayLetThrough, false);
    const elsewhere = await signIn(app.url, other.people.head.email);
    const theirs = await elsewhere.get<PauseView>('getPause', { params: { institutionId: other.id } });
    assert.deepEqual([theirs.pauses, theirs.lastStatement], [[], {}]);
    await administrator.get('endPause', { params });
    assert.equal((await head.problem('endPause', { params })).code, 'pause.none');
    const after = await head.get<PauseView>('getPause', { params });
    assert.deepEqual([after.pauses, after.lastStatement], [[], INPUT.statement]);
    assert.deepEqual(await actsOf(['pause.begun', 'pause.ended']), [
      { kind: 'pause.begun', institution_id: house.id },
      { kind: 'pause.ended', institution_id: house.id },
    ]);
  });

  test('the statement becomes a draft for all accounts; it is let through while the rest waits', async () => {
    const earlier = await scheduled('Povučena prije pauze', 60);
    await head.get('withdrawPost', {
      params: { ...params, postId: earlier.id },
      body: { version: earlier.version, reason: 'Nije potrebna' },
    });
    const { pauses } = await head.get<PauseView>('holdPosts', { params, body: INPUT });
    const { postId } = await editor.get<{ postId: string }>('draftStatement', {
      params,
      body: { pauseId: pauses[0]!.id },
    });
    const draft = await editor.get<Post>('getPost', { params: { ...params, postId } });
    assert.deepEqual([draft.state, draft.content.texts['bs']], ['draft', INPUT.statement.bs]);
    assert.equal(draft.content.targets.length, 1);

    const waiting = await scheduled('Čeka odluku', 60);
    const seen = await head.get<PauseView>('getPause', { params });
    assert.deepEqual(
      seen.held.map(({ postId: id, isDue, accounts }) => [id, isDue, accounts[0]?.networkName !== '']),
      [[waiting.id, false, true]],
    );
    const at = { params: { ...params, postId: waiting.id } };
    assert.equal((await editor.problem('letPostThrough', at)).code, 'permission.missing');
    const through = await head.get<PauseView>('letPostThrough', at);
    assert.deepEqual(through.held, []);
    assert.equal((await head.problem('letPostThrough', at)).code, 'pause.not-held');
    await head.get('withdrawPost', { ...at, body: { version: waiting.version, reason: 'Kraj probe' } });
    await head.get('endPause', { params });
    assert.equal(
      (await editor.problem('draftStatement', { params, body: { pauseId: pauses[0]!.id } })).code,
      'pause.none',
    );
  });

  test('what is moved or withdrawn is held no more', async () => {
    await head.get('holdPosts', { params, body: { reason: 'Greška u podacima' } });
    const [moved, taken] = [await scheduled('Premješta se', 60), await scheduled('Povlači se', 60)];
    await editor.get('reschedulePost', {
      params: { ...params, postId: moved.id },
      body: { version: moved.version, due: { local: '2032-05-05T10:00' } },
    });
    await head.get('withdrawPost', {
      params: { ...params, postId: taken.id },
      body: { version: taken.version, reason: 'Nije više tačno' },
    });
    assert.deepEqual((await head.get<PauseView>('getPause', { params })).held, []);
    await head.get('endPause', { params });
  });

  test('the coordinator holds all; nobody else lets anything through meanwhile', async () => {
    const { email } = other.people.editor;
    const coordinator = await signIn(app.url, email);
    assert.equal((await coordinator.problem('holdAll', { body: INPUT })).code, 'pause.not-coordinator');
    assert.deepEqual(await coordinator.get<HousePause>('getHousePause'), { coordinator: false, pause: null });
    const rights = await app.database.db
      .within({ personId: other.people.editor.id }, (tx) =>
        tx
          .insertInto('coordinators')
          .values({ person_id: other.people.editor.id, appointed_at: '2026-01-01T00:00:00Z' })
          .execute(),
      )
      .then(
        () => 'written',
        (error: { code?: string }) => error.code,
      );
    assert.equal(rights, '42501', 'nobody appoints themselves');
    await app.database.owner.query('insert into coordinators values ($1, now())', [other.people.editor.id]);

    const post = await scheduled('Svima čeka', 60);
    const all = await coordinator.get<HousePause>('holdAll', { body: INPUT });
    assert.equal(all.pause?.scope, 'all');
    const seen = await head.get<PauseView>('getPause', { params });
    assert.deepEqual(
      [seen.pauses.map(({ scope }) => scope), seen.held.length, seen.mayLetThrough],
      [['all'], 1, false],
    );
    const at = { params: { ...params, postId: post.id } };
    assert.equal((await head.problem('letPostThrough', at)).code, 'pause.all-held');
    assert.equal((await head.problem('endPauseOfAll')).code, 'pause.not-coordinator');
    assert.equal((await head.problem('endPause', { params })).code, 'pause.none');

    // Its time passes while all is held.
    await app.database.owner.query(
      `update deliveries set due_at = now() - interval '1 hour', next_attempt_at = now() - interval '1 hour' where post_id = $1`,
      [post.id],
    );
    await coordinator.get('endPauseOfAll');
    const left = await head.get<PauseView>('getPause', { params });
    assert.deepEqual(
      [left.pauses, left.held.map(({ postId, isDue }) => [postId, isDue]), left.mayLetThrough],
      [[], [[post.id, true]], true],
    );
    await head.get('letPostThrough', at);
    const isOut = async () => (await head.get<Post>('getPost', at)).state === 'published';
    for (let no = 0; no < 200 && !(await isOut()); no += 1)
      await new Promise((done) => setTimeout(done, 100));
    assert.ok(await isOut(), 'let through, it goes out');
    assert.deepEqual(await actsOf(['pause.all-begun', 'pause.all-ended']), [
      { kind: 'pause.all-begun', institution_id: null },
      { kind: 'pause.all-ended', institution_id: null },
    ]);
  });
});
