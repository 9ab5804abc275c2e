import type { Variant } from '../variants.ts';
import { findAddresses } from './find-addresses.ts';

/** A link of a text, and the address that stands there when the text goes out to one account in one variant. */
export type SentLink = {
  accountId: string;
  variant: Variant;
  /** As it was written. */
  link: string;
  /** As it goes out. */
  url: string;
  /** Where a short address leads; null where `url` is the page's own. */
  target: string | null;
};

/**
 * A text as it goes out to an account: its links put into the form that was decided when the post was saved. One
 * function for the preview, the count, the checks, the approval and the delivery, so that none can show another text.
 */
export function sentText(
  text: string,
  out: readonly SentLink[] | undefined,
  to: { accountId: string; variant: string },
): string {
  const urls = new Map(
    (out ?? [])
      .filter(({ accountId, variant }) => accountId === to.accountId && variant === to.variant)
      .map(({ link, url }) => [link, url] as const),
  );
  if (urls.size === 0) return text;
  let sent = '';
  let last = 0;
  for (const { start, end } of findAddresses(text)) {
    const link = text.slice(start, end);
    sent += text.slice(last, start) + (urls.get(link) ?? link);
    last = end;
  }
  return sent + text.slice(last);
}
