import type { Notice } from '#/contract/index.ts';

export type NoticeGroup = { key: string; at: string; unread: boolean; items: Notice[] };

/** Splits a list that is in order (unread first, newest first) at each new day of the institution's own clock. */
export function groupNotices(notices: readonly Notice[], timeZone: string): NoticeGroup[] {
  const groups: NoticeGroup[] = [];
  for (const notice of notices) {
    const unread = notice.readAt === null;
    const day = Temporal.Instant.from(notice.at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    const key = `${unread ? 'unread' : 'read'}-${day}`;
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(notice);
    else groups.push({ key, at: notice.at, unread, items: [notice] });
  }
  return groups;
}
