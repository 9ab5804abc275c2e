import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { isDatabaseAway } from './database-away.ts';
import { openDatabase } from './database.ts';

describe('a database that is away', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  const thrown = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => assert.fail('it did not fail'),
      (error: unknown) => error,
    );

  it('is told from a question that it refuses', async () => {
    const wrong = await thrown(sql`select 1 / 0`.execute(database.db.open));
    assert.equal(isDatabaseAway(wrong), false);
    assert.equal(isDatabaseAway(new TypeError('cannot read properties of undefined')), false);
  });

  it('is known by a connection that is cut under a question', async () => {
    const cut = database.db.within({}, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      const sleeping = sql`select pg_sleep(5)`.execute(tx);
      sleeping.catch(() => undefined);
      await database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await sleeping;
    });
    assert.equal(isDatabaseAway(await thrown(cut)), true);
  });

  it('is known by a server that does not answer', async () => {
    const nowhere = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nowhere', poolSize: 1 });
    assert.equal(isDatabaseAway(await thrown(sql`select 1`.execute(nowhere.open))), true);
    await nowhere.close();
  });
});
