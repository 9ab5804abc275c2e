import { operations, type DeliveryDetail } from '#/contract/index.ts';
import type { Registry } from '#/connectors/registry.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import {
  answerDelivery,
  deliveriesToday,
  getDelivery,
  giveUpDelivery,
  listCharges,
  listDeliveries,
  retryDelivery,
  type DeliveryDetailView,
} from '#/modules/publishing/index.ts';
import type { EventHub } from './event-hub.ts';
import { qualified, type NetworkWords } from './network-words.ts';
import { instant, presentDelivery, presentMedia, type DeliveryWords } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';
import { waitingFor } from './waiting.ts';

type Deps = { db: Db; clock: Clock; registry: Registry; networkWords: NetworkWords; events: EventHub };

type Spoken = Pick<ApiRequest, 'say' | 'variant'>;

const presentDetail = (view: DeliveryDetailView, words: DeliveryWords, { say }: Spoken): DeliveryDetail => ({
  ...presentDelivery(view, words),
  attemptList: view.attemptList.map((attempt) => ({
    no: attempt.no,
    act: attempt.act,
    outcome: attempt.outcome,
    reasonText: attempt.reason
      ? say(qualified(view.account.network, attempt.reason.code), attempt.reason.params)
      : null,
    startedAt: instant(attempt.startedAt),
    endedAt: instant(attempt.endedAt),
  })),
  proof: view.proof,
  byHand: view.byHand && {
    texts: view.byHand.texts,
    media: view.byHand.media.map((row) => presentMedia(row)),
  },
  requestId: view.requestId,
});

/** Today, the deliveries with what a person can do about them, and the stream of what changes. */
export function mountPublishing(api: ApiRouter, deps: Deps): void {
  const words = ({ say, variant }: Spoken): DeliveryWords => ({
    say: (code, params) => say(code, params),
    networkName: (network) => deps.networkWords.name(network, variant),
  });
  const detail = async (actor: Actor, spoken: Spoken, deliveryId: string) => ({
    body: presentDetail(await getDelivery(deps, actor, deliveryId), words(spoken), spoken),
  });
  api.on(operations.getToday, async ({ actor, say, variant }) => {
    const institution = await findInstitution(deps.db.open, actor.institutionId);
    if (!institution) throw new Problem('not-found', 'institution.not-found');
    const readsPosts = may(actor, 'post.read') || may(actor, 'post.read-sent');
    if (!readsPosts) permit(actor, 'delivery.read');
    // Who is only asked about posts sees no deliveries, and has a day all the same.
    const today = may(actor, 'delivery.read')
      ? await deliveriesToday(deps, actor, institution.time_zone)
      : { now: deps.clock.now(), goingOut: [], trouble: [], published: [] };
    const waiting = readsPosts
      ? await deps.db.within(actor, (tx) =>
          waitingFor(tx, actor, { timeZone: institution.time_zone, now: today.now }),
        )
      : [];
    const present = (view: (typeof today.trouble)[number]) => presentDelivery(view, words({ say, variant }));
    return {
      body: {
        now: instant(today.now),
        waiting,
        goingOut: today.goingOut.map(present),
        trouble: today.trouble.map(present),
        published: today.published.map(present),
      },
    };
  });
  api.on(operations.listPostDeliveries, async ({ actor, params, say, variant }) => {
    const views = await listDeliveries(deps, actor, params.postId);
    return { body: { items: views.map((view) => presentDelivery(view, words({ say, variant }))) } };
  });
  api.on(operations.getDelivery, ({ actor, params, say, variant }) =>
    detail(actor, { say, variant }, params.deliveryId),
  );
  api.on(operations.retryDelivery, async ({ actor, params, say, variant }) => {
    await retryDelivery(deps, actor, params.deliveryId);
    return detail(actor, { say, variant }, params.deliveryId);
  });
  api.on(operations.answerDelivery, async ({ actor, params, body, say, variant }) => {
    await answerDelivery(deps, actor, params.deliveryId, body);
    return detail(actor, { say, variant }, params.deliveryId);
  });
  api.on(operations.giveUpDelivery, async ({ actor, params, say, variant }) => {
    await giveUpDelivery(deps, actor, params.deliveryId);
    return detail(actor, { say, variant }, params.deliveryId);
  });
  mountCharges(api, deps);
  api.stream(operations.streamEvents, ({ actor }) => {
    permit(actor, 'institution.read');
    return (stream) => deps.events.follow(actor.institutionId, stream);
  });
}

function mountCharges(api: ApiRouter, deps: Deps): void {
  api.on(operations.listCharges, async ({ actor, query, variant }) => {
    const institution = await findInstitution(deps.db.open, actor.institutionId);
    if (!institution) throw new Problem('not-found', 'institution.not-found');
    const span = { months: query.months, timeZone: institution.time_zone };
    const rows = await listCharges(deps, actor, span);
    const items = rows.map(({ accountId: id, network, handle, ...row }) => {
      const networkName = deps.networkWords.name(network, variant);
      return { ...row, account: { id, network, networkName, handle } };
    });
    return { body: { items } };
  });
}
