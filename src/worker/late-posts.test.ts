import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { newId } from '#/kernel/ids.ts';
import { isProblem } from '#/kernel/errors.ts';
import { letPostThrough, readPause, sendLatePost } from '#/modules/pause/index.ts';
import { createPerson, grant, type Role } from '#/modules/people/index.ts';
import { deliveriesToday, withdrawPost } from '#/modules/publishing/index.ts';
import { engineStage, type EngineStage } from '../../tests/kill/engine-stage.ts';
import { actorOf, makeScheduledPosts } from '../../tests/kill/stage.ts';

describe('posts that an outage has made late', () => {
  let stage: EngineStage;
  const people: Partial<Record<Role, string>> = {};
  before(async () => {
    stage = await engineStage();
    for (const role of ['head', 'editor', 'administrator'] as const) {
      people[role] = await stage.db.within({ institutionId: stage.institutionId }, async (tx) => {
        const email = `${newId()}@example.org`;
        const now = stage.clock.now();
        const id = await createPerson(tx, { name: role, email, language: 'bs' }, 'no password', now);
        await grant(tx, stage.head, id, [role], now);
        return id;
      });
    }
  });
  afterEach(async () => {
    await stage.owner(`update deliveries set state = 'withdrawn', held_by = null where state <> 'published'`);
    await stage.owner('update institutions set ask_late_after_hours = 6');
    await stage.owner('delete from notices');
  });
  after(() => stage.close());

  const outage = (hours: number, minutes = 0) => stage.clock.advance({ hours, minutes });
  const editor = () => actorOf(stage.institutionId, 'editor');
  const held = async () => (await readPause(stage, editor())).held;
  const stands = (id: string) => stage.askable.countsByKey()[id] ?? 0;

  it('ask before they go out, and go out once somebody lets them', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    outage(6, 1);
    assert.deepEqual(await stage.deliver(2), ['scheduled']);
    assert.equal(stands(deliveryId), 0);
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.held-late']);
    const [post, ...others] = await held();
    assert.deepEqual(others, []);
    assert.equal(post?.post_id, postId);
    assert.equal(post.is_late, true);
    const today = await deliveriesToday(stage, editor(), 'Europe/Sarajevo');
    const [shown] = today.goingOut.filter(({ id }) => id === deliveryId);
    assert.equal(shown?.nextStep, 'late');
    assert.equal(shown.held, true);

    await sendLatePost(stage, editor(), postId);
    outage(10);
    assert.deepEqual(await stage.deliver(), ['published'], 'it is not asked about a second time');
    assert.equal(stands(deliveryId), 1);
    assert.deepEqual(await held(), []);
    assert.equal(await stage.postState(postId), 'published');
  });

  it('are one question for all of an outage, put to whoever may schedule', async () => {
    await stage.scheduled('kit-askable');
    await stage.scheduled('kit-askable');
    outage(7);
    await stage.deliver();
    const { rows } = await stage.owner('select kind, person_id, subject_id from notices order by person_id');
    const told = (rows as { kind: string; person_id: string }[]).map((row) => `${row.kind} ${row.person_id}`);
    assert.deepEqual(told.sort(), [`outage.asks ${people.editor}`, `outage.asks ${people.head}`].sort());
    assert.equal((await held()).length, 2);
  });

  it('are only for those to decide who may', async () => {
    const { postId } = await stage.scheduled('kit-askable');
    const early = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 9 }).toString(),
    });
    outage(7);
    await stage.deliver();
    const refused = (code: string) => (error: unknown) => isProblem(error, code);
    await assert.rejects(sendLatePost(stage, actorOf(stage.institutionId, 'analyst'), postId));
    await assert.rejects(sendLatePost(stage, editor(), early.postId), refused('pause.not-held'));
    await stage.owner(
      `insert into pauses (id, institution_id, reason, started_at) values ($1, $2, 'Potres', now())`,
      [newId(), stage.institutionId],
    );
    await assert.rejects(sendLatePost(stage, editor(), postId), refused('pause.stands-over-late'));
    assert.equal((await held()).find((post) => post.post_id === postId)?.is_late, false);
    await letPostThrough(stage, stage.head, postId);
    await stage.owner('update pauses set ended_at = now() where ended_at is null');
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('ask as late as the institution has set', async () => {
    await stage.owner('update institutions set ask_late_after_hours = null');
    await stage.scheduled('kit-askable');
    outage(100);
    assert.deepEqual(await stage.deliver(), ['published']);
    await stage.owner('update institutions set ask_late_after_hours = 0');
    await stage.scheduled('kit-askable');
    outage(0, 2);
    assert.deepEqual(await stage.deliver(), ['scheduled']);
    assert.equal((await held()).length, 1);
  });

  it('wait for no turn that a clock gave which went an hour wrong', async () => {
    const accountId = await stage.account('kit-askable');
    const late = { accountId, dueAt: stage.clock.now().add({ minutes: 1 }).toString() };
    const { deliveryId } = await stage.scheduled('kit-askable', late);
    outage(0, 20);
    await stage.owner(
      `insert into late_turns (account_id, institution_id, next_at) values ($1, $2, $3::timestamptz + interval '1 hour')`,
      [accountId, stage.institutionId, stage.clock.now().toString()],
    );
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stands(deliveryId), 1);
  });

  it('are sent and withdrawn by two people at one moment, and it is one of the two', async () => {
    for (let no = 0; no < 3; no += 1) {
      const { deliveryId, postId } = await stage.scheduled('kit-askable');
      outage(7);
      await stage.deliver();
      const [sent, withdrawn] = await Promise.allSettled([
        sendLatePost(stage, editor(), postId),
        withdrawPost({ ...stage, ...stage.deps, jobs: { send: async () => undefined } }, stage.head, {
          postId,
          version: 1,
          reason: 'Prekasno.',
        }),
      ]);
      assert.equal(withdrawn.status, 'fulfilled', 'what is not on its way can always be withdrawn');
      await stage.deliver();
      assert.equal(stands(deliveryId), 0, `sending was ${sent.status}`);
      assert.equal(await stage.postState(postId), 'withdrawn');
    }
  });

  it('of an account leave one a minute, and hold up no other account', async () => {
    const [busy, other] = [await stage.account('kit-askable'), await stage.account('kit-askable')];
    const due = (accountId: string, lane: number) => ({
      institutionId: stage.institutionId,
      accountId,
      lane,
      dueAt: stage.clock.now().toString(),
    });
    const ids = await makeScheduledPosts(stage.ownerPool, [
      due(busy, 0),
      due(busy, 1),
      due(busy, 2),
      due(other, 0),
    ]);
    outage(0, 20);
    assert.deepEqual((await stage.deliver(3)).filter((end) => end === 'published').length, 2);
    assert.equal(stands(ids[3]!), 1, 'the other account has a turn of its own');
    const onTime = await stage.scheduled('kit-askable', { accountId: busy });
    assert.deepEqual(await stage.deliver(), ['published'], 'what is on time does not wait for the late ones');
    assert.equal(stands(onTime.deliveryId), 1);
    for (const left of [1, 0]) {
      outage(0, 1);
      await stage.deliver(3);
      const out = ids.slice(0, 3).filter((id) => stands(id) === 1);
      assert.equal(out.length, 3 - left);
    }
  });
});
