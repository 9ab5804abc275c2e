import { exchange, isGood, troubleOf, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Json } from '../contract.ts';

const API = 'https://chatapi.viber.com/pa';

/** One call (https://developers.viber.com/docs/tools/channels-post-api/). The token goes in the body, never in an address. */
export const call = (
  context: ConnectorContext,
  token: string,
  method: 'set_webhook' | 'get_account_info' | 'post',
  json: { [key: string]: Json },
): Promise<Exchange> =>
  exchange(context, { method: 'POST', url: `${API}/${method}`, json: { ...json, auth_token: token } });

/** What came back, or undefined where the call did not succeed: refusals come with HTTP 200 as well. */
export const resultOf = (it: Exchange): Json | undefined =>
  isGood(it) && field(it.json, 'status') === 0 ? it.json : undefined;

/** The id of a message has more digits than a number of JSON keeps, so it is read as it stands there. */
export const messageIn = (it: Exchange): string | undefined =>
  resultOf(it) !== undefined && it.kind === 'answered'
    ? /"message_token"\s*:\s*"?(\d+)/.exec(it.text)?.[1]
    : undefined;

/** A person must connect the channel again. */
const LOST: Readonly<Record<number, string>> = {
  2: NETWORK_REASONS.signedOut,
  8: 'no-channel',
  10: 'webhook-not-set',
};
/** It will not be taken, today or tomorrow. */
const REFUSED: Readonly<Record<number, string>> = {
  1: 'webhook-refused',
  3: 'post-refused',
  4: 'post-refused',
  7: 'channel-blocked',
  9: 'channel-blocked',
};
const TOO_MANY = 12;

/** `troubleOf` with the table of error codes of that page. A code that it does not have is a doubt. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const words = it.kind === 'answered' ? textField(it.json, 'status_message') : undefined;
  const code = isGood(it) ? field(it.json, 'status') : undefined;
  if (typeof code !== 'number' || code === 0) return troubleOf(context, it, () => words);
  if (code === TOO_MANY) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.rateLimited, undefined, words) };
  }
  const lost = LOST[code];
  if (lost !== undefined) return { kind: 'reauthorise', reason: reason(lost, undefined, words) };
  const refused = REFUSED[code];
  if (refused !== undefined) return { kind: 'rejected', reason: reason(refused, undefined, words) };
  return { kind: 'doubt', reason: reason(NETWORK_REASONS.refused, { status: code }, words) };
}
