import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { reason } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Message, PrepareOutcome } from '../contract.ts';
import { manifest } from './manifest.ts';
import { fittedAll } from './photos.ts';
import { uploadAhead } from './upload.ts';
import { isTask, openAccount } from './wire.ts';

/**
 * Looks whether a person will be able to publish it. Of a video all but its last chunk goes up, which puts nothing into the inbox
 * yet; pictures are fetched by TikTok when the draft is made.
 */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  const { images, video } = message;
  if (images.length === 0 && !video) return { kind: 'rejected', reason: reason('media-missing') };
  if (isTask(account)) return { kind: 'prepared', handle: {} };
  if (!video && !context.lend) return { kind: 'rejected', reason: reason('no-public-address') };
  try {
    if (!video) {
      await fittedAll(images);
      return { kind: 'prepared', handle: {} };
    }
    const work = { context, account, line: openAccount(context, account) };
    return { kind: 'prepared', handle: await uploadAhead(work, message, video) };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}
