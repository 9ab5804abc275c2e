import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { field, reason, textField } from '../_kit/reasons.ts';
import { splitText, unbroken, withComment } from '../_kit/split.ts';
import type { ConnectedAccount, ConnectorContext, Message, PrepareOutcome, Refused } from '../contract.ts';
import { asHandle } from './handle.ts';
import { manifest } from './manifest.ts';
import { uploadAll, type Work } from './media.ts';
import { API, openAccount, trouble } from './wire.ts';

/** Cuts the text, uploads, and notes the account's newest post. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const texts = cut(message);
  if (!Array.isArray(texts)) return texts;
  const work = { context, account, line: openAccount(context, account) };
  try {
    const media = await uploadAll(work, message);
    const handle = asHandle({
      parts: texts.map((text, index) => ({ text, media: index === 0 ? media : [] })),
      since: await newestPost(work),
      preparedAt: context.clock.now().toString(),
    });
    return { kind: 'prepared', handle };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

function cut(message: Message): string[] | Refused {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits, { threads: true });
  if (refused) return refused;
  if (text === '' && message.images.length === 0 && !message.video) {
    return { kind: 'rejected', reason: reason('text-empty') };
  }
  const { threadMax } = manifest.abilities;
  const split = splitText(text, unbroken(text), { limits: [manifest.limits.text], parts: threadMax });
  if (split.kind === 'split') return withComment(split.parts, message);
  return {
    kind: 'rejected',
    reason:
      split.kind === 'too-long' ? reason('thread-too-long', { max: threadMax }) : reason('link-too-long'),
  };
}

/** `most_recent_tweet_id` of the account: one cheap read, where a list of posts would be paid by the post. */
async function newestPost({ context, line }: Work): Promise<string | null> {
  const got = await line.ask({ url: `${API}/users/me?user.fields=most_recent_tweet_id` });
  if (got.kind !== 'done') throw new Halt(got);
  const me = isGood(got.answer) ? field(got.answer.json, 'data') : undefined;
  if (textField(me, 'id') === undefined) throw new Halt(orRetry(trouble(context, got.answer)));
  return textField(me, 'most_recent_tweet_id') ?? null;
}
