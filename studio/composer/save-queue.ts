/** What the status line says. `waiting`: there is something to save and a person must answer first. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'typing' }
  | { kind: 'saving' }
  | { kind: 'offline'; again: number }
  | { kind: 'waiting' }
  | { kind: 'refused'; error: unknown };

/** What became of one save: `later` is worth trying again, `waiting` needs a person, `refused` needs a change. */
export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'later' }
  | { kind: 'waiting' }
  | { kind: 'refused'; error: unknown };

export type Timers = {
  now(): number;
  set(callback: () => void, ms: number): unknown;
  clear(timer: unknown): void;
};

type Options = {
  /** Saves what stands in the composer now. Never throws. */
  save(): Promise<SaveOutcome>;
  changed(state: SaveState): void;
  timers: Timers;
  /** Milliseconds of quiet before a save. */
  quiet?: number;
};

const RETRY_FIRST = 3_000;
const RETRY_LAST = 60_000;

/**
 * Autosave for one post: a save after a pause in typing, one at a time, again by itself after a lost line, with ever
 * longer waits. What is typed during a save is saved after it.
 */
export class SaveQueue {
  readonly #options: Required<Options>;
  #timer: unknown = null;
  #running: Promise<void> | null = null;
  #dirty = false;
  #held = false;
  #fails = 0;

  constructor(options: Options) {
    this.#options = { quiet: 1_200, ...options };
  }

  /** Something was typed. */
  touch(): void {
    this.#dirty = true;
    if (this.#held) return;
    if (!this.#running) this.#options.changed({ kind: 'typing' });
    this.#arm(this.#options.quiet);
  }

  /** Save now: the field was left, the page is being hidden, the line is back, an act needs the saved version. */
  async flush(): Promise<void> {
    this.#disarm();
    while (this.#running) await this.#running;
    if (this.#dirty && !this.#held) await this.#run();
  }

  /** A person is being asked; nothing goes to the server until {@link release}. */
  hold(): void {
    this.#held = true;
    this.#disarm();
    this.#options.changed({ kind: 'waiting' });
  }

  /** The person has answered. Saves at once where `dirty`; without, what stands there is what the server has. */
  release(dirty: boolean): void {
    this.#held = false;
    this.#dirty = dirty;
    if (dirty) this.#arm(0);
    else this.#options.changed({ kind: 'saved', at: null });
  }

  get dirty(): boolean {
    return this.#dirty || this.#running !== null;
  }

  /** Ends the timers; what is unsaved stays in the browser's store. */
  stop(): void {
    this.#held = true;
    this.#disarm();
  }

  #arm(ms: number): void {
    this.#disarm();
    this.#timer = this.#options.timers.set(() => void this.flush(), ms);
  }

  #disarm(): void {
    if (this.#timer !== null) this.#options.timers.clear(this.#timer);
    this.#timer = null;
  }

  #run(): Promise<void> {
    this.#running = this.#save().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #save(): Promise<void> {
    const { save, changed, timers, quiet } = this.#options;
    this.#dirty = false;
    changed({ kind: 'saving' });
    const outcome = await save();
    if (outcome.kind === 'saved') {
      this.#fails = 0;
      if (!this.#dirty) changed({ kind: 'saved', at: timers.now() });
      else if (!this.#held) this.#arm(quiet);
      return;
    }
    this.#dirty = true;
    if (outcome.kind === 'waiting') return this.hold();
    if (outcome.kind === 'refused') return changed(outcome);
    const wait = Math.min(RETRY_FIRST * 2 ** this.#fails, RETRY_LAST);
    this.#fails += 1;
    changed({ kind: 'offline', again: timers.now() + wait });
    if (!this.#held) this.#arm(wait);
  }
}
