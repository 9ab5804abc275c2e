import './tables.ts';

export type { Author, Coordinator, ElectionDeps } from './author.ts';
export { addEntry, addList, removeEntry, restoreEntry } from './change-list.ts';
export { changePeriod, declarePeriod, withdrawPeriod } from './declare-period.ts';
export { listOfPeriod as exceptionsOfPeriod, type ReportedException } from './exception-queries.ts';
export { checksOf as electionChecks, holdOf, meetPeriods, type Found, type Meeting } from './find-in-post.ts';
export {
  findingsOfPeriod,
  forgetHold,
  holdsOfPeriod,
  isLetGo,
  noteFindings,
  noteHeld,
  noteLetGo,
  type FindingRow,
  type HoldRow,
} from './holds.ts';
export { endException, makeException } from './make-exception.ts';
export {
  findPeriod,
  institutionsInElection,
  lastChange,
  openPeriods,
  periodsAt,
  type EntryRow,
  type PeriodRow,
} from './queries.ts';
export type { EntryInput } from './read-list.ts';
export {
  listPeriods,
  readHousePeriod,
  readHousePeriods,
  readPeriod,
  type PeriodView,
} from './read-periods.ts';
export {
  covers,
  goesOutAt,
  isSilentAt,
  POLLS_ZONE,
  stateOf,
  type EntryKind,
  type HoldCause,
  type Level,
  type PeriodInput,
  type PeriodState,
} from './rules.ts';
