import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isProblem } from '#/kernel/errors.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';
import { actorOf, contentOf, makeApprovedPost, makeInstitution } from '../../../tests/kill/stage.ts';
import { renewLeases } from './claim-deliveries.ts';
import { deliveryHold } from './delivery-hold.ts';
import { schedulePost } from './schedule-post.ts';

const problem = (code: string) => (error: unknown) => isProblem(error, code);

describe('scheduling a post', () => {
  let stage: EngineStage;
  before(async () => {
    stage = await engineStage();
  });
  after(() => stage.close());

  const approved = async (changes: { dueIn?: number | null; accounts?: string[] } = {}) => {
    const accounts = changes.accounts ?? [await stage.account('kit-askable')];
    const { dueIn = 3600 } = changes;
    const content = contentOf({
      targets: accounts.map((accountId) => ({ accountId, variant: 'bs' as const })),
      dueAt: dueIn === null ? null : stage.clock.now().add({ seconds: dueIn }).toString(),
    });
    return makeApprovedPost(stage.db, stage.institutionId, content);
  };
  const hold = (postId: string) =>
    stage.db.within({ institutionId: stage.institutionId }, (tx) =>
      deliveryHold.hold(tx, postId, 'seal-broken', stage.clock.now()),
    );
  const states = async (postId: string) =>
    (await stage.owner('select state from deliveries where post_id = $1 order by id', [postId])).rows.map(
      (row: { state: string }) => row.state,
    );

  it('makes a delivery for every account, says so in the record, and wakes the workers', async () => {
    const accounts = [await stage.account('kit-askable'), await stage.account('kit-unaskable')];
    const post = await approved({ accounts });
    const client = await stage.ownerPool.connect();
    const heard = new Promise((resolve) => client.once('notification', resolve));
    await client.query('listen glasnik_due');
    await schedulePost(stage.deps, stage.head, post);
    await heard;
    client.release(true);
    assert.deepEqual(await states(post.postId), ['scheduled', 'scheduled']);
    assert.equal(await stage.postState(post.postId), 'scheduled');
    assert.deepEqual(await stage.acts(post.postId), ['post.scheduled']);
  });

  it('refuses who may not, what was changed, and what is not approved', async () => {
    const post = await approved();
    const auditor = actorOf(stage.institutionId, 'auditor');
    await assert.rejects(schedulePost(stage.deps, auditor, post), problem('permission.missing'));
    await assert.rejects(
      schedulePost(stage.deps, stage.head, { ...post, version: 7 }),
      problem('post.changed'),
    );
    const stranger = actorOf(await makeInstitution(stage.db), 'head');
    await assert.rejects(schedulePost(stage.deps, stranger, post), problem('post.not-found'));
    await stage.owner(`update posts set state = 'draft' where id = $1`, [post.postId]);
    await assert.rejects(schedulePost(stage.deps, stage.head, post), problem('post.wrong-state'));
  });

  it('refuses a broken seal, no time, a time long past, nobody to send it to, a retired account', async () => {
    const broken = await approved();
    await stage.owner('update approvals set broken_at = now() where post_id = $1', [broken.postId]);
    await assert.rejects(schedulePost(stage.deps, stage.head, broken), problem('post.seal-broken'));
    const other = await approved();
    await stage.owner(
      `update posts set content = jsonb_set(content, '{texts,bs}', '"Drugo"') where id = $1`,
      [other.postId],
    );
    await assert.rejects(schedulePost(stage.deps, stage.head, other), problem('post.seal-broken'));
    const timeless = await approved({ dueIn: null });
    await assert.rejects(schedulePost(stage.deps, stage.head, timeless), problem('post.no-due-time'));
    const past = await approved({ dueIn: -3600 });
    await assert.rejects(schedulePost(stage.deps, stage.head, past), problem('post.due-past'));
    const alone = await approved({ accounts: [] });
    await assert.rejects(schedulePost(stage.deps, stage.head, alone), problem('post.no-targets'));
    const accountId = await stage.account('kit-askable');
    await stage.owner(`update accounts set state = 'retired' where id = $1`, [accountId]);
    const retired = await approved({ accounts: [accountId] });
    await assert.rejects(schedulePost(stage.deps, stage.head, retired), problem('account.retired'));
    assert.deepEqual(await states(retired.postId), []);
  });

  it('takes a time that passed while somebody approved', async () => {
    await schedulePost(stage.deps, stage.head, await approved({ dueIn: -60 }));
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('takes back what waits when the ground goes, and schedules it again', async () => {
    const post = await approved();
    await schedulePost(stage.deps, stage.head, post);
    await hold(post.postId);
    assert.deepEqual(await states(post.postId), ['withdrawn']);
    stage.clock.advance({ seconds: 3600 });
    await stage.deliver();
    assert.deepEqual(await states(post.postId), ['withdrawn'], 'what was taken back does not go out');
    await stage.owner(`update posts set state = 'approved' where id = $1`, [post.postId]);
    stage.clock.advance({ seconds: -3600 });
    await schedulePost(stage.deps, stage.head, post);
    assert.deepEqual(await states(post.postId), ['withdrawn', 'scheduled']);
  });

  it('does not let go of what is on its way', async () => {
    const { postId } = await stage.scheduled('kit-askable');
    const [lease] = await stage.claim();
    const deps = { db: stage.db, worker: lease!.worker, tuning: stage.deps.tuning };
    await renewLeases(deps, stage.clock.now(), [lease!]);
    assert.equal(await stage.postState(postId), 'publishing', 'what takes long is seen to be going out');
    await assert.rejects(hold(postId), problem('post.going-out'));
    assert.equal(await stage.run(lease!), 'published');
  });

  it('never sends a post to an account where it stands or may stand already', async () => {
    const { postId, deliveryId } = await stage.scheduled('kit-unaskable');
    stage.unaskable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['unknown']);
    await stage.owner(`update posts set state = 'approved' where id = $1`, [postId]);
    const again = () => schedulePost(stage.deps, stage.head, { postId, version: 1 });
    await assert.rejects(again(), problem('post.open-question'));
    await stage.owner(`update deliveries set state = 'published' where id = $1`, [deliveryId]);
    await assert.rejects(again(), problem('post.already-out'));
  });

  it('puts a new delivery in the place of one that failed', async () => {
    const { postId } = await stage.scheduled('kit-askable', { text: 'refuse this' });
    assert.deepEqual(await stage.deliver(), ['failed']);
    await stage.owner(`update posts set state = 'approved' where id = $1`, [postId]);
    await schedulePost(stage.deps, stage.head, { postId, version: 1 });
    assert.deepEqual(await states(postId), ['withdrawn', 'scheduled']);
  });
});
