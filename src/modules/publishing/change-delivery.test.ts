import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { BY_HAND } from '#/connectors/_kit/kit-connector.ts';
import { isProblem } from '#/kernel/errors.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';
import { actorOf, makeInstitution } from '../../../tests/kill/stage.ts';
import { answerDelivery } from './answer-delivery.ts';
import { getDelivery } from './get-delivery.ts';
import { giveUpDelivery } from './give-up-delivery.ts';
import { listDeliveries, troublesOf } from './list-deliveries.ts';
import { publishedPosts } from './published-posts.ts';
import { removeDelivery, REMOVAL_QUEUE, type RemovalJob } from './remove-delivery.ts';
import { retryDelivery } from './retry-delivery.ts';
import { RemovalUndecided, takeDown } from './take-down.ts';
import { deliveriesToday } from './today.ts';
import { withdrawPost } from './withdraw-post.ts';

const problem = (code: string) => (error: unknown) => isProblem(error, code);

describe('what people do to deliveries', () => {
  let stage: EngineStage;
  const jobs: RemovalJob[] = [];
  const queue = {
    send: async (_tx: unknown, name: string, data: object) => {
      assert.equal(name, REMOVAL_QUEUE);
      jobs.push(data as RemovalJob);
    },
  };
  before(async () => {
    stage = await engineStage();
  });
  beforeEach(() => {
    jobs.length = 0;
  });
  after(() => stage.close());

  const doubted = async () => {
    const made = await stage.scheduled('kit-unaskable');
    stage.unaskable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['unknown']);
    return made;
  };
  const published = async () => {
    const made = await stage.scheduled('kit-askable');
    assert.deepEqual(await stage.deliver(), ['published']);
    return made;
  };

  it('takes a person for an answer: it is there', async () => {
    const { deliveryId, postId } = await doubted();
    await answerDelivery(stage.deps, stage.head, deliveryId, {
      published: true,
      url: 'https://example.org/posts/1',
    });
    const row = await stage.read(deliveryId);
    assert.deepEqual([row.state, row.url], ['published', 'https://example.org/posts/1']);
    assert.equal(await stage.postState(postId), 'published');
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.unknown', 'delivery.answered']);
    assert.deepEqual(await stage.deliver(), []);
    assert.equal(stage.unaskable.countsByKey()[deliveryId], 1);
  });

  it('leaves to a person what a connector hands over, and takes their word with its address', async () => {
    const made = await stage.scheduled('kit-askable', { text: BY_HAND });
    assert.deepEqual(await stage.deliver(), ['handed-over']);
    stage.clock.advance({ hours: 48 });
    assert.deepEqual(await stage.deliver(), [], 'nothing is tried by itself');
    assert.equal(await stage.postState(made.postId), 'publishing');
    const task = await getDelivery(stage.deps, stage.head, made.deliveryId);
    assert.deepEqual([task.nextStep, task.reason?.code, task.late], ['by-hand', 'by-hand', false]);
    assert.deepEqual(task.byHand?.texts, [{ variant: 'bs', text: BY_HAND }]);
    const nowhere = answerDelivery(stage.deps, stage.head, made.deliveryId, { published: true, url: '' });
    await assert.rejects(nowhere, (error) => isProblem(error, 'delivery.address-missing'));
    const answer = { published: true, url: 'https://example.org/posts/2' };
    await answerDelivery(stage.deps, stage.head, made.deliveryId, answer);
    const row = await stage.read(made.deliveryId);
    assert.deepEqual([row.state, row.url], ['published', answer.url]);
    assert.equal((await getDelivery(stage.deps, stage.head, made.deliveryId)).byHand, null);
    assert.deepEqual(await stage.acts(made.deliveryId), ['delivery.handed-over', 'delivery.answered']);
    assert.equal(stage.askable.countsByKey()[made.deliveryId], undefined, 'nothing was sent');
  });

  it('hands over anew, ends it where nobody will publish it, and takes it back with its post', async () => {
    const made = await stage.scheduled('kit-askable', { text: BY_HAND });
    assert.deepEqual(await stage.deliver(), ['handed-over']);
    await answerDelivery(stage.deps, stage.head, made.deliveryId, { published: false, url: '' });
    assert.deepEqual(await stage.deliver(), ['handed-over']);
    await giveUpDelivery(stage.deps, stage.head, made.deliveryId);
    assert.equal((await stage.read(made.deliveryId)).state, 'withdrawn');
    const other = await stage.scheduled('kit-askable', { text: BY_HAND });
    assert.deepEqual(await stage.deliver(), ['handed-over']);
    await withdrawPost({ ...stage.deps, jobs: queue }, stage.head, {
      postId: other.postId,
      version: 1,
      reason: 'Otkazano.',
    });
    assert.equal((await stage.read(other.deliveryId)).state, 'withdrawn');
  });

  it('takes a person for an answer: it is not there, so it is sent', async () => {
    const made = await stage.scheduled('kit-unaskable');
    stage.unaskable.fault({ kind: 'lose-request', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['unknown']);
    await answerDelivery(stage.deps, stage.head, made.deliveryId, { published: false, url: '' });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.unaskable.countsByKey()[made.deliveryId], 1);
  });

  it('hears an answer only where there is a question, and from those who may', async () => {
    const { deliveryId } = await published();
    const answer = { published: false, url: '' };
    await assert.rejects(
      answerDelivery(stage.deps, stage.head, deliveryId, answer),
      problem('delivery.wrong-state'),
    );
    const auditor = actorOf(stage.institutionId, 'auditor');
    await assert.rejects(
      answerDelivery(stage.deps, auditor, deliveryId, answer),
      problem('permission.missing'),
    );
  });

  it('tries again from the beginning what had failed', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable', { text: 'refuse this' });
    assert.deepEqual(await stage.deliver(), ['failed']);
    await retryDelivery(stage.deps, stage.head, deliveryId);
    const row = await stage.read(deliveryId);
    assert.deepEqual([row.state, row.step, row.handle, row.tries], ['retrying', 'none', null, 0]);
    assert.deepEqual(await stage.deliver(), ['failed']);
    await giveUpDelivery(stage.deps, stage.head, deliveryId);
  });

  it('tries at once, on demand, what would wait', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'rate-limit-dated', seconds: 3600, step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await retryDelivery(stage.deps, stage.head, deliveryId);
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.retried', 'delivery.published']);
  });

  it('does not look for what may be there before the network has settled, whoever is in a hurry', async () => {
    const { deliveryId } = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await retryDelivery(stage.deps, stage.head, deliveryId);
    assert.deepEqual(await stage.deliver(), []);
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
  });

  it('gives up, and does not give up what may be on the network', async () => {
    const { deliveryId, postId } = await doubted();
    await giveUpDelivery(stage.deps, stage.head, deliveryId);
    assert.equal((await stage.read(deliveryId)).state, 'withdrawn');
    assert.equal(await stage.postState(postId), 'withdrawn');
    const other = await stage.scheduled('kit-askable');
    stage.askable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['retrying']);
    await assert.rejects(
      giveUpDelivery(stage.deps, stage.head, other.deliveryId),
      problem('delivery.wrong-state'),
    );
    stage.clock.advance({ seconds: 10 });
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('knows no delivery of another institution', async () => {
    const { deliveryId, postId } = await doubted();
    const stranger = actorOf(await makeInstitution(stage.db), 'head');
    const unknown = problem('delivery.not-found');
    const answer = { published: true, url: '' };
    await assert.rejects(getDelivery(stage.deps, stranger, deliveryId), unknown);
    await assert.rejects(answerDelivery(stage.deps, stranger, deliveryId, answer), unknown);
    await assert.rejects(retryDelivery(stage.deps, stranger, deliveryId), unknown);
    await assert.rejects(giveUpDelivery(stage.deps, stranger, deliveryId), unknown);
    await assert.rejects(removeDelivery({ ...stage.deps, jobs: queue }, stranger, deliveryId), unknown);
    await assert.rejects(listDeliveries(stage.deps, stranger, postId), problem('post.not-found'));
    assert.equal((await stage.read(deliveryId)).state, 'unknown');
    await giveUpDelivery(stage.deps, stage.head, deliveryId);
  });

  it('takes a published post down by a job that may come twice', async () => {
    const { deliveryId, postId } = await published();
    await removeDelivery({ ...stage.deps, jobs: queue }, stage.head, deliveryId);
    const job = jobs[0]!;
    stage.askable.fault({ kind: 'lose-answer', step: 'remove' });
    const turn = { signal: new AbortController().signal, isLast: false };
    await assert.rejects(takeDown(stage.deps, job, turn), RemovalUndecided);
    assert.equal((await stage.read(deliveryId)).state, 'published');
    await takeDown(stage.deps, job, turn);
    await takeDown(stage.deps, job, turn);
    assert.equal((await stage.read(deliveryId)).state, 'removed');
    assert.equal(stage.askable.countsByKey()[deliveryId], undefined);
    assert.equal(await stage.postState(postId), 'withdrawn');
    assert.deepEqual((await stage.attempts(deliveryId)).slice(2), ['remove unknown', 'remove absent']);
    assert.deepEqual(await stage.acts(deliveryId), [
      'delivery.published',
      'delivery.removal-asked',
      'delivery.removed',
    ]);
  });

  it('says that a post still stands where the last try to take it down ends in doubt', async () => {
    const { deliveryId } = await published();
    await removeDelivery({ ...stage.deps, jobs: queue }, stage.head, deliveryId);
    const job = jobs.at(-1)!;
    const turn = { signal: new AbortController().signal, isLast: false };
    const inTrouble = async () => {
      const { trouble, published } = await deliveriesToday(stage.deps, stage.head, 'Europe/Sarajevo');
      assert.ok(
        !published.some(({ id }) => id === deliveryId) || !trouble.some(({ id }) => id === deliveryId),
      );
      return trouble.find(({ id }) => id === deliveryId);
    };
    assert.equal(await inTrouble(), undefined);
    stage.askable.fault({ kind: 'lose-request', step: 'remove' });
    await assert.rejects(takeDown(stage.deps, job, turn), RemovalUndecided);
    assert.equal((await inTrouble())?.nextStep, 'take-down');
    assert.deepEqual(await stage.acts(deliveryId), ['delivery.published', 'delivery.removal-asked']);
    stage.askable.fault({ kind: 'lose-request', step: 'remove' });
    await takeDown(stage.deps, job, { ...turn, isLast: true });
    assert.deepEqual((await stage.acts(deliveryId)).at(-1), 'delivery.removal-failed');
    assert.deepEqual((await inTrouble())?.can, ['remove']);
    // Asked again, it goes, and nobody is troubled any more.
    await removeDelivery({ ...stage.deps, jobs: queue }, stage.head, deliveryId);
    await takeDown(stage.deps, jobs.at(-1)!, turn);
    assert.equal((await stage.read(deliveryId)).state, 'removed');
    assert.equal(await inTrouble(), undefined);
  });

  it('withdraws a post: what waits does not go out, what is out is taken down', async () => {
    const waiting = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 1 }).toString(),
    });
    const deps = { ...stage.deps, jobs: queue };
    const input = { version: 1, reason: 'Skupština je odgođena.' };
    await withdrawPost(deps, stage.head, { ...input, postId: waiting.postId });
    assert.equal((await stage.read(waiting.deliveryId)).state, 'withdrawn');
    assert.equal(await stage.postState(waiting.postId), 'withdrawn');
    assert.equal(jobs.length, 0);
    const out = await published();
    await withdrawPost(deps, stage.head, { ...input, postId: out.postId });
    assert.deepEqual(
      jobs.map((job) => job.deliveryId),
      [out.deliveryId],
    );
  });

  it('does not withdraw what is on its way at this moment', async () => {
    const { postId, deliveryId } = await stage.scheduled('kit-askable');
    const [lease] = await stage.claim();
    const withdrawing = withdrawPost({ ...stage.deps, jobs: queue }, stage.head, {
      postId,
      version: 1,
      reason: 'Stani.',
    });
    await assert.rejects(withdrawing, problem('post.going-out'));
    assert.equal(await stage.run(lease!), 'published');
    assert.equal(stage.askable.countsByKey()[deliveryId], 1);
  });

  it('shows what goes out, what is in trouble and what is out, each once', async () => {
    const soon = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 2 }).toString(),
    });
    const far = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 72 }).toString(),
    });
    const late = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().subtract({ minutes: 5 }).toString(),
    });
    const today = await deliveriesToday(stage.deps, stage.head, 'Europe/Sarajevo');
    const ids = (list: { id: string }[]) => list.map((it) => it.id);
    assert.ok(ids(today.goingOut).includes(soon.deliveryId));
    assert.ok(!ids(today.goingOut).includes(far.deliveryId));
    assert.ok(!ids(today.goingOut).includes(late.deliveryId));
    assert.equal(today.trouble.find((it) => it.id === late.deliveryId)?.late, true);
    assert.ok(today.published.length > 0);
    const troubles = await stage.db.within({ institutionId: stage.institutionId }, (tx) =>
      troublesOf(tx, [soon.postId, late.postId], stage.clock.now()),
    );
    assert.deepEqual([...troubles], [[late.postId, 'late']]);
    assert.deepEqual(await stage.deliver(), ['published']);
    const detail = await getDelivery(stage.deps, stage.head, late.deliveryId);
    assert.equal(detail.attemptList.length, 2);
    assert.deepEqual(detail.can, ['remove']);
  });

  it('pages through the published posts of an institution, each once, newest first', async () => {
    const other = await engineStage();
    try {
      const made: string[] = [];
      for (let no = 0; no < 5; no += 1) {
        made.push((await other.scheduled('kit-askable')).postId);
        other.clock.advance({ minutes: 1 });
        await other.deliver();
      }
      // A second network for one of them makes it no second entry.
      await other.owner(
        `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at,
           next_attempt_at, published_at, request_id, created_at)
         select gen_random_uuid(), institution_id, post_id, version, $2, variant, state, due_at, due_at,
           published_at + interval '1 hour', 'r', created_at from deliveries where post_id = $1`,
        [made[1], await other.account('kit-unaskable')],
      );
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await publishedPosts(other, other.institutionId, { after, limit: 2 });
        seen.push(...page.items.map((post) => post.postId));
        after = page.next ?? undefined;
      } while (after !== undefined);
      assert.deepEqual(seen, made.toReversed());
      const all = await publishedPosts(other, other.institutionId, { limit: 10 });
      assert.equal(all.items.find((post) => post.postId === made[1])?.places.length, 2);
      await assert.rejects(
        publishedPosts(other, other.institutionId, { after: 'x', limit: 1 }),
        problem('page.wrong-cursor'),
      );
    } finally {
      await other.close();
    }
  });
});
