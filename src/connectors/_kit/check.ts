import { countText } from '#/language/index.ts';
import type { Limits, Message, Refused, Video, VideoLimits } from '../contract.ts';
import { NETWORK_REASONS, reason } from './reasons.ts';

type Rejected = Extract<Refused, { kind: 'rejected' }>;

const no = (code: string, params: Record<string, string | number>): Rejected => ({
  kind: 'rejected',
  reason: reason(code, params),
});

/**
 * The checks that every network needs before anything is sent to it, from its limits. Null where all is well.
 * `threads` where a text over the limit is split and not refused.
 */
export function refusedByLimits(
  message: Message,
  limits: Limits,
  options: { threads?: boolean } = {},
): Rejected | null {
  for (const { max, method } of options.threads
    ? []
    : [limits.text, ...(limits.textAlso ? [limits.textAlso] : [])]) {
    const count = countText(message.text, method);
    if (count > max) return no(NETWORK_REASONS.overLimit, { max, count });
  }
  const comment = refusedComment(message, limits);
  if (comment) return comment;
  const { images } = limits;
  if (message.images.length > images.max) {
    return no(NETWORK_REASONS.tooManyImages, { max: images.max, count: message.images.length });
  }
  for (const [index, image] of message.images.entries()) {
    const count = countText(image.alt, 'graphemes');
    if (images.alt === 'required' && image.alt.trim() === '') {
      return no(NETWORK_REASONS.altMissing, { number: index + 1 });
    }
    if (images.alt !== 'not-taken' && count > images.altMax) {
      return no(NETWORK_REASONS.altTooLong, { max: images.altMax, count });
    }
    if (!images.mime.includes(image.mime)) return no(NETWORK_REASONS.imageKind, { mime: image.mime });
    if (!images.fitted && image.size > images.maxBytes)
      return no(NETWORK_REASONS.imageTooLarge, { max: images.maxBytes });
  }
  return message.video ? refusedVideo(message.video, message.images.length, limits.video) : null;
}

function refusedComment({ comment }: Message, { comment: limit }: Limits): Rejected | null {
  if (!comment || !limit) return null;
  const { max, method } = limit;
  const count = countText(comment, method);
  return count > max ? no(NETWORK_REASONS.commentOverLimit, { max, count }) : null;
}

function refusedVideo(video: Video, pictures: number, limit: VideoLimits | null): Rejected | null {
  if (!limit || pictures > 0) return no(NETWORK_REASONS.videoNotTaken, {});
  if (video.size > limit.maxBytes) return no(NETWORK_REASONS.videoTooLarge, { max: limit.maxBytes });
  if (video.durationMs < limit.minMs || video.durationMs > limit.maxMs)
    return no(NETWORK_REASONS.videoLength, { min: limit.minMs / 1000, max: limit.maxMs / 1000 });
  if (!limit.mime.some((it) => it === video.mime)) return no(NETWORK_REASONS.videoKind, { mime: video.mime });
  if (limit.alt === 'required' && video.alt.trim() === '')
    return no(NETWORK_REASONS.altMissing, { number: 1 });
  const count = countText(video.alt, 'graphemes');
  return limit.alt !== 'not-taken' && count > limit.altMax
    ? no(NETWORK_REASONS.altTooLong, { max: limit.altMax, count })
    : null;
}
