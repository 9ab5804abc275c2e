import { Kysely, PostgresDialect, sql, type ColumnType, type Transaction } from 'kysely';
import pg from 'pg';
import { openPool } from './open-pool.ts';
import { PreparingClient } from './preparing-client.ts';

/**
 * Every module merges the tables it owns into this interface from its `tables.ts`, so that each query is
 * typed and this room needs to know none of them.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface Tables {}

/** A jsonb column: read as a value, written as its JSON text (an array given to pg as such becomes an array of SQL). */
export type Jsonb<T> = ColumnType<T, string, string>;
/** A timestamptz column: read as an Instant, written as ISO 8601. */
export type Timestamp = ColumnType<Temporal.Instant, string, string>;
export type NullableTimestamp = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;

export type Tx = Transaction<Tables>;

/** Whose rows a transaction may touch. Row-level security reads both from the session. */
export type Scope = { institutionId?: string | null; personId?: string | null };

export type Db = {
  /** The only way to the rows of a tenant: one transaction, with institution and person set for its length. */
  within<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Outside any tenant: sees what belongs to everybody, and no row of an institution. */
  open: Kysely<Tables>;
  pool: pg.Pool;
  close(): Promise<void>;
};

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as never,
};

export type DatabaseOptions = { url: string; poolSize: number; onError?: (error: Error) => void };

/** Connects as the restricted role. A broken idle connection is reported, and replaced by the pool. */
export function openDatabase(options: DatabaseOptions): Db {
  const pool = openPool(
    {
      Client: PreparingClient,
      connectionString: options.url,
      max: options.poolSize,
      types,
      application_name: 'glasnik',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    },
    options.onError,
  );
  const open = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    open,
    pool,
    within: (scope, work) =>
      open.transaction().execute(async (tx) => {
        await enterScope(tx, scope);
        return work(tx);
      }),
    close: async () => {
      await open.destroy();
      // Kysely ends the pool only if it has asked something itself.
      if (!pool.ended) await pool.end();
    },
  };
}

/** The same database for use cases that shall be part of a transaction under way: all of them stand, or none. */
export const joined = (db: Db, tx: Tx): Db => ({ ...db, within: (_scope, work) => work(tx) });

/** Sets the tenant for what is left of this transaction. */
export async function enterScope(tx: Tx, scope: Scope): Promise<void> {
  await sql`select set_config('glasnik.institution', ${scope.institutionId ?? ''}, true),
                   set_config('glasnik.person', ${scope.personId ?? ''}, true)`.execute(tx);
}
