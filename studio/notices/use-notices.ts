import { useReadPages } from '../api/index.ts';

/** One's own notices, unread first, page by page. */
export const useNotices = () => useReadPages('listNotices', { query: { limit: 30 } });
export type NoticePages = ReturnType<typeof useNotices>;
