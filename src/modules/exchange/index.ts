import './tables.ts';

export type { ExchangeDeps } from './desk.ts';
export { exportElectionReport } from './export-election-report.ts';
export { readElectionReport, type ElectionReport } from './read-election-report.ts';
export { exportPlan, type ExportSpan } from './export-plan.ts';
export { giveTemplate, type FileWish } from './give-template.ts';
export { importPlan, lookAtImport, type ImportReport, type UploadedFile } from './import-plan.ts';
export type { CellFault } from './read-tables.ts';
export { remarkRows } from './remark-rows.ts';
