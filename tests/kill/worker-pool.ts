import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerOrder } from './worker-process.ts';

/**
 * Workers as processes. A killed one is replaced by one with a new name, as after a restart; the next one is kept
 * ready, because starting a process takes longer than the work between two kills.
 */
export class WorkerPool {
  readonly #order: Omit<WorkerOrder, 'worker'>;
  readonly #alive: ChildProcess[] = [];
  readonly #size: number;
  #next: Promise<ChildProcess> | undefined;
  #spawned = 0;

  constructor(size: number, order: Omit<WorkerOrder, 'worker'>) {
    this.#size = size;
    this.#order = order;
  }

  async startAll(): Promise<void> {
    for (let index = 0; index < this.#size; index += 1) await this.#start(index);
  }

  /** Until a kill can be followed by a start at once. */
  async isReady(): Promise<void> {
    await this.#next;
  }

  async killAndRestart(index: number): Promise<void> {
    const worker = this.#alive[index]!;
    assert.equal(worker.exitCode, null, 'the worker ended by itself');
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
    await this.#start(index);
  }

  /** Puts the clock of one worker so many milliseconds from the machine's. */
  putClock(index: number, ms: number): void {
    this.#alive[index]!.stdin!.write(`clock ${ms}\n`);
  }

  async stopAll(): Promise<void> {
    const last = await this.#next?.catch(() => undefined);
    const all = last ? [...this.#alive, last] : this.#alive;
    await Promise.all(
      all.map(async (worker) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return;
        const gone = once(worker, 'exit');
        worker.kill('SIGTERM');
        await gone;
      }),
    );
  }

  async #start(index: number): Promise<void> {
    const worker = await (this.#next ?? this.#spawn());
    worker.stdin!.write('go\n');
    this.#alive[index] = worker;
    this.#next = this.#spawn();
  }

  async #spawn(): Promise<ChildProcess> {
    this.#spawned += 1;
    const order: WorkerOrder = { ...this.#order, worker: `worker-${this.#spawned}` };
    const script = fileURLToPath(new URL('worker-process.ts', import.meta.url));
    const worker = spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // A killed one may be written to before its end is known.
    worker.stdin.on('error', () => {});
    await Promise.race([
      once(worker.stdout, 'data'),
      once(worker, 'exit').then(() => assert.fail('a worker did not start')),
    ]);
    return worker;
  }
}
