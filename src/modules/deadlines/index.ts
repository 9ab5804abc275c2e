import './tables.ts';

export { finishDeadline, planDeadline, reopenDeadline, type DeadlinePlan } from './plan-deadline.ts';
export {
  deadlineSummaries,
  listDeadlines,
  readPostDeadlines,
  type DeadlineSummary,
  type UpcomingDeadline,
} from './read-deadlines.ts';
export { handOverSteps, listOpenSteps } from './hand-over-deadlines.ts';
export { listMySteps, type MyStep } from './my-steps.ts';
export { stepsToWatch, watchDeadlines } from './watch-deadlines.ts';
export type { Deadline, DeadlineKind } from './rules.ts';
