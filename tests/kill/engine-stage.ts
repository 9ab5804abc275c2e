import { ManualClock } from '#/kernel/clock.ts';
import { startKitNetwork, type KitNetwork } from '#/connectors/_kit/kit-network.ts';
import {
  claimDeliveries,
  deliverPost,
  resumeAccount,
  schedulePost,
  type DeliverDeps,
  type Lease,
  type Settled,
} from '#/modules/publishing/index.ts';
import type { PostContent } from '#/modules/posts/index.ts';
import { testDatabase } from '../helpers/database.ts';
import {
  actorOf,
  contentOf,
  engineDeps,
  makeAccount,
  makeApprovedPost,
  makeInstitution,
  sealedSession,
  type KitNetworkName,
} from './stage.ts';

export type EngineStage = Awaited<ReturnType<typeof engineStage>>;

type Made = { deliveryId: string; postId: string; accountId: string; institutionId: string };

/** A database, two networks and a clock that stands still: the engine, one step at a time. */
export async function engineStage(overrides: Partial<DeliverDeps> = {}) {
  const database = await testDatabase();
  const { db } = database;
  const askable = await startKitNetwork({ mode: 'askable' });
  const unaskable = await startKitNetwork({ mode: 'unaskable' });
  const clock = new ManualClock('2026-11-24T10:00:00Z');
  const deps = engineDeps(db, clock, overrides);
  const institutionId = await makeInstitution(db);
  const head = actorOf(institutionId, 'head');
  const owner = async (text: string, values: unknown[] = []) => database.owner.query(text, values);
  const networks: Record<KitNetworkName, KitNetwork> = { 'kit-askable': askable, 'kit-unaskable': unaskable };
  let worker = 0;

  const account = async (network: KitNetworkName, options: { url?: string } = {}) =>
    makeAccount(db, institutionId, network, options.url ?? networks[network].url);

  const scheduled = async (
    network: KitNetworkName,
    options: {
      text?: string;
      images?: PostContent['images'];
      accountId?: string;
      dueAt?: string;
    } = {},
  ): Promise<Made> => {
    const accountId = options.accountId ?? (await account(network));
    const content = contentOf({
      ...(options.text === undefined ? {} : { text: options.text }),
      ...(options.images === undefined ? {} : { images: options.images }),
      targets: [{ accountId, variant: 'bs' }],
      dueAt: options.dueAt ?? clock.now().toString(),
    });
    const { postId, version } = await makeApprovedPost(db, institutionId, content);
    await schedulePost(deps, head, { postId, version });
    const { rows } = await owner('select id from deliveries where post_id = $1', [postId]);
    return { deliveryId: (rows[0] as { id: string }).id, postId, accountId, institutionId };
  };

  const claim = (batch = 10): Promise<Lease[]> => {
    worker += 1;
    return claimDeliveries({ db, worker: `worker-${worker}`, tuning: deps.tuning }, clock.now(), batch);
  };

  return {
    db,
    clock,
    deps,
    head,
    institutionId,
    askable,
    unaskable,
    owner,
    ownerPool: database.owner,
    account,
    scheduled,
    claim,
    run: (lease: Lease): Promise<Settled> => deliverPost(deps, lease, new AbortController().signal),
    /** Takes what is due and goes as far as it goes, at most so many rounds; what came of each. */
    async deliver(rounds = 1): Promise<Settled[]> {
      const ends: Settled[] = [];
      for (let round = 0; round < rounds; round += 1) {
        for (const lease of await claim()) {
          ends.push(await deliverPost(deps, lease, new AbortController().signal));
        }
      }
      return ends;
    },
    read: (id: string) =>
      db.within({ institutionId }, (tx) =>
        tx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    readAccount: (id: string) =>
      db.within({ institutionId }, (tx) =>
        tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    async attempts(id: string): Promise<string[]> {
      const { rows } = await owner(
        `select act || ' ' || outcome as text from delivery_attempts where delivery_id = $1 order by no`,
        [id],
      );
      return rows.map((row: { text: string }) => row.text);
    },
    async acts(id: string): Promise<string[]> {
      const { rows } = await owner('select kind from acts where subject_id = $1 order by id', [id]);
      return rows.map((row: { kind: string }) => row.kind);
    },
    async postState(id: string): Promise<string> {
      const { rows } = await owner('select state from posts where id = $1', [id]);
      return (rows[0] as { state: string }).state;
    },
    /** As connecting again does it: new session, connected (to the askable network), what was blocked goes on. */
    async reconnect(accountId: string): Promise<void> {
      await db.within({ institutionId }, async (tx) => {
        await tx
          .updateTable('accounts')
          .set({
            session_sealed: sealedSession(accountId),
            settings: JSON.stringify({ url: askable.url }),
            state: 'connected',
          })
          .where('id', '=', accountId)
          .execute();
        await resumeAccount(tx, head, accountId, clock.now());
      });
    },
    async close() {
      await Promise.all([askable.close(), unaskable.close()]);
      await database[Symbol.asyncDispose]();
    },
  };
}
