import { z } from 'zod';
import { Delivery, DeliveryAnswer, DeliveryDetail, MonthOfCharges, Today } from '../publishing.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, list, one } from './path.ts';

export const publishingOperations = {
  getToday: operation({
    method: 'GET',
    path: `${I}/today`,
    summary: 'What waits for me, what goes out, what is in trouble',
    audience: 'member',
    params: inInstitution,
    response: Today,
  }),
  listPostDeliveries: operation({
    method: 'GET',
    path: `${I}/posts/{postId}/deliveries`,
    summary: 'Deliveries of a post',
    audience: 'member',
    params: one('postId'),
    response: list(Delivery),
  }),
  getDelivery: operation({
    method: 'GET',
    path: `${I}/deliveries/{deliveryId}`,
    summary: 'A delivery with its attempts and proof',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  retryDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/retry`,
    summary: 'Try a failed delivery again',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  answerDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/answer`,
    summary: 'Say whether a post of unknown fate, or one that was handed over, is there',
    audience: 'member',
    params: one('deliveryId'),
    body: DeliveryAnswer,
    response: DeliveryDetail,
  }),
  giveUpDelivery: operation({
    method: 'POST',
    path: `${I}/deliveries/{deliveryId}/end`,
    summary: 'Give a delivery up',
    audience: 'member',
    params: one('deliveryId'),
    response: DeliveryDetail,
  }),
  listCharges: operation({
    method: 'GET',
    path: `${I}/charges`,
    summary: 'What networks took for posts, by month and account',
    audience: 'member',
    params: inInstitution,
    query: z.object({
      /** So many months, this one included. */
      months: z.coerce.number().int().min(1).max(36).default(12),
    }),
    response: list(MonthOfCharges),
  }),
  streamEvents: operation({
    method: 'GET',
    path: `${I}/events`,
    summary: 'What changes, as server-sent events',
    audience: 'member',
    params: inInstitution,
    response: null,
    stream: true,
  }),
};
