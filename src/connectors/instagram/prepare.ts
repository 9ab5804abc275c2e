import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { reason } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Message, PrepareOutcome, Refused } from '../contract.ts';
import { containerFor } from './containers.ts';
import type { Prepared } from './handle.ts';
import { alike } from './look-up.ts';
import { manifest } from './manifest.ts';
import { readQuota } from './quota.ts';

/** The window of the quota slides, so there is room again before a day is over. */
const QUOTA_PAUSE = { minutes: 30 };
/** `ig-user/media`: more are refused. */
const HASHTAGS_MAX = 30;
const MENTIONS_MAX = 20;

/** Looks whether there is room today, makes the container with its pictures, and notes what says the same already. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits) ?? refusedCaption(text);
  if (refused) return refused;
  if (message.images.length === 0 && !message.video)
    return { kind: 'rejected', reason: reason('picture-missing') };
  const { lend } = context;
  if (!lend) return { kind: 'rejected', reason: reason('no-public-address') };
  const quota = await readQuota(context, account);
  if ('kind' in quota) return quota;
  if (quota.used >= quota.total) {
    const after = context.clock.now().add(QUOTA_PAUSE);
    return { kind: 'retry', after, reason: reason('quota-used', { total: quota.total }) };
  }
  try {
    const preparedAt = context.clock.now().toString();
    const container = await containerFor(context, account, { text, message, lend });
    const there = await alike(context, account, { text, preparedAt });
    if (!Array.isArray(there)) return there;
    const before = there.map(({ id }) => id);
    return { kind: 'prepared', handle: { text, container, preparedAt, before } satisfies Prepared };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

function refusedCaption(text: string): Refused | null {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(/(?<![\p{L}\p{N}_&])#[\p{L}\p{N}_]+/gu) > HASHTAGS_MAX)
    return { kind: 'rejected', reason: reason('too-many-hashtags', { max: HASHTAGS_MAX }) };
  if (count(/(?<![\w.])@[\w.]+/g) > MENTIONS_MAX)
    return { kind: 'rejected', reason: reason('too-many-mentions') };
  return null;
}
