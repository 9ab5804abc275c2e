import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BY_HAND } from '#/connectors/_kit/kit-connector.ts';
import { startKitNetwork } from '#/connectors/_kit/kit-network.ts';
import { newId } from '#/kernel/ids.ts';
import { createPerson, grant, type Role } from '#/modules/people/index.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';
import { removeDelivery, type RemovalJob } from './remove-delivery.ts';
import { takeDown } from './take-down.ts';

describe('what of a delivery needs a person', () => {
  let stage: EngineStage;
  /** Their ids by role; the author is an editor beside another editor. */
  const ids: Record<string, string> = {};

  before(async () => {
    stage = await engineStage();
    const now = stage.clock.now();
    const people: [string, Role][] = [
      ['head', 'head'],
      ['author', 'editor'],
      ['editor', 'editor'],
      ['administrator', 'administrator'],
    ];
    for (const [name, role] of people) {
      ids[name] = await stage.db.within({ institutionId: stage.institutionId }, async (tx) => {
        const email = `${newId()}@example.org`;
        const id = await createPerson(tx, { name, email, language: 'bs' }, 'no password', now);
        await grant(tx, stage.head, id, [role], now);
        return id;
      });
    }
  });
  after(() => stage.close());

  /** A post of the author, and who is told of it afterwards. */
  const scheduled = async (...how: Parameters<EngineStage['scheduled']>) => {
    const made = await stage.scheduled(...how);
    await stage.owner('update posts set author_id = $2 where id = $1', [made.postId, ids.author]);
    return made;
  };
  const toldOf = async (subjectId: string) => {
    const { rows } = await stage.owner(
      `select kind, person_id, params->>'account' as account from notices where subject_id = $1`,
      [subjectId],
    );
    const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0];
    return (rows as { kind: string; person_id: string; account: string }[])
      .map((row) => {
        assert.notEqual(row.account, '');
        return `${row.kind} ${nameOf(row.person_id)}`;
      })
      .toSorted();
  };

  it('is told to nobody where it is out', async () => {
    const { deliveryId } = await scheduled('kit-askable');
    assert.deepEqual(await stage.deliver(), ['published']);
    assert.deepEqual(await toldOf(deliveryId), []);
  });

  it('is told to the author and the heads where the network refuses', async () => {
    const { deliveryId } = await scheduled('kit-askable', { text: 'refuse this' });
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.deepEqual(await toldOf(deliveryId), ['delivery.failed author', 'delivery.failed head']);
  });

  it('is told where nobody knows whether it is out', async () => {
    const { deliveryId } = await scheduled('kit-unaskable');
    stage.unaskable.fault({ kind: 'lose-answer', step: 'publish' });
    assert.deepEqual(await stage.deliver(), ['unknown']);
    assert.deepEqual(await toldOf(deliveryId), ['delivery.unknown author', 'delivery.unknown head']);
  });

  it('is told to those who answer for the account too where a person is to publish by hand', async () => {
    const { deliveryId } = await scheduled('kit-askable', { text: BY_HAND });
    await stage.owner(
      'update accounts set owner_id = $2 where id = (select account_id from deliveries where id = $1)',
      [deliveryId, ids['editor']],
    );
    assert.deepEqual(await stage.deliver(), ['handed-over']);
    assert.deepEqual(await toldOf(deliveryId), [
      'delivery.handed-over author',
      'delivery.handed-over editor',
      'delivery.handed-over head',
    ]);
  });

  it('is told where the account must be connected again, which administrators hear once', async () => {
    const other = await startKitNetwork({ mode: 'askable' });
    other.revoke();
    const accountId = await stage.account('kit-askable', { url: other.url });
    const first = await scheduled('kit-askable', { accountId });
    const second = await scheduled('kit-askable', { accountId });
    assert.deepEqual(await stage.deliver(2), ['blocked', 'blocked']);
    await other.close();
    for (const { deliveryId } of [first, second])
      assert.deepEqual(await toldOf(deliveryId), ['delivery.blocked author', 'delivery.blocked head']);
    assert.deepEqual(await toldOf(accountId), ['account.needs-reconnection administrator']);
  });

  it('is told where a post that was withdrawn still stands, when nothing is tried any more', async () => {
    const { deliveryId } = await scheduled('kit-askable');
    assert.deepEqual(await stage.deliver(), ['published']);
    const jobs: RemovalJob[] = [];
    const queue = {
      send: async (_tx: unknown, _queue: string, data: object) => jobs.push(data as RemovalJob),
    };
    await removeDelivery({ ...stage.deps, jobs: queue }, stage.head, deliveryId);
    const { signal } = new AbortController();
    stage.askable.fault({ kind: 'lose-request', step: 'remove', times: 2 });
    await assert.rejects(takeDown(stage.deps, jobs[0]!, { signal, isLast: false }));
    assert.deepEqual(await toldOf(deliveryId), []);
    await takeDown(stage.deps, jobs[0]!, { signal, isLast: true });
    assert.deepEqual(await toldOf(deliveryId), ['post.still-standing author', 'post.still-standing head']);
  });
});
