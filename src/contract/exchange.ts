import { z } from 'zod';
import { Instant, IsoDate, Variant } from './common.ts';

export const PLAN_TABLES = ['plan', 'posts'] as const;
/** Bytes of a file that is imported. */
export const MAX_IMPORT_BYTES = 5_000_000;
/** Rows of one file. */
export const MAX_IMPORT_ROWS = 1000;

/** A workbook holds plan items and posts, each on its sheet; a CSV file is the one table that is asked for. */
export const TemplateQuery = z.object({
  language: Variant.default('bs'),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  table: z.enum(PLAN_TABLES).default('posts'),
});
export type TemplateQuery = z.infer<typeof TemplateQuery>;

/** Days at the institution, both within; without them everything. */
export const PlanExportQuery = TemplateQuery.extend({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});

export const PlanImportQuery = z.object({ fileName: z.string().min(1).max(200) });
export const RemarksQuery = PlanImportQuery.extend({ language: Variant.default('bs') });

/** A cell that is not right, by the place that a spreadsheet shows. */
export const ImportFault = z.object({
  /** Empty for CSV. */
  sheet: z.string(),
  row: z.number(),
  /** As a letter. */
  column: z.string(),
  code: z.string(),
  /** What is wrong and what to do, in the reader's language. */
  message: z.string(),
});
export type ImportFault = z.infer<typeof ImportFault>;

export const ImportRow = z.object({
  table: z.enum(PLAN_TABLES),
  sheet: z.string(),
  row: z.number(),
  act: z.enum(['made', 'changed', 'same']),
  title: z.string(),
  /** Day, or day and time, at the institution. */
  on: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportReport = z.object({
  rows: z.array(ImportRow),
  faults: z.array(ImportFault),
  /** The same rows were taken in before: an import would refuse them. */
  earlier: z.object({ fileName: z.string(), by: z.string().nullable(), at: Instant }).nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;
