import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { reason } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Message, PrepareOutcome } from '../contract.ts';
import { addExtras } from './extras.ts';
import { asHandle, asSteps, progressOf, type Progress } from './handle.ts';
import { manifest } from './manifest.ts';
import { languageOf, textsOf } from './texts.ts';
import { uploadVideo } from './upload.ts';
import { openChannel } from './wire.ts';

/** Puts the video up so that nobody sees it, with captions and its still picture. What is there already stays. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  const { video } = message;
  if (!video) return { kind: 'rejected', reason: reason('video-missing') };
  const texts = textsOf(message.text);
  if (!texts) return { kind: 'rejected', reason: reason('text-empty') };
  const work = { context, account, line: openChannel(context, account) };
  const described = { ...texts, language: languageOf(message.language) };
  const keep = async (progress: Progress) => context.steps?.keep(asSteps(progress));
  try {
    const begun = progressOf(context.steps?.kept ?? null, video.mediaId);
    const done = await uploadVideo(work, video, described, begun, keep);
    await addExtras(work, video, done, keep);
    return { kind: 'prepared', handle: asHandle({ ...described, videoId: done.videoId ?? '' }) };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}
