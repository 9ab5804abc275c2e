import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { TestDatabase } from '../tests/helpers/database.ts';
import type { Row } from './table.ts';

const SECONDS = Number(process.env.GLASNIK_BENCH_SECONDS ?? 3);
const TURNS = 3;
const CONNECTIONS = 16;
const PAGE = '/bs/i/dei';
const CODE = '2b9hk4wz';
const SHORT = `/l/${CODE}`;
/** A browser's, so that each opening of the short address is counted as one of a person. */
const HEADERS = { 'accept-encoding': 'gzip', 'user-agent': 'Mozilla/5.0 (bench)' };

/**
 * Requests a second of an institution's page, against the same bytes under the same headers from memory, by the same
 * server in the same run: once as citizens get it, where a page is made at most once a second, and once with every
 * page made anew from the database. And of one short address that everybody opens at once: each opening is in the
 * database before it is answered, the reference leads on and counts nothing. The load comes from a process of its own.
 */
export async function run(): Promise<Row[]> {
  const { testDatabase } = await import('../tests/helpers/database.ts');
  const { memoryFiles, seedProgramme } = await import('../tests/helpers/site.ts');
  await using database = await testDatabase();
  await seedProgramme(database.owner, memoryFiles(), '2026-11-24');
  await addShortLink(database);
  return [
    await compare(database, { what: "citizens' page", path: PAGE, freshMs: 1000 }),
    await compare(database, {
      what: "citizens' page, made anew for each request",
      path: PAGE,
      freshMs: 0,
    }),
    await compare(database, {
      what: 'one short address, each opening counted',
      path: SHORT,
      freshMs: 1000,
    }),
  ];
}

async function addShortLink(database: TestDatabase): Promise<void> {
  await database.owner.query(
    `insert into short_links (code, institution_id, post_id, account_id, variant, target, search, created_at, fixed_at)
     select $1, p.institution_id, p.id, a.id, 'bs', 'https://www.dei.gov.ba/odluka?utm_source=bluesky', '', now(), now()
     from posts p join accounts a using (institution_id) limit 1`,
    [CODE],
  );
}

type Compared = { what: string; path: string; freshMs: number };

async function compare(database: TestDatabase, { what, path, freshMs }: Compared): Promise<Row> {
  const { listen, startTestSite } = await import('../tests/helpers/site.ts');
  const site = await startTestSite(database, { freshMs });
  const still = await listen(await sameBytes(site.url, path));
  const figures: { page: number; reference: number }[] = [];
  // Turn and turn about, so that a machine that grows busier is unfair to neither.
  for (let turn = 0; turn < TURNS; turn += 1) {
    figures.push({ page: await load(site.url + path), reference: await load(still.url + path) });
  }
  await site.close();
  await still.close();
  const page = median(figures.map((it) => it.page));
  const reference = median(figures.map((it) => it.reference));
  return {
    what,
    value: page,
    unit: 'requests/s',
    reference: `${Math.round(reference).toLocaleString('en')} requests/s for the same ${path === SHORT ? 'redirect' : 'bytes'} from memory`,
    ratio: page / reference,
  };
}

/** A server that has the page's answer in memory and does nothing else. */
async function sameBytes(url: string, path: string): Promise<Hono> {
  const response = await get(url + path, new Agent());
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['date', 'connection', 'keep-alive'].includes(name)
        ? [[name, value]]
        : [],
    ),
  );
  const { status } = response;
  const body = () => (status === 302 ? null : new Uint8Array(response.body));
  return new Hono().get(path, () => new Response(body(), { status, headers }));
}

const median = (figures: number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

/** Answers a second, as counted by a process of its own. */
async function load(url: string): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'load', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return Number(said);
}

type Got = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };

function get(url: string, agent: Agent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: HEADERS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}

async function loadHere(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = async (until: number): Promise<number> => {
    let answered = 0;
    while (performance.now() < until) {
      const { status } = await get(url, agent);
      if (status !== 200 && status !== 302) throw new Error(`${url} answered ${status}`);
      answered += 1;
    }
    return answered;
  };
  const all = (seconds: number) => {
    const until = performance.now() + seconds * 1000;
    return Promise.all(Array.from({ length: CONNECTIONS }, () => ask(until)));
  };
  await all(Math.min(1, SECONDS));
  const start = performance.now();
  const answered = (await all(SECONDS)).reduce((sum, it) => sum + it, 0);
  agent.destroy();
  return answered / ((performance.now() - start) / 1000);
}

if (process.argv[2] === 'load') process.stdout.write(String(await loadHere(process.argv[3] ?? '')));
