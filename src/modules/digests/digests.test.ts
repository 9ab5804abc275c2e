import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { planDeadline } from '#/modules/deadlines/index.ts';
import { record } from '#/modules/records/index.ts';
import { notify } from '#/modules/notices/index.ts';
import { createPost } from '#/modules/posts/index.ts';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { chooseDigest, noteVisit, readDigestChoice, readNews, sendDigests } from './index.ts';

type Mail = { to_address: string; lists: { title: string; items: { text: string; path: string }[] }[] };

describe('a day of work', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  // A day that is over: ids of acts go by the real clock, and nothing is older than its id.
  const wednesday = Temporal.PlainDate.from('2026-11-18');
  const at = (time: string, day = wednesday) =>
    day.toZonedDateTime({ timeZone: 'Europe/Sarajevo', plainTime: time }).toInstant();
  const clock = new ManualClock(at('07:00'));

  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  const deps = () => ({ db: database.db, clock, mail: { canMail: true } });
  const fresh = async () => {
    await database.owner.query('delete from mails');
    house = await addInstitution(database, ['head', 'editor']);
  };
  const mails = async () =>
    (
      await database.owner.query<Mail>(
        'select to_address, lists from mails where institution_id = $1 order by to_address',
        [house.id],
      )
    ).rows;
  /** An act of the editor, with a post it is about. */
  const act = async (kind: string, title: string, moment = clock.now()) => {
    const actor = house.actor('editor');
    const content = {
      texts: { bs: 'Tekst' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [],
      due: null,
    };
    const post = await createPost(
      {
        ...deps(),
        readHouse: async () => ({ timeZone: 'Europe/Sarajevo', glossary: [] }),
        deliveries: { hold: async () => undefined },
        outgoing: { resolve: async () => [] },
      } as never,
      actor,
      { title, planItemId: null, content },
    );
    await database.db.within(actor, (tx) =>
      record(tx, actor, moment, { kind, subjectType: 'post', subjectId: post }),
    );
    return post;
  };
  const tell = (title: string) =>
    database.db.within({ institutionId: house.id }, (tx) =>
      notify(tx, {
        institutionId: house.id,
        personIds: [house.people.head.id],
        kind: 'post.approved',
        subjectType: 'post',
        subjectId: newId(),
        params: { title },
        at: clock.now(),
      }),
    );

  test('begins with one mail at half past seven, that says what waits and what others did', async () => {
    await fresh();
    clock.set(at('06:50'));
    const postId = await act('post.sent-back', 'Javni poziv');
    await tell('Obavijest');
    await sendDigests(deps());
    assert.equal((await mails()).length, 0, 'it is not half past seven');
    clock.set(at('07:31'));
    await Promise.all([sendDigests(deps()), sendDigests(deps()), sendDigests(deps())]);
    const ofHead = (await mails()).filter((mail) => mail.to_address === house.people.head.email);
    assert.equal(ofHead.length, 1);
    const text = JSON.stringify(ofHead[0]!.lists);
    for (const part of ['Javni poziv', `/studio/${house.slug}/posts/${postId}`, 'Obavijest', 'editor'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    clock.set(at('07:40'));
    await sendDigests(deps());
    assert.equal((await mails()).filter((mail) => mail.to_address === house.people.head.email).length, 1);
  });

  test('names the steps that somebody was given, and until when', async () => {
    await fresh();
    clock.set(at('06:50'));
    const postId = await act('post.created', 'Javni poziv');
    const due = { local: `${wednesday.add({ days: 2 }).toString()}T12:00` };
    await planDeadline({ ...deps(), timeZone: 'Europe/Sarajevo' }, house.actor('editor'), postId, {
      kind: 'visual',
      personId: house.people.head.id,
      due,
      needed: true,
    });
    clock.set(at('07:31'));
    await sendDigests(deps());
    const ofHead = (await mails()).find((mail) => mail.to_address === house.people.head.email);
    const items = ofHead?.lists.flatMap((list) => list.items) ?? [];
    const step = items.find(({ path }) => path.endsWith(postId) && path.includes('/posts/'));
    assert.match(JSON.stringify(items), /Vizual: Javni poziv \(do 20\.\s11\.\s2026\.\)/);
    assert.ok(step);
  });

  test('is not written about where there is nothing to say, on a day off, in the afternoon, or to who wants none', async () => {
    await fresh();
    clock.set(at('07:31'));
    await sendDigests(deps());
    assert.equal((await mails()).length, 0, 'nothing to say');
    await fresh();
    const sunday = wednesday.add({ days: 4 });
    clock.set(at('07:31', sunday));
    await tell('Nedjeljom');
    await sendDigests(deps());
    assert.equal((await mails()).length, 0, 'Sunday');
    await fresh();
    clock.set(at('15:00'));
    await tell('Poslije');
    await sendDigests(deps());
    assert.equal((await mails()).length, 0, 'afternoon');
    await chooseDigest(deps(), house.actor('head'), { on: false, at: '14:00' });
    await sendDigests(deps());
    assert.equal((await mails()).length, 0, 'not wanted');
    await chooseDigest(deps(), house.actor('head'), { on: true, at: '14:00' });
    assert.deepEqual(await readDigestChoice(deps(), house.actor('head')), { on: true, at: '14:00' });
    await sendDigests({ ...deps(), mail: { canMail: false } });
    assert.equal((await mails()).length, 0, 'no mail server');
    await sendDigests(deps());
    assert.equal((await mails()).length, 1, 'at the time that was chosen');
  });

  test('shows what others did since the visit before this one, each thing once, and not what I did', async () => {
    await fresh();
    clock.set(at('08:00'));
    const head = house.actor('head');
    await noteVisit(deps(), head);
    clock.set(at('12:00'));
    const postId = await act('post.submitted', 'Javni poziv');
    await database.db.within(head, (tx) =>
      record(tx, head, clock.now(), { kind: 'post.approved', subjectType: 'post', subjectId: newId() }),
    );
    await database.db.within(house.actor('editor'), (tx) =>
      record(tx, house.actor('editor'), clock.now(), {
        kind: 'post.withdrawn',
        subjectType: 'post',
        subjectId: postId,
      }),
    );
    clock.set(at('13:00'));
    await noteVisit(deps(), head);
    clock.set(at('13:10'));
    await noteVisit(deps(), head);
    const { since, items } = await readNews(deps(), head);
    assert.equal(since.toString(), at('08:00').toString());
    assert.deepEqual(
      items.map((item) => [item.kind, item.title, item.by]),
      [['post.withdrawn', 'Javni poziv', house.people.editor.name]],
    );
    clock.set(at('16:00'));
    await noteVisit(deps(), head);
    assert.deepEqual((await readNews(deps(), head)).items, []);
  });
});
