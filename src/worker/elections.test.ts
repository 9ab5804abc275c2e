import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { isProblem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import {
  addList,
  changePeriod,
  declarePeriod,
  makeException,
  withdrawPeriod,
  type PeriodInput,
} from '#/modules/elections/index.ts';
import { letPostThrough, readPause } from '#/modules/pause/index.ts';
import { createPerson, grant, type Actor, type Role } from '#/modules/people/index.ts';
import { approvePost } from '#/modules/review/index.ts';
import { deliveryHold, schedulePost } from '#/modules/publishing/index.ts';
import { engineStage, type EngineStage } from '../../tests/kill/engine-stage.ts';
import { createElectionWatch } from './elections.ts';

/** The stage's clock stands at 24 November 2026, 11:00 in Sarajevo. */
const PERIOD: PeriodInput = {
  name: 'Lokalni izbori',
  level: 'municipality',
  startsOn: '2026-11-20',
  pollingOn: '2026-12-06',
  endsOn: '2026-12-20',
  opensAt: '07:00',
  closesAt: '19:00',
  silenceFrom: null,
};
const SILENT: PeriodInput = { ...PERIOD, pollingOn: '2026-11-25' };

describe('an election period over what is scheduled', () => {
  let stage: EngineStage;
  let watch: () => Promise<void>;
  const actors: Partial<Record<'one' | 'other' | 'administrator', Actor>> = {};
  const deps = () => ({
    ...stage.deps,
    links: createLinkSigner(['x'.repeat(40)]),
    mail: { canMail: false },
    deliveries: deliveryHold,
    checksOf: async () => [],
  });
  before(async () => {
    stage = await engineStage();
    watch = createElectionWatch(deps());
    const join = async (role: Role): Promise<Actor> => {
      const { institutionId } = stage;
      const personId = await stage.db.within({ institutionId }, async (tx) => {
        const email = `${newId()}@example.org`;
        const id = await createPerson(tx, { name: role, email, language: 'bs' }, 'none', stage.clock.now());
        await grant(tx, stage.head, id, [role], stage.clock.now());
        return id;
      });
      return { personId, institutionId, roles: [role], via: 'session', requestId: newId() };
    };
    actors.one = await join('head');
    actors.other = await join('head');
    actors.administrator = await join('administrator');
  });
  afterEach(async () => {
    await stage.owner(
      `update deliveries set state = 'withdrawn', held_by = null where state not in ('published', 'withdrawn')`,
    );
    await stage.owner(
      `update posts set state = 'withdrawn' where state in ('scheduled', 'approved', 'in-review')`,
    );
    await stage.owner('update reviews set ended_at = now() where ended_at is null');
    await stage.owner('update election_periods set withdrawn_at = now() where withdrawn_at is null');
    await stage.owner('delete from notices');
  });
  after(() => stage.close());

  const declare = (input: PeriodInput = PERIOD) =>
    declarePeriod(stage.deps, { of: 'institution', actor: actors.one! }, input);
  const sent = (id: string) => stage.askable.countsByKey()[id] ?? 0;
  const asked = async (kind: string) =>
    (await stage.owner('select person_id from notices where kind = $1', [kind])).rows.length;
  /** As if the post had been approved by these two before. */
  const approvedByTwo = async (postId: string) => {
    for (const actor of [actors.one!, actors.other!])
      await stage.owner(
        `insert into approvals (id, institution_id, post_id, version, seal, approved_by, approved_at)
         select gen_random_uuid(), institution_id, post_id, version, seal, $2, approved_at from approvals where post_id = $1 limit 1`,
        [postId, actor.personId],
      );
  };
  const asRepeat = (postId: string) =>
    stage.owner(
      `update posts set origin_kind = 'repeat', origin_institution_id = institution_id, origin_post_id = id, origin_due_at = due_at where id = $1`,
      [postId],
    );

  it('puts before a second person what one has approved, and sends it once both have', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 1 }).toString(),
    });
    await stage.owner('update approvals set approved_by = $2 where post_id = $1', [
      postId,
      actors.one!.personId,
    ]);
    await declare();
    await watch();
    assert.equal(await stage.postState(postId), 'in-review');
    assert.equal((await stage.read(deliveryId)).state, 'withdrawn');
    assert.deepEqual(await stage.acts(postId), ['post.scheduled', 'election.second-asked']);
    // The other head and the administrator; not who has approved.
    assert.equal(await asked('election.second'), 2);
    assert.equal(await asked('election.asked-again'), 1);
    await watch();
    assert.deepEqual(await stage.acts(postId), ['post.scheduled', 'election.second-asked'], 'asked once');

    await assert.rejects(approvePost(deps(), actors.one!, postId, { version: 1 }), (error) =>
      isProblem(error, 'review.second-same'),
    );
    const inTheirName = {
      ...actors.administrator!,
      roles: [],
      principals: [{ personId: actors.one!.personId!, roles: ['head'] as Role[] }],
    };
    await assert.rejects(
      approvePost(deps(), { ...inTheirName, roles: ['editor'] }, postId, { version: 1 }),
      (error) => isProblem(error, 'review.second-same'),
      'a deputy counts as the person they sign for',
    );
    assert.equal(await approvePost(deps(), actors.other!, postId, { version: 1 }), 'approved');
    await schedulePost(stage.deps, stage.head, { postId, version: 1 });
    stage.clock.advance({ hours: 1 });
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('lets nothing out at the last moment that only one has approved', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable');
    await declare();
    assert.deepEqual(await stage.deliver(), ['scheduled']);
    assert.equal(sent(deliveryId), 0);
    await watch();
    assert.equal(await stage.postState(postId), 'in-review');
  });

  it('asks at scheduling, too, and not for what goes out after the period', async () => {
    const { postId } = await stage.scheduled('kit-askable', {
      dueAt: stage.clock
        .now()
        .add({ hours: 24 * 60 })
        .toString(),
    });
    await declare();
    await watch();
    assert.equal(await stage.postState(postId), 'scheduled');
    await stage.owner(`update posts set state = 'approved' where id = $1`, [postId]);
    await stage.owner(`update deliveries set state = 'withdrawn' where post_id = $1`, [postId]);
    await declare({ ...PERIOD, endsOn: '2027-02-20' });
    await assert.rejects(schedulePost(stage.deps, stage.head, { postId, version: 1 }), (error) =>
      isProblem(error, 'election.second-missing'),
    );
  });

  it('does not send a post that names somebody, tells of it when the list changes, and heeds an exception', async () => {
    const { deliveryId, postId } = await stage.scheduled('kit-askable', {
      text: 'Most otvara Marko Petrović.',
      dueAt: stage.clock.now().add({ hours: 2 }).toString(),
    });
    await approvedByTwo(postId);
    const periodId = await declare();
    await watch();
    assert.equal(await asked('election.named'), 0);
    const author = { of: 'institution', actor: actors.one! } as const;
    assert.equal(
      await addList(stage.deps, author, periodId, { kind: 'person', text: 'Petrović, Marko; kandidat' }),
      1,
    );
    await watch();
    await watch();
    assert.equal(await asked('election.named'), 2, 'both heads, once');
    stage.clock.advance({ hours: 2 });
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.equal((await stage.read(deliveryId)).reason?.code, 'network.election-named');
    assert.equal(sent(deliveryId), 0);
    const { rows } = await stage.owner('select id from election_entries where period_id = $1', [periodId]);
    const entryId = (rows[0] as { id: string }).id;
    await makeException(stage.deps, actors.other!, postId, { entryId, reason: 'Potpisnik odluke' });
    await stage.owner(`update deliveries set state = 'scheduled', next_attempt_at = due_at where id = $1`, [
      deliveryId,
    ]);
    assert.deepEqual(await stage.deliver(), ['published']);
  });

  it('holds copies of a series until somebody lets each go', async () => {
    const dueAt = stage.clock.now().add({ hours: 3 }).toString();
    const [first, second] = [
      await stage.scheduled('kit-askable', { dueAt }),
      await stage.scheduled('kit-askable', { dueAt }),
    ];
    for (const { postId } of [first, second]) {
      await approvedByTwo(postId);
      await asRepeat(postId);
    }
    await declare();
    await watch();
    const { held } = await readPause(stage.deps, actors.one!);
    assert.deepEqual(
      new Set(held.map(({ post_id: id, period }) => `${id} ${period?.name} ${period?.cause}`)),
      new Set([first, second].map(({ postId }) => `${postId} ${PERIOD.name} repeat`)),
    );
    assert.equal(await asked('election.held'), 3, 'one notice for both, to those who may let them go');
    await letPostThrough(stage.deps, actors.other!, first.postId);
    await watch();
    stage.clock.advance({ hours: 3 });
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.deepEqual([sent(first.deliveryId), sent(second.deliveryId)], [1, 0]);
    const { rows } = await stage.owner(
      'select post_id, let_by from election_holds order by let_at nulls last',
    );
    assert.deepEqual(rows, [
      { post_id: first.postId, let_by: actors.other!.personId },
      { post_id: second.postId, let_by: null },
    ]);
  });

  it('keeps what it held after its end, and lets go what a change of its days no longer covers', async () => {
    const soon = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 1 }).toString(),
    });
    const later = await stage.scheduled('kit-askable', {
      dueAt: stage.clock.now().add({ hours: 90 }).toString(),
    });
    for (const { postId } of [soon, later]) {
      await approvedByTwo(postId);
      await asRepeat(postId);
    }
    const periodId = await declare();
    await watch();
    stage.clock.advance({ hours: 2 });
    await changePeriod(stage.deps, { of: 'institution', actor: actors.one! }, periodId, 1, {
      ...SILENT,
      endsOn: '2026-11-25',
    });
    await watch();
    assert.equal((await stage.read(later.deliveryId)).held_by, null);
    assert.notEqual((await stage.read(soon.deliveryId)).held_by, null);
    await withdrawPeriod(stage.deps, { of: 'institution', actor: actors.one! }, periodId, 'Odgođeni izbori');
    await watch();
    assert.notEqual(
      (await stage.read(soon.deliveryId)).held_by,
      null,
      'its time has passed: a person decides',
    );
    assert.deepEqual(await stage.deliver(), []);
  });

  it('asks about everything in the silence, also where a repeat was let go before it', async () => {
    await stage.owner(`update institutions set ask_late_after_hours = null`);
    const { postId, deliveryId } = await stage.scheduled('kit-askable');
    await approvedByTwo(postId);
    // The silence began at seven this morning.
    await declare(SILENT);
    assert.deepEqual(await stage.deliver(), ['scheduled']);
    assert.equal(sent(deliveryId), 0);
    const { held } = await readPause(stage.deps, actors.one!);
    assert.deepEqual(
      held.map(({ period }) => period?.cause),
      ['silence'],
    );
    await letPostThrough(stage.deps, actors.one!, postId);
    assert.deepEqual(await stage.deliver(), ['published']);
  });
});
