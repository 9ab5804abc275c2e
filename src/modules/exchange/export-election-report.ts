import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Translate, Variant } from '#/language/index.ts';
import { POLLS_ZONE } from '#/modules/elections/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { Translators } from './columns.ts';
import { readElectionReport, type ElectionReport } from './read-election-report.ts';
import { toCsv, toXlsx, type OutTable } from './sheets/write-sheets.ts';

export const REPORT_TABLES = ['posts', 'accounts', 'named', 'exceptions', 'held'] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

/** The report of a period as a workbook with a sheet for each table, or one of them as CSV. */
export async function exportElectionReport(
  deps: { db: Db; clock: Clock; translators: Translators },
  actor: Actor,
  periodId: string,
  { language, format, table }: { language: Variant; format: 'xlsx' | 'csv'; table: ReportTable },
): Promise<Uint8Array> {
  const report = await readElectionReport(deps, actor, periodId);
  const { t } = deps.translators.of(language);
  if (format === 'csv') return toCsv(tableOf(t, report, table));
  return toXlsx(
    REPORT_TABLES.map((name) => tableOf(t, report, name)),
    null,
  );
}

const WIDE = 40;

function tableOf(t: Translate, report: ElectionReport, table: ReportTable): OutTable {
  const { heads, rows } = TABLES[table](t, report);
  return {
    name: t(`exchange:election.sheet.${table}`),
    columns: heads.map((head) => ({ head, width: head.length > 20 ? WIDE : 26 })),
    rows,
  };
}

type Out = (t: Translate, report: ElectionReport) => { heads: string[]; rows: string[][] };

const yes = (t: Translate, is: boolean): string =>
  is ? t('exchange:election.yes') : t('exchange:election.no');

/** The clock of the polls, in figures. */
const when = (at: Temporal.Instant | null): string =>
  at === null
    ? ''
    : at
        .toZonedDateTimeISO(POLLS_ZONE)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ');

const TABLES: Record<ReportTable, Out> = {
  posts: (t, { posts }) => ({
    heads: [
      t('exchange:election.column.title'),
      t('exchange:election.column.published'),
      t('exchange:election.column.accounts'),
      t('exchange:election.column.addresses'),
      t('exchange:election.column.approvals'),
      t('exchange:election.column.second'),
      t('exchange:election.column.silence'),
    ],
    rows: posts.map(({ title, at, sent, approvals, inSilence }) => [
      title,
      when(at),
      sent.map(({ network, handle }) => `${network}: ${handle}`).join('\n'),
      sent.flatMap(({ url }) => url ?? []).join('\n'),
      approvals
        .map(
          ({ name, for_name: principal, at: given }) =>
            `${principal ? `${name} (${principal})` : name}, ${when(given)}`,
        )
        .join('\n'),
      yes(t, approvals.length > 1),
      yes(t, inSilence),
    ]),
  }),
  accounts: (t, { accounts }) => ({
    heads: [
      t('exchange:election.column.network'),
      t('exchange:election.column.account'),
      t('exchange:election.column.posts'),
    ],
    rows: accounts.map(({ network, handle, posts }) => [network, handle, String(posts)]),
  }),
  named: (t, { findings }) => ({
    heads: [
      t('exchange:election.column.entry'),
      t('exchange:election.column.why'),
      t('exchange:election.column.found'),
      t('exchange:election.column.title'),
      t('exchange:election.column.at'),
    ],
    rows: findings.map((row) => [row.entry, row.why, row.found, row.title, when(row.found_at)]),
  }),
  exceptions: (t, { exceptions }) => ({
    heads: [
      t('exchange:election.column.entry'),
      t('exchange:election.column.title'),
      t('exchange:election.column.reason'),
      t('exchange:election.column.by'),
      t('exchange:election.column.at'),
      t('exchange:election.column.ended'),
    ],
    rows: exceptions.map((row) => [
      row.entry,
      row.title,
      row.reason,
      row.made_by_name ?? '',
      when(row.made_at),
      when(row.ended_at),
    ]),
  }),
  held: (t, { holds }) => ({
    heads: [
      t('exchange:election.column.title'),
      t('exchange:election.column.cause'),
      t('exchange:election.column.held'),
      t('exchange:election.column.let'),
      t('exchange:election.column.by'),
    ],
    rows: holds.map((row) => [
      row.title,
      t(`exchange:election.cause.${row.cause}`),
      when(row.held_at),
      when(row.let_at),
      row.let_by_name ?? '',
    ]),
  }),
};
