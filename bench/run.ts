// npm run bench [-- --quick] [-- --plans] [-- PART …]: measures Glasnik against references of the same run.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import { testServerUrl } from '../tests/helpers/postgres.ts';
import { plainTable, report, type Machine, type Part, type Row } from './table.ts';

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const plans = words.includes('--plans');
const chosen = words.filter((word) => !word.startsWith('-'));

const say = (line: string) => process.stderr.write(`${line}\n`);

const PARTS: Record<string, () => Promise<Part | null>> = {
  deliveries,
  start: async () => (await import('./start.ts')).run({ quick, say }),
  site,
  studio: async () => (await import('./studio-size.ts')).run({ say }),
  typing: async () => (await import('./typing.ts')).run({ quick, say }),
  calendar: async () => (await import('./calendar.ts')).run({ quick, say }),
  lists: async () => (await import('./lists.ts')).run({ quick, plans, say }),
  million: async () => (await import('./lists.ts')).runCalendar({ quick, plans, say }),
};

const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await measure();
}

/** All parts one after the other, so that none takes time from another. */
async function measure(): Promise<number> {
  const machine = await describeMachine();
  const parts: Part[] = [];
  let failed = 0;
  for (const [name, run] of Object.entries(PARTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    say(`\n${name} …`);
    try {
      const part = await run();
      if (!part) continue;
      parts.push(part);
      process.stdout.write(
        `\n${part.title}\n${plainTable(part.rows)}\n${part.notes.map((note) => `  ${note}\n`).join('')}`,
      );
    } catch (error) {
      failed += 1;
      say(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  if (failed > 0) return 1;
  if (quick || chosen.length > 0) return 0;
  await mkdir(new URL('../docs/', import.meta.url), { recursive: true });
  const date = Temporal.Now.plainDateISO('UTC').toString();
  await writeFile(new URL('../docs/benchmarks.md', import.meta.url), report(parts, machine, date));
  say('\ndocs/benchmarks.md is written.');
  return 0;
}

async function deliveries(): Promise<Part> {
  process.env.GLASNIK_BENCH_COUNT ??= quick ? '1000' : '10000';
  const rows: Row[] = await (await import('./deliveries.ts')).run();
  return {
    title: 'Deliveries',
    rows: rows.map((row) => {
      if (row.what === 'deliveries through the engine' && row.reference?.includes('same request'))
        return { ...row, reach: { of: 'figure', atLeast: 250 } };
      if (/^lone post .* p99$/.test(row.what)) return { ...row, reach: { of: 'figure', atMost: 1000 } };
      return row;
    }),
    notes: [
      `${Number(process.env.GLASNIK_BENCH_COUNT).toLocaleString('en')} posts that are due, of 20 institutions with 200 accounts, on a network in a process of its own that answers after 50 ms; the worker, PostgreSQL and the network share this machine.`,
      'Bare jobs: as many jobs of the job library that carries our other work (pg-boss), on the same database in the same run; once with nothing to do, once with the request that a delivery sends.',
      'A lone post: from its due time to the moment its request leaves.',
    ],
  };
}

/** The citizens' pages are measured by their own bench, where there is one. */
async function site(): Promise<Part | null> {
  const file = new URL('./site.ts', import.meta.url);
  if (!existsSync(file)) return null;
  const { run } = (await import(file.href)) as { run: () => Promise<readonly Row[] | Part> };
  const found = await run();
  if ('rows' in found) return found;
  return {
    title: "Citizens' pages",
    rows: [...found],
    notes: [
      "An institution's page of the demonstration, as a browser asks for it, over 16 connections from a process of its own. The reference has the same bytes in memory and answers with the same headers by the same HTTP server, turn and turn about.",
      'The short address leads on with 302, and its opening is in the database before the answer leaves; the reference counts nothing.',
    ],
  };
}

async function describeMachine(): Promise<Machine> {
  const load = loadavg()[0] ?? 0;
  const client = new Client({ connectionString: await testServerUrl() });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return {
    cores: availableParallelism(),
    memoryGb: totalmem() / 2 ** 30,
    node: process.version,
    postgres: rows[0]?.server_version ?? '?',
    load,
  };
}
