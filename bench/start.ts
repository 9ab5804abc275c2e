import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '#/db/embedded.ts';
import { createLogger } from '#/kernel/logger.ts';
import { median, type Part } from './table.ts';

type Options = { quick: boolean; say: (line: string) => void };
type Start = { seconds: number; processor: number; child: ChildProcess; built: boolean };

const READY = /^Glasnik is ready at /m;
const IDLE_SECONDS = 20;
const PATIENCE_MS = 180_000;

/** `npm start` on a data folder that holds the demonstration, as on any day after the first. */
export async function run({ quick, say }: Options): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'glasnik-bench-'));
  try {
    say('first start, with the demonstration');
    const first = await start(folder);
    await stop(first.child);
    const bare = await median3(() => startBare(folder));
    say(`bare PostgreSQL: ${bare.toFixed(2)} s`);
    const times: number[] = [];
    const processorTimes: number[] = [];
    let memory: Memory = { node: 0, npm: 0, postgres: 0, processes: 0 };
    const wanted = quick ? 1 : 3;
    for (let no = 1; times.length < wanted && no <= 3 * wanted; no += 1) {
      const { seconds, processor, child, built } = await start(folder);
      // Sources that somebody edits meanwhile make a start that builds the studio: not the one to measure.
      if (!built) {
        times.push(seconds);
        processorTimes.push(processor);
      }
      say(`start ${no}: ${seconds.toFixed(2)} s${built ? ', with a build of the studio: not counted' : ''}`);
      if (times.length === wanted) {
        await pause((quick ? 5 : IDLE_SECONDS) * 1000);
        memory = await memoryOf(child.pid!);
      }
      await stop(child);
    }
    const seconds = median(times);
    const all = memory.node + memory.npm + memory.postgres;
    return {
      title: 'Start and memory',
      rows: [
        { what: 'bare start of the embedded PostgreSQL', value: bare, unit: 's' },
        {
          what: 'npm start, warm, to "Glasnik is ready"',
          value: seconds,
          unit: 's',
          reference: 'bare start of the embedded PostgreSQL',
          ratio: seconds / bare,
          reach: { of: 'figure', atMost: 4 },
        },
        { what: 'npm start, warm, processor time', value: median(processorTimes), unit: 's' },
        { what: 'idle memory of Glasnik itself', value: memory.node, unit: 'MB' },
        { what: 'idle memory of npm, which waits', value: memory.npm, unit: 'MB' },
        { what: 'idle memory of PostgreSQL', value: memory.postgres, unit: 'MB' },
        {
          what: `idle memory of all ${memory.processes} processes together`,
          value: all,
          unit: 'MB',
          reference: 'PostgreSQL alone',
          ratio: all / memory.postgres,
          reach: { of: 'figure', atMost: 350 },
        },
      ],
      notes: [
        `The data folder holds the demonstration, the packages are installed and the studio is built. Median of ${times.length} starts; of the database alone, on the same folder, of 3.`,
        `Memory ${quick ? 5 : IDLE_SECONDS} s after the start, of every process that \`npm start\` began: resident memory, and of PostgreSQL, whose processes share theirs, the proportional share (PSS).`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function median3(measure: () => Promise<number>): Promise<number> {
  return median([await measure(), await measure(), await measure()]);
}

async function startBare(folder: string): Promise<number> {
  const started = performance.now();
  await using _server = await startEmbedded({ folder, log: createLogger('error') });
  return (performance.now() - started) / 1000;
}

async function start(folder: string): Promise<Start> {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:GLASNIK_|DATABASE_URL$|npm_)/.test(name));
  const env = {
    ...Object.fromEntries(own),
    GLASNIK_DATA: folder,
    GLASNIK_PORT: String(await freePort()),
  };
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: new URL('..', import.meta.url),
    env,
    detached: true, // a group of its own, that Ctrl-C can be sent to
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  const ready = Promise.withResolvers<number>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (READY.test(output)) ready.resolve((performance.now() - started) / 1000);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.once('exit', (code) => ready.reject(new Error(`npm start ended with ${code}: ${errors}`)));
  const late = setTimeout(() => ready.reject(new Error(`not ready: ${errors}`)), PATIENCE_MS);
  try {
    const seconds = await ready.promise;
    const processor = await processorTimeOf(child.pid!);
    return { seconds, processor, child, built: /building the studio/.test(errors) };
  } catch (error) {
    await stop(child);
    throw error;
  } finally {
    clearTimeout(late);
  }
}

/** Like Ctrl-C in a terminal: everything in the group hears it. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  process.kill(-child.pid!, 'SIGINT');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** In MB. */
type Memory = { node: number; npm: number; postgres: number; processes: number };

/** Of a process and all that it began. Needs Linux. */
async function memoryOf(root: number): Promise<Memory> {
  const memory: Memory = { node: 0, npm: 0, postgres: 0, processes: 0 };
  for (const pid of await withDescendants(root)) {
    const [name, roll] = [await read(pid, 'comm'), await read(pid, 'smaps_rollup')];
    if (roll === '') continue; // it has ended, or has no memory of its own
    memory.processes += 1;
    const megabytes = (key: string) =>
      (Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(roll)?.[1]) * 1024) / 1e6;
    if (name.startsWith('postgres')) memory.postgres += megabytes('Pss');
    else if (/\0src\/main\.ts\0/.test(await read(pid, 'cmdline'))) memory.node += megabytes('Rss');
    else memory.npm += megabytes('Rss');
  }
  return memory;
}

/** In seconds, of a process and all that it began, those included that have ended. */
async function processorTimeOf(root: number): Promise<number> {
  let ticks = 0;
  for (const pid of await withDescendants(root)) {
    const fields = (await read(pid, 'stat')).split(') ').at(-1)?.split(' ') ?? [];
    for (const spent of fields.slice(11, 15)) ticks += Number(spent);
  }
  return ticks / 100; // Linux tells programs of a hundredth of a second, whatever it counts itself
}

const read = (pid: number, file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');

async function withDescendants(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    // The name, in brackets, may hold blanks; the parent is the second field after it.
    if (pid > 0) parents.set(pid, Number((await read(pid, 'stat')).split(') ').at(-1)?.split(' ')[1]));
  }
  const found = [root];
  for (const parent of found) for (const [pid, of] of parents) if (of === parent) found.push(pid);
  return found;
}
