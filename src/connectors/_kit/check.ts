import { countText } from '#/language/index.ts';
import type { Limits, Message, Refused } from '../contract.ts';
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
  return null;
}
