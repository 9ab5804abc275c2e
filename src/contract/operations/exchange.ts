import * as exchange from '../exchange.ts';
import { operation } from '../operation.ts';
import { I, inInstitution } from './path.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

export const exchangeOperations = {
  getPlanTemplate: operation({
    method: 'GET',
    path: `${I}/plan-template`,
    summary: 'An empty table for plan items and posts, with headings and help in one language',
    audience: 'member',
    params: inInstitution,
    query: exchange.TemplateQuery,
    download: [XLSX, CSV],
    response: null,
  }),
  exportPlan: operation({
    method: 'GET',
    path: `${I}/plan-export`,
    summary: 'The plan and its posts as a table, with their state and where they are out',
    audience: 'member',
    params: inInstitution,
    query: exchange.PlanExportQuery,
    download: [XLSX, CSV],
    response: null,
  }),
  lookAtImport: operation({
    method: 'POST',
    path: `${I}/plan-imports/look`,
    summary: 'What an import would make and change, and every cell that is not right (raw body)',
    audience: 'member',
    params: inInstitution,
    query: exchange.PlanImportQuery,
    upload: [XLSX, CSV],
    response: exchange.ImportReport,
  }),
  remarkImport: operation({
    method: 'POST',
    path: `${I}/plan-imports/remarks`,
    summary: 'The faulty rows of a file with the remarks, as a workbook (raw body)',
    audience: 'member',
    params: inInstitution,
    query: exchange.RemarksQuery,
    upload: [XLSX, CSV],
    download: [XLSX],
    response: null,
  }),
  importPlan: operation({
    method: 'POST',
    path: `${I}/plan-imports`,
    summary: 'Take a table of plan items and posts in, whole or not at all (raw body)',
    audience: 'member',
    params: inInstitution,
    query: exchange.PlanImportQuery,
    upload: [XLSX, CSV],
    response: exchange.ImportReport,
  }),
};
