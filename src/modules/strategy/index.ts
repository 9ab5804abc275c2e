import './tables.ts';

export { archiveObjective, changeObjective, restoreObjective } from './change-objective.ts';
export { createObjective, listObjectives, readObjective } from './objectives.ts';
export type { ObjectiveRow } from './queries.ts';
