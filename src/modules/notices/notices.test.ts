import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NOTICE_KINDS as CONTRACT_KINDS } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createTranslator, loadWords, VARIANTS } from '#/language/index.ts';
import { addInstitution, addPerson, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { peopleWhoMay } from '#/modules/people/index.ts';
import {
  chooseNotices,
  countUnreadNotices,
  listNoticeChoices,
  listNotices,
  NOTICE_KINDS,
  notify,
  passOnNotices,
  readAllNotices,
  readNotice,
  wordNotice,
  type Channels,
  type NewNotice,
  type NoticeKind,
} from './index.ts';

const NONE: Channels = { studio: false, mail: false, digest: false, push: false };

describe('notices', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  const clock = new ManualClock('2026-11-25T08:00:00Z');
  const deps = () => ({ db: database.db, clock });

  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  const fresh = async () => {
    house = await addInstitution(database);
    return house;
  };
  const tell = (change: Partial<NewNotice>) =>
    database.db.within({ institutionId: house.id }, (tx) =>
      notify(tx, {
        institutionId: house.id,
        personIds: [house.people.head.id],
        kind: 'post.submitted',
        subjectType: 'post',
        subjectId: newId(),
        params: { title: 'Javni poziv' },
        at: clock.now(),
        ...change,
      }),
    );
  const of = (role: 'head' | 'editor' | 'administrator', page = { limit: 50, unread: false }) =>
    listNotices(deps(), house.actor(role), page);
  const mailsOf = async () =>
    (
      await database.owner.query<{ to_address: string; params: { text: string }; link_path: string }>(
        'select to_address, params, link_path from mails where institution_id = $1',
        [house.id],
      )
    ).rows;

  test('reach those who have a role here, once each, and not whoever did it', async () => {
    const other = await addInstitution(database);
    await fresh();
    const { head, editor } = house.people;
    await tell({ personIds: [head.id, head.id, editor.id, null, other.people.head.id], except: editor.id });
    assert.equal((await of('head')).items.length, 1);
    assert.equal((await of('editor')).items.length, 0);
    const { rows } = await database.owner.query('select 1 from notices where person_id = $1', [
      other.people.head.id,
    ]);
    assert.equal(rows.length, 0);
  });

  test('whose act fails were never there', async () => {
    await fresh();
    const failing = database.db.within({ institutionId: house.id }, async (tx) => {
      const { head } = house.people;
      const about = { subjectType: 'post', subjectId: newId(), params: {}, at: clock.now() } as const;
      await notify(tx, { institutionId: house.id, personIds: [head.id], kind: 'post.submitted', ...about });
      throw new Error('after all not');
    });
    await assert.rejects(failing, /after all not/);
    assert.equal((await of('head')).items.length, 0);
  });

  test('of the same thing are one while unread, and another after that', async () => {
    await fresh();
    const subjectId = newId();
    for (const title of ['Prvi', 'Drugi']) await tell({ subjectId, params: { title } });
    const [notice, ...more] = (await of('head')).items;
    assert.deepEqual([notice?.times, notice?.params.title, more.length], [2, 'Drugi', 0]);
    await readNotice(deps(), house.actor('head'), notice!.id);
    await tell({ subjectId });
    const { items, unread } = await of('head');
    assert.deepEqual([items.length, unread], [2, 1]);
  });

  test('stand unread first, newest first, page by page, without a gap', async () => {
    await fresh();
    for (let n = 0; n < 7; n += 1) {
      clock.advance({ minutes: 1 });
      await tell({ params: { title: `${n}` } });
    }
    for (const notice of (await of('head')).items.filter((one) => Number(one.params.title) % 2 === 0))
      await readNotice(deps(), house.actor('head'), notice.id);
    const seen: unknown[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await listNotices(deps(), house.actor('head'), { after, limit: 2, unread: false });
      seen.push(...page.items.map((one) => one.params.title));
      if (page.next === null) break;
      after = page.next;
    }
    assert.deepEqual(seen, ['5', '3', '1', '6', '4', '2', '0']);
    const unread = await of('head', { limit: 50, unread: true });
    assert.deepEqual([unread.items.length, unread.unread], [3, 3]);
    await assert.rejects(
      listNotices(deps(), house.actor('head'), { after: 'x~y~z', limit: 2, unread: false }),
      { code: 'page.wrong-cursor' },
    );
  });

  test('are marked by their own person only, and what arrives after the list was shown stays unread', async () => {
    await fresh();
    await tell({});
    const [notice] = (await of('head')).items;
    await assert.rejects(readNotice(deps(), house.actor('editor'), notice!.id), { code: 'notice.not-found' });
    const shownAt = clock.now();
    clock.advance({ seconds: 1 });
    await tell({ kind: 'post.approved' });
    await readAllNotices(deps(), house.actor('editor'), clock.now());
    assert.equal(await countUnreadNotices(deps(), house.actor('head')), 2);
    await readAllNotices(deps(), house.actor('head'), shownAt);
    assert.equal(await countUnreadNotices(deps(), house.actor('head')), 1);
  });

  test('are for people: a program has none', async () => {
    await fresh();
    const program = { ...house.actor('head'), personId: null, via: 'api-key' } as const;
    await assert.rejects(countUnreadNotices(deps(), program), { code: 'notice.by-person' });
    await assert.rejects(listNoticeChoices(deps(), program), { code: 'notice.by-person' });
  });

  test('come the way each person chose, and not at all to who wants none', async () => {
    await fresh();
    const second = await addPerson(database, house, 'head');
    const choose = (channels: Channels) =>
      chooseNotices(deps(), house.actor('head'), [{ kind: 'post.submitted', channels }]);
    const personIds = [house.people.head.id, second.id];
    await choose({ ...NONE, mail: true });
    await tell({ personIds });
    assert.equal((await of('head')).items.length, 0, 'by e-mail alone is not in the studio');
    await passOnNotices({ ...deps(), mail: { canMail: true } });
    const mails = await mailsOf();
    assert.deepEqual(
      mails.map((mail) => mail.to_address).toSorted(),
      [house.people.head.email, second.email].toSorted(),
    );
    assert.match(mails[0]!.params.text, /Objava „Javni poziv“ čeka Vaše odobrenje/);
    assert.match(mails[0]!.link_path, new RegExp(`^/studio/${house.slug}/review/`));
    await choose(NONE);
    await tell({ personIds: [house.people.head.id] });
    const { rowCount } = await database.owner.query('select 1 from notices where person_id = $1', [
      house.people.head.id,
    ]);
    assert.equal(rowCount, 1, 'the one from before');
    const choices = await listNoticeChoices(deps(), house.actor('head'));
    assert.deepEqual(choices.find(({ kind }) => kind === 'post.submitted')?.channels, NONE);
    assert.equal(choices.length, Object.keys(NOTICE_KINDS).length);
  });

  test('are mailed once by two workers at once, and by none without a mail server', async () => {
    await fresh();
    await tell({});
    await Promise.all([1, 2, 3].map(() => passOnNotices({ ...deps(), mail: { canMail: true } })));
    assert.equal((await mailsOf()).length, 1);
    await tell({});
    await passOnNotices({ ...deps(), mail: { canMail: false } });
    assert.equal((await mailsOf()).length, 1);
  });

  test('announce themselves to open studios when the act stands', async () => {
    await fresh();
    const client = await database.db.pool.connect();
    const heard: string[] = [];
    client.on('notification', (message) => heard.push(message.payload ?? ''));
    await client.query('listen glasnik_events');
    await tell({});
    for (let tries = 0; tries < 50 && heard.length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await client.query('unlisten *');
    client.release();
    assert.deepEqual(heard, [house.id]);
  });

  test('whoever may approve is asked, and nobody else', async () => {
    await fresh();
    const second = await addPerson(database, house, 'head');
    const able = await database.db.within({ institutionId: house.id }, (tx) =>
      peopleWhoMay(tx, house.id, 'post.approve'),
    );
    assert.deepEqual(able.toSorted(), [house.people.head.id, second.id].toSorted());
  });

  test('every kind has words in every variant, the same list in the contract, and leaves no placeholder', async () => {
    assert.deepEqual([...CONTRACT_KINDS], Object.keys(NOTICE_KINDS));
    const params = {
      title: 'T',
      by: 'B',
      step: 'S',
      deadline: 'visual',
      until: 'U',
      reason: 'R',
      account: 'A',
      name: 'N',
      question: 'Q',
      count: 2,
    };
    for (const variant of VARIANTS) {
      const { t } = createTranslator(variant, await loadWords(variant, ['notices', 'common']), {
        missing: 'throw',
      });
      for (const kind of Object.keys(NOTICE_KINDS) as NoticeKind[]) {
        assert.doesNotMatch(wordNotice(t, { kind, params }), /\{\{|notices:/);
        assert.ok(t(`notices:kind.${kind}.name`) && t(`notices:group.${NOTICE_KINDS[kind].group}`));
      }
      assert.ok(
        wordNotice(t, { kind: 'post.approved', params: { title: '' } }).includes(t('notices:untitled')),
      );
    }
  });
});
