import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that one connection keeps prepared. What comes after these is parsed anew each time, as without a name. */
const MOST = 200;
/** Longer texts are lists of many values: each is another statement, and none comes twice. */
const LONGEST = 4000;

/**
 * A connection that prepares what it is asked with values, so that PostgreSQL parses and plans a statement once. The
 * engine asks the same dozen for every delivery, and most of its time was planning.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  // The library's own signature has a dozen overloads; only the one with a text and values is changed.
  override query(...args: never[]): never {
    const [text, values, ...rest] = args as unknown[];
    const query = super.query.bind(this) as (...all: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args);
    const name = this.#nameOf(text);
    return name === undefined ? query(...args) : query({ name, text, values }, ...rest);
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || text.length > LONGEST || this.#names.size >= MOST) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    this.#names.set(text, name);
    return name;
  }
}
