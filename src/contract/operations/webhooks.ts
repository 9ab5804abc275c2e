import { pageOf } from '../common.ts';
import { operation } from '../operation.ts';
import * as webhooks from '../webhooks.ts';
import { I, inInstitution, list, one } from './path.ts';

const ONE = `${I}/webhooks/{webhookId}`;

export const webhooksOperations = {
  listWebhooks: operation({
    method: 'GET',
    path: `${I}/webhooks`,
    summary: 'Addresses that are told of what happens',
    audience: 'member',
    params: inInstitution,
    response: list(webhooks.Webhook),
  }),
  addWebhook: operation({
    method: 'POST',
    path: `${I}/webhooks`,
    summary: 'Have an address told of events; the secret that signs them is shown once',
    audience: 'member',
    params: inInstitution,
    body: webhooks.WebhookInput,
    response: webhooks.CreatedWebhook,
  }),
  changeWebhook: operation({
    method: 'PUT',
    path: ONE,
    summary: 'Change the address or the events of a webhook, or switch it on or off',
    audience: 'member',
    params: one('webhookId'),
    body: webhooks.WebhookChange,
    response: webhooks.Webhook,
    ifMatch: true,
  }),
  removeWebhook: operation({
    method: 'DELETE',
    path: ONE,
    summary: 'Remove a webhook with its log',
    audience: 'member',
    params: one('webhookId'),
    response: null,
  }),
  rotateWebhookSecret: operation({
    method: 'POST',
    path: `${ONE}/secret`,
    summary: 'Make a new secret; for a day messages are signed with both',
    audience: 'member',
    params: one('webhookId'),
    ifMatch: true,
    body: webhooks.SecretRotation,
    response: webhooks.RotatedSecret,
  }),
  tryWebhook: operation({
    method: 'POST',
    path: `${ONE}/trial`,
    summary: 'Send a trial message, once; what became of it is in the log',
    audience: 'member',
    params: one('webhookId'),
    response: null,
  }),
  listWebhookDeliveries: operation({
    method: 'GET',
    path: `${ONE}/deliveries`,
    summary: 'Messages to a webhook and what became of them, newest first',
    audience: 'member',
    params: one('webhookId'),
    query: webhooks.WebhookLogQuery,
    response: pageOf(webhooks.WebhookDelivery),
  }),
  resendWebhookDelivery: operation({
    method: 'POST',
    path: `${ONE}/deliveries/{messageId}/again`,
    summary: 'Send a message to a webhook again, under the same id',
    audience: 'member',
    params: one('webhookId').extend({ messageId: one('messageId').shape.messageId }),
    response: null,
  }),
};
