import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A key of 32 bytes, written as Standard Webhooks asks: https://github.com/standard-webhooks/standard-webhooks */
export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/**
 * The three headers of a message (Standard Webhooks 1.0, "Signature scheme"): HMAC-SHA-256 over id, time and body, once
 * for each secret that is good at the moment.
 */
export function signedHeaders(
  message: { id: string; at: Temporal.Instant; body: string },
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(message.at.epochMilliseconds / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64')}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
