import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { reason } from '../_kit/reasons.ts';
import { splitText, unbroken, withComment } from '../_kit/split.ts';
import type { ConnectedAccount, ConnectorContext, Message, PrepareOutcome, Refused } from '../contract.ts';
import { containerFor } from './containers.ts';
import type { Prepared } from './handle.ts';
import { lookUp } from './look-up.ts';
import { manifest } from './manifest.ts';
import { readQuota } from './quota.ts';

/** The window of the quota slides, so there is room again before a day is over. */
const QUOTA_PAUSE = { minutes: 30 };
/** More are refused when the container is made (https://developers.facebook.com/documentation/threads/create-posts). */
const LINKS_MAX = 5;

/** Cuts, looks whether there is room today, makes the container of the first part, and notes what says the same already. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const parts = cut(message);
  if (!Array.isArray(parts)) return parts;
  if ((message.images.length > 0 || message.video) && !context.lend)
    return { kind: 'rejected', reason: reason('no-public-address') };
  const quota = await readQuota(context, account);
  if ('kind' in quota) return quota;
  if (quota.used + parts.length > quota.total) {
    const after = context.clock.now().add(QUOTA_PAUSE);
    return { kind: 'retry', after, reason: reason('quota-used', { total: quota.total }) };
  }
  try {
    const preparedAt = context.clock.now().toString();
    const container = await containerFor(context, account, parts[0] ?? '', message);
    const there = await lookUp(context, account, { parts, preparedAt, before: [] });
    if ('kind' in there) return there;
    const handle = { parts, container, preparedAt, before: there.alike } satisfies Prepared;
    return { kind: 'prepared', handle };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

/** The text in as many parts as its length asks for, or why not. */
function cut(message: Message): string[] | Refused {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits, { threads: true });
  if (refused) return refused;
  if (text === '' && message.images.length === 0 && !message.video)
    return { kind: 'rejected', reason: reason('text-empty') };
  const { threadMax } = manifest.abilities;
  const split = splitText(text, unbroken(text), { limits: [manifest.limits.text], parts: threadMax });
  if (split.kind === 'too-long')
    return { kind: 'rejected', reason: reason('thread-too-long', { max: threadMax }) };
  if (split.kind === 'unbreakable') return { kind: 'rejected', reason: reason('link-too-long') };
  const parts = withComment(split.parts, message);
  const links = parts.map((part) => new Set(part.match(/https?:\/\/\S+/gi)).size);
  if (Math.max(...links) > LINKS_MAX)
    return { kind: 'rejected', reason: reason('too-many-links', { max: LINKS_MAX }) };
  return parts;
}
