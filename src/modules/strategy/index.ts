import './tables.ts';

export { createObjective, listObjectives } from './objectives.ts';
export type { ObjectiveRow } from './queries.ts';
