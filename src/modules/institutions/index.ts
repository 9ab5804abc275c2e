import './tables.ts';

export { changeInstitution, createInstitution, setGlossary } from './change-institution.ts';
export type { InstitutionChange, NewInstitution } from './change-institution.ts';
export { findInstitution, findInstitutionBySlug, listInstitutions, type InstitutionRow } from './queries.ts';
export type { Contact, Texts } from './tables.ts';
