import { Problem } from '#/kernel/errors.ts';
import type { Actor } from '#/modules/people/index.ts';
import { changeDelivery, type ChangeDeps } from './change-delivery.ts';

/**
 * A person has looked where the network cannot be asked, or has published by hand what was handed over. It is there: done,
 * and that person vouches for it. It is not: it is sent again, with the handle it had, so that a network that still has it
 * in hand makes one of both; what was handed over is prepared and handed over anew.
 * @throws Problem `delivery.not-found`, `delivery.wrong-state`, `delivery.address-missing`
 */
export const answerDelivery = (
  deps: ChangeDeps,
  actor: Actor,
  deliveryId: string,
  answer: { published: boolean; url: string },
): Promise<void> =>
  changeDelivery(deps, actor, deliveryId, 'answer', (row, now) => {
    const kind = 'delivery.answered';
    const wasHandedOver = row.state === 'handed-over';
    if (!answer.published) {
      return {
        change: {
          state: 'retrying',
          step: row.handle === null || wasHandedOver ? 'none' : 'prepared',
          ...(wasHandedOver ? { handle: null, steps: null } : {}),
          next_attempt_at: now.toString(),
          tries: 0,
          trying_since: null,
          reason: null,
        },
        kind,
        detail: { published: false },
        wake: true,
      };
    }
    if (wasHandedOver && answer.url === '') {
      const code = 'delivery.address-missing';
      throw new Problem('invalid', code, { faults: [{ path: '/url', code }] });
    }
    const publishedAt = (wasHandedOver ? now : (row.sent_at ?? now)).toString();
    const returned = { answeredBy: actor.personId, answeredAt: now.toString() };
    return {
      change: {
        state: 'published',
        url: answer.url || null,
        published_at: publishedAt,
        proof: JSON.stringify({ networkId: '', url: answer.url, publishedAt, returned }),
        reason: null,
      },
      kind,
      detail: { published: true, url: answer.url },
    };
  });
