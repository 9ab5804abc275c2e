import { useReadPages } from '../api/index.ts';
import type { Column } from './moves.ts';

const PAGE = 25;

/** The posts of a column, last changed first, page by page. */
export const useColumn = (state: Column) => useReadPages('listPosts', { query: { state, limit: PAGE } });
export type ColumnList = ReturnType<typeof useColumn>;
