import { operations, type ImportReport as Report } from '#/contract/index.ts';
import {
  exportPlan,
  giveTemplate,
  importPlan,
  lookAtImport,
  remarkRows,
  type ExchangeDeps,
  type FileWish,
  type ImportReport,
} from '#/modules/exchange/index.ts';
import { instant } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Bytes as the file that a browser keeps. */
export const fileOf = (bytes: Uint8Array, name: string, format: FileWish['format']) => ({
  body: null,
  file: { bytes, mime: MIME[format], name: `glasnik-${name}.${format}` },
});

/** The plan as a table: the template, out and in. */
export function mountExchange(api: ApiRouter, deps: ExchangeDeps): void {
  api.on(operations.getPlanTemplate, async ({ actor, query }) => {
    const bytes = await giveTemplate(deps, actor, query);
    return fileOf(bytes, `template-${query.language}`, query.format);
  });
  api.on(operations.exportPlan, async ({ actor, query }) =>
    fileOf(await exportPlan(deps, actor, query), 'plan', query.format),
  );
  api.on(operations.lookAtImport, async ({ actor, query, upload, say }) => ({
    body: present(await lookAtImport(deps, actor, { bytes: upload, fileName: query.fileName }), say),
  }));
  api.on(operations.remarkImport, async ({ actor, query, upload, say }) => {
    const given = { bytes: upload, ...query };
    const bytes = await remarkRows(deps, actor, given, ({ code, params }) => say(code, params));
    return fileOf(bytes, 'remarks', 'xlsx');
  });
  api.on(operations.importPlan, async ({ actor, query, upload, say }) => ({
    body: present(await importPlan(deps, actor, { bytes: upload, fileName: query.fileName }), say),
    status: 201,
  }));
}

const present = (report: ImportReport, say: ApiRequest['say']): Report => ({
  rows: report.rows,
  faults: report.faults.map(({ params, ...fault }) => ({ ...fault, message: say(fault.code, params) })),
  earlier: report.earlier && { ...report.earlier, at: instant(report.earlier.at) },
});
