import { operations } from '#/contract/index.ts';
import { addressOf } from '../api/index.ts';

type Query = Record<string, string | undefined>;

/** Where a file lies, for a link that downloads it. */
export const fileAddress = (
  name: 'getPlanTemplate' | 'exportPlan',
  institutionId: string,
  query: Query,
): string => addressOf(operations[name], { params: { institutionId }, query });

/** As long as the contract takes it. */
export const nameOf = (file: File): string => file.name.slice(-200);
