import type { Delivery, Post, PostSummary, Texts } from '#/contract/index.ts';
import { formatDateTime, readingOrder, type Variant } from '#/language/index.ts';
import type { Desk } from './io.ts';

/** The text in the reader's variant, or in the one they understand best. */
export const nameIn = (texts: Texts, variant: Variant): string =>
  readingOrder(variant)
    .map((it) => texts[it])
    .find((text) => text !== undefined && text !== '') ?? '';

/** A moment by the institution's clock. */
export const timeIn = (instant: string, timeZone: string, { variant }: Pick<Desk, 'variant'>): string =>
  formatDateTime(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone), variant);

export const studioAddress = (url: string, slug: string, postId: string): string =>
  `${url}/studio/${slug}/posts/${postId}`;

export const titleOf = ({ t }: Desk, title: string): string => title || t('client:untitled');

export const stateLine = (desk: Desk, post: Pick<Post | PostSummary, 'title' | 'state'>): string =>
  `${titleOf(desk, post.title)}: ${desk.t(`common:state.${post.state}`)}`;

/** An account with what has become of the post there: the proof, or why not and what to do. */
export function deliveryLines(desk: Desk, delivery: Delivery, timeZone: string): string[] {
  const { t } = desk;
  const { account, state, url, reasonText, nextStep, dueAt, late } = delivery;
  const said = late ? t('client:status.late') : t(`client:delivery.${state}`);
  const lines = [`  ${account.networkName} ${account.handle}: ${said}`];
  if (state === 'scheduled' || state === 'retrying')
    lines.push(`    ${timeIn(delivery.nextAttemptAt ?? dueAt, timeZone, desk)}`);
  return [...lines, ...[url, reasonText, nextStep].flatMap((text) => (text ? [`    ${text}`] : []))];
}
