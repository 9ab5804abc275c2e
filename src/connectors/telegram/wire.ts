import { exchange, isGood, troubleOf, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Json } from '../contract.ts';

const API = 'https://api.telegram.org';

/** One call of a method (https://core.telegram.org/bots/api#making-requests). The token is part of the address. */
export const call = (
  context: ConnectorContext,
  token: string,
  method: string,
  input: { json: Json } | { form: FormData },
): Promise<Exchange> =>
  exchange(context, { method: 'POST', url: `${API}/bot${encodeURIComponent(token)}/${method}`, ...input });

/** What a method returned, or undefined where it did not succeed. */
export const resultOf = (it: Exchange): Json | undefined =>
  isGood(it) && field(it.json, 'ok') === true ? field(it.json, 'result') : undefined;

export const saidBy = (it: Exchange): string =>
  it.kind === 'answered' ? (textField(it.json, 'description') ?? '') : '';

/** What the bot may not, by the words of the answer: codes there are only those of HTTP. */
const NOT_ADMINISTRATOR =
  /not a member|was kicked|need administrator rights|not enough rights|CHAT_ADMIN_REQUIRED|have no rights/i;
const NO_CHANNEL = /chat not found|CHANNEL_PRIVATE|chat was deleted|upgraded to a supergroup/i;

/**
 * `troubleOf` with the errors of the Bot API (https://core.telegram.org/bots/api#responseparameters): a 429 names its
 * seconds in the body, and what a person has to mend in the channel is told apart from a refused post.
 */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const words = saidBy(it);
  const found = troubleOf(context, it, () => words);
  if (it.kind !== 'answered' || it.json === undefined || it.status < 400) return found;
  if (it.status === 429) {
    const seconds = field(field(it.json, 'parameters'), 'retry_after');
    if (typeof seconds !== 'number') return found;
    const after = context.clock.now().add({ milliseconds: Math.round(seconds * 1000) });
    return { kind: 'retry', after, reason: reason(NETWORK_REASONS.rateLimited, undefined, words) };
  }
  if (it.status >= 500) return found;
  // A token that never was, or is no more, is 401 or, where it does not even look like one, 404.
  if (it.status === 404 && words === 'Not Found') {
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.signedOut, undefined, words) };
  }
  if (NOT_ADMINISTRATOR.test(words))
    return { kind: 'reauthorise', reason: reason('not-administrator', undefined, words) };
  if (NO_CHANNEL.test(words)) return { kind: 'reauthorise', reason: reason('no-channel', undefined, words) };
  return found;
}
