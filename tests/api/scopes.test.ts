import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type {
  Delegation,
  Me,
  Media,
  Post,
  PostInput,
  PostSummary,
  ProblemDetails,
  Today,
} from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { ROLES, type Role } from '#/modules/people/index.ts';
import { signIn, type ApiClient, type Answer } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const NOW = '2026-11-24T09:00:00Z';
const IN_A_WEEK = '2026-12-01T09:00:00Z';

describe('how far a right reaches', () => {
  let app: TestApp;
  let clock: ManualClock;
  let house: TestInstitution;
  let params: { institutionId: string };
  let ours: string;
  let theirs: string;
  const who = {} as Record<Role, ApiClient>;

  before(async () => {
    clock = new ManualClock(NOW);
    app = await testApp({ clock });
    house = await app.addInstitution(ROLES);
    params = { institutionId: house.id };
    for (const role of ROLES) who[role] = await signIn(app.url, house.people[role].email);
    [ours, theirs] = [await connect('nalog-jedan'), await connect('nalog-dva')];
  });
  after(() => app[Symbol.asyncDispose]());

  async function connect(handle: string): Promise<string> {
    const { code } = await who.administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await who.administrator.get<{ id: string }>('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings: { handle, displayName: '', code } },
    });
    return account.id;
  }
  const input = (accounts: string[], change: Partial<PostInput> = {}): PostInput => ({
    title: 'Proba',
    planItemId: null,
    content: {
      texts: { bs: 'Dobar dan.' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: accounts.map((accountId) => ({ accountId, variant: 'bs' as const })),
      due: { local: '2026-12-01T10:00' },
    },
    ...change,
  });
  const create = (accounts: string[], by = who.administrator) =>
    by.get<Post>('createPost', { params, body: input(accounts) });
  const upload = async (background: string) =>
    who.editor.get<Media>('uploadMedia', {
      params,
      query: { fileName: 'slika.png' },
      body: new Uint8Array(
        await sharp({ create: { width: 30, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    });
  const at = (post: Post) => ({ ...params, postId: post.id });
  const save = (by: ApiClient, post: Post, body: PostInput) =>
    by.call('savePost', { params: at(post), body, headers: { 'if-match': `"${post.version}"` } });
  const submit = (post: Post) =>
    who.administrator.get<Post>('submitPost', { params: at(post), body: { version: post.version } });
  const approve = (by: ApiClient, post: Post) =>
    by.call('approvePost', { params: at(post), body: { version: post.version } });
  const codeOf = ({ body }: Answer) => (body as ProblemDetails).code;
  const limit = (role: Role, limits: Partial<Record<Role, string[]>>) =>
    who.administrator.get('setColleagueRoles', {
      params: { ...params, personId: house.people[role].id },
      body: { roles: [role], limits },
    });

  describe('a role that is limited to some accounts', () => {
    before(async () => {
      await limit('editor', { editor: [ours] });
      await limit('head', { head: [ours] });
    });
    after(async () => {
      await limit('editor', {});
      await limit('head', {});
    });

    const actsOn = (post: Post): [ApiClient, Parameters<ApiClient['call']>[0], unknown][] => [
      [who.editor, 'submitPost', { version: post.version }],
      [who.editor, 'reschedulePost', { version: post.version, due: { local: '2026-12-02T10:00' } }],
      [who.editor, 'reopenPost', { version: post.version }],
      [who.editor, 'schedulePost', { version: post.version }],
      [who.editor, 'withdrawPost', { version: post.version, reason: 'x' }],
      [who.editor, 'consultAdviser', { personId: house.people.adviser.id, question: 'x', answerBy: null }],
      [who.head, 'approvePost', { version: post.version }],
      [who.head, 'sendBackPost', { version: post.version, reason: 'x' }],
    ];

    test('does every act on posts for those accounts, and none on others', async () => {
      for (const [accounts, inside] of [
        [[ours], true],
        [[theirs], false],
        [[ours, theirs], false],
      ] as const) {
        const post = await create([...accounts]);
        for (const [by, name, body] of actsOn(post)) {
          const answer = await by.call(name, { params: at(post), body });
          const refused = answer.status === 403 && codeOf(answer) === 'permission.account';
          assert.equal(refused, !inside, `${name} ${accounts.length}: ${JSON.stringify(answer.body)}`);
        }
      }
    });

    test('may not take a post from another account, nor lead one there', async () => {
      const theirPost = await create([theirs]);
      assert.equal(codeOf(await save(who.editor, theirPost, input([ours]))), 'permission.account');
      const ourPost = await create([ours], who.editor);
      assert.equal(codeOf(await save(who.editor, ourPost, input([ours, theirs]))), 'permission.account');
      assert.equal((await save(who.editor, ourPost, input([ours], { title: 'Novi' }))).status, 200);
      const born = await who.editor.call('createPost', { params, body: input([theirs]) });
      assert.equal(codeOf(born), 'permission.account');
    });

    test('shows only acts that will work, and only posts that wait for this person', async () => {
      const [inside, outside] = [await submit(await create([ours])), await submit(await create([theirs]))];
      const can = async (post: Post) => (await who.head.get<Post>('getPost', { params: at(post) })).can;
      assert.ok((await can(inside)).includes('approve'));
      assert.deepEqual(await can(outside), []);
      const { waiting } = await who.head.get<Today>('getToday', { params });
      const ids = waiting.map(({ postId }) => postId);
      assert.ok(ids.includes(inside.id));
      assert.ok(!ids.includes(outside.id));
    });

    test('reads the rest of the house all the same', async () => {
      const post = await create([theirs]);
      assert.equal((await who.editor.call('getPost', { params: at(post) })).status, 200);
    });

    test('a limited administrator connects, checks and retires only those accounts', async () => {
      const second = await addPerson(app.database, house, 'administrator');
      await who.administrator.get('setColleagueRoles', {
        params: { ...params, personId: second.id },
        body: { roles: ['administrator'], limits: { administrator: [ours] } },
      });
      const limited = await signIn(app.url, second.email);
      const onAccount = (name: 'diagnoseAccount' | 'retireAccount', accountId: string) =>
        limited.call(name, { params: { ...params, accountId } });
      assert.equal((await onAccount('diagnoseAccount', ours)).status, 200);
      assert.equal(codeOf(await onAccount('diagnoseAccount', theirs)), 'permission.account');
      assert.equal(codeOf(await onAccount('retireAccount', theirs)), 'permission.account');
      const { code } = await limited.get<{ code: string }>('getSandboxCode', { params });
      const body = { network: 'sandbox', variant: 'bs', settings: { handle: 'novi', displayName: '', code } };
      assert.equal(codeOf(await limited.call('connectAccount', { params, body })), 'permission.account');
    });

    test('an account of another institution is no limit', async () => {
      const other = await app.addInstitution();
      const problem = await who.administrator.problem('setColleagueRoles', {
        params: { ...params, personId: house.people.editor.id },
        body: { roles: ['editor'], limits: { editor: [other.id] } },
      });
      assert.equal(problem.code, 'reference.not-found');
    });
  });

  describe('a translator', () => {
    test('changes texts, alt texts and the versions of a network', async () => {
      const post = await create([ours]);
      const body = input([ours]);
      body.content.texts = { bs: 'Dobar dan.', hr: 'Dobar dan!', 'sr-Latn': 'Dobar dan.' };
      body.content.overrides = { sandbox: { hr: 'Kraće.' } };
      const answer = await save(who.translator, post, body);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      assert.equal((answer.body as Post).content.texts['sr-Cyrl'], 'Добар дан.');
    });

    test('changes neither accounts nor time nor title', async () => {
      const post = await create([ours]);
      const timed = input([ours]);
      timed.content.due = { local: '2026-12-03T10:00' };
      for (const body of [input([]), input([theirs]), timed, input([ours], { title: 'Drugi' })]) {
        assert.equal(codeOf(await save(who.translator, post, body)), 'post.texts-only');
      }
    });
  });

  describe('an adviser', () => {
    let asked: Post;
    let unasked: Post;
    let adviser: ApiClient;
    before(async () => {
      const person = await addPerson(app.database, house, 'adviser');
      adviser = await signIn(app.url, person.email);
      [asked, unasked] = [await create([ours]), await create([ours])];
      asked = await who.editor.get<Post>('consultAdviser', {
        params: at(asked),
        body: { personId: person.id, question: 'Je li član tačan?', answerBy: IN_A_WEEK },
      });
    });

    test('sees the post they are asked about, and of others not even that they are there', async () => {
      const seen = await adviser.get<Post>('getPost', { params: at(asked) });
      assert.equal(seen.consultations[0]?.question, 'Je li član tačan?');
      const { items: notices } = await adviser.get<{ items: { kind: string; text: string }[] }>(
        'listNotices',
        { params },
      );
      assert.deepEqual(
        notices.map(({ kind }) => kind),
        ['advice.asked'],
      );
      assert.deepEqual(seen.can, []);
      for (const name of ['getPost', 'listPostVersions'] as const) {
        assert.equal((await adviser.call(name, { params: at(unasked) })).status, 404);
        assert.equal((await adviser.call(name, { params: at(asked) })).status, 200);
      }
      for (const query of [{}, { search: 'dobar dan' }] as Record<string, string>[]) {
        const { items } = await adviser.get<{ items: PostSummary[] }>('listPosts', { params, query });
        assert.deepEqual(
          items.map(({ id }) => id),
          [asked.id],
        );
      }
    });

    test('finds it among what waits until they have answered, and may answer only for themselves', async () => {
      const waiting = async () =>
        (await adviser.get<Today>('getToday', { params })).waiting.map(({ postId, why }) => [postId, why]);
      assert.deepEqual(await waiting(), [[asked.id, 'asked']]);
      const consultationId = asked.consultations[0]!.id;
      const other = await signIn(app.url, (await addPerson(app.database, house, 'adviser')).email);
      const answer = { params: { ...params, consultationId }, body: { answer: 'Jeste, član 12.' } };
      assert.equal((await other.call('answerConsultation', answer)).status, 404);
      assert.equal((await adviser.call('answerConsultation', answer)).status, 204);
      assert.deepEqual(await waiting(), []);
      const read = await who.editor.get<Post>('getPost', { params: at(asked) });
      assert.equal(read.consultations[0]?.answer, 'Jeste, član 12.');
    });

    test('does not see it any more when the question is closed', async () => {
      const consultationId = asked.consultations[0]!.id;
      await who.editor.get('endConsultation', { params: { ...params, consultationId } });
      assert.equal((await adviser.call('getPost', { params: at(asked) })).status, 404);
    });

    test("sees the institution's own mark, and no other picture", async () => {
      const [mark, other] = [await upload('#1f4e79'), await upload('#a3281f')];
      await app.database.owner.query('update institutions set logo_media_id = $1 where id = $2', [
        mark.id,
        house.id,
      ]);
      const status = async ({ url, thumbnailUrl }: Media) =>
        Promise.all(
          [url, thumbnailUrl].map(
            async (path) => (await fetch(`${app.url}${path}`, { headers: adviser.headers })).status,
          ),
        );
      assert.deepEqual(await status(mark), [200, 200]);
      assert.deepEqual(await status(other), [403, 403]);
    });

    test('only advisers are asked', async () => {
      const body = { personId: house.people.analyst.id, question: 'x', answerBy: null };
      const problem = await who.editor.problem('consultAdviser', { params: at(unasked), body });
      assert.equal(problem.code, 'consultation.not-adviser');
    });
  });

  describe('a signature that is lent', () => {
    const lend = (by: ApiClient, change: Record<string, string> = {}) =>
      by.call('addDelegation', {
        params,
        body: {
          principalId: house.people.head.id,
          delegateId: house.people.analyst.id,
          reason: 'Godišnji odmor',
          startsAt: NOW,
          endsAt: IN_A_WEEK,
          ...change,
        },
      });
    const end = (id: string) => who.head.get('endDelegation', { params: { ...params, delegationId: id } });

    test('lets the delegate approve, and says for whom wherever it was used', async () => {
      const post = await submit(await create([ours]));
      assert.equal(codeOf(await approve(who.analyst, post)), 'review.not-asked');
      const { id, state } = (await lend(who.head)).body as Delegation;
      assert.equal(state, 'standing');
      const me = await who.analyst.get<Me>('getMe');
      assert.ok(me.memberships[0]?.permissions.includes('post.approve'));
      assert.ok(!me.memberships[0]?.permissions.includes('post.write'), 'nobody writes for another');
      const approved = (await approve(who.analyst, post)).body as Post;
      assert.equal(approved.state, 'scheduled');
      assert.equal(approved.approvals[0]?.by?.id, house.people.analyst.id);
      assert.equal(approved.approvals[0]?.onBehalfOf?.id, house.people.head.id);
      const { rows } = await app.database.owner.query<{ detail: { onBehalfOf?: string } }>(
        `select detail from acts where subject_id = $1 and kind = 'post.approved'`,
        [post.id],
      );
      assert.equal(rows[0]?.detail.onBehalfOf, house.people.head.id);
      // Also where it only schedules: off the schedule, the approval stands.
      const taken = await who.editor.call('unschedulePost', {
        params: { ...params, postId: post.id },
        body: { version: approved.version },
      });
      assert.equal(taken.status, 200, JSON.stringify(taken.body));
      const again = await who.analyst.call('schedulePost', {
        params: { ...params, postId: post.id },
        body: { version: (taken.body as Post).version },
      });
      assert.equal(again.status, 200, JSON.stringify(again.body));
      const scheduled = await app.database.owner.query<{ detail: { onBehalfOf?: string } }>(
        `select detail from acts where subject_id = $1 and kind = 'post.scheduled' order by id desc limit 1`,
        [post.id],
      );
      assert.equal(scheduled.rows[0]?.detail.onBehalfOf, house.people.head.id);
      await end(id);
      assert.equal(
        codeOf(await approve(who.analyst, await submit(await create([ours])))),
        'review.not-asked',
      );
    });

    test('holds from its beginning to its end', async () => {
      const startsAt = '2026-11-25T09:00:00Z';
      const { id, state } = (await lend(who.administrator, { startsAt })).body as Delegation;
      assert.equal(state, 'coming');
      const post = await submit(await create([ours]));
      assert.equal((await approve(who.analyst, post)).status, 403);
      clock.set(startsAt);
      assert.equal((await approve(who.analyst, post)).status, 200);
      clock.set(IN_A_WEEK);
      const late = await submit(
        await who.administrator.get<Post>('createPost', {
          params,
          body: {
            ...input([ours]),
            content: { ...input([ours]).content, due: { local: '2026-12-09T10:00' } },
          },
        }),
      );
      assert.equal((await approve(who.analyst, late)).status, 403);
      clock.set(NOW);
      await end(id);
    });

    test('does not carry a post past four eyes: neither may have had a hand in it', async () => {
      const { id } = (await lend(who.head)).body as Delegation;
      const body = input([ours]);
      const own = await who.head.get<Post>('createPost', { params, body });
      assert.equal(codeOf(await approve(who.analyst, await submit(own))), 'post.own');
      const read = await who.analyst.get<Post>('getPost', { params: at(own) });
      assert.ok(!read.can.includes('approve'));
      await end(id);
    });

    test('is lent by whoever owns it, to somebody else, for a time that makes sense', async () => {
      const second = await addPerson(app.database, house, 'head');
      const ownOnly = await lend(await signIn(app.url, second.email));
      assert.equal(codeOf(ownOnly), 'delegation.not-own');
      assert.equal(
        codeOf(await lend(who.head, { delegateId: house.people.head.id })),
        'delegation.to-oneself',
      );
      assert.equal(codeOf(await lend(who.head, { endsAt: '2026-11-20T09:00:00Z' })), 'delegation.span');
      const tooLong = await lend(who.head, { endsAt: '2028-11-20T09:00:00Z' });
      assert.equal(codeOf(tooLong), 'delegation.span');
      assert.match((tooLong.body as ProblemDetails).faults?.[0]?.message ?? '', /lasts 366 days at most/);
      const nothing = await lend(who.administrator, { principalId: house.people.auditor.id });
      assert.equal(codeOf(nothing), 'delegation.no-signature');
    });
  });
});
