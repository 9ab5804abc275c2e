import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../tests/helpers/database.ts';
import { openPool } from './open-pool.ts';

test('a cut connection is reported, lent out or idle, and the pool goes on', async () => {
  await using database = await testDatabase();
  const lost: string[] = [];
  const pool = openPool({ connectionString: database.ownerUrl, max: 2 }, ({ message }) => lost.push(message));
  const cut = async (pid: number) => {
    await database.owner.query('select pg_terminate_backend($1, 5000)', [pid]);
    for (let turn = 0; turn < 100 && lost.length === 0; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.match(lost.splice(0).at(0) ?? 'nothing was reported', /terminat/);
  };
  const pidOf = `select pg_backend_pid() as pid`;

  const lent = await pool.connect();
  await cut((await lent.query<{ pid: number }>(pidOf)).rows[0]!.pid);
  lent.release(true);
  await cut((await pool.query<{ pid: number }>(pidOf)).rows[0]!.pid);
  assert.equal((await pool.query('select 1')).rowCount, 1);
  await pool.end();
});
