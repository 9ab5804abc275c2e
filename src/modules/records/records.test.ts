import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '#/kernel/ids.ts';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { linkActs, record, verifyChain } from './index.ts';

describe('the record', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  const write = async (house: TestInstitution, count: number) => {
    const actor = house.actor('editor');
    for (let n = 0; n < count; n += 1) {
      await database.db.within(actor, (tx) =>
        record(tx, actor, Temporal.Now.instant(), {
          kind: 'post.saved',
          subjectType: 'post',
          subjectId: newId(),
          version: n,
          detail: { text: 'čćžšđ', n, nested: { b: 1, a: [null, true] } },
        }),
      );
    }
  };
  const linkAll = async () => {
    while ((await linkActs(database.db.open, 100)) > 0);
  };
  const verify = (house: TestInstitution) =>
    database.db.within({ institutionId: house.id }, (tx) => verifyChain(tx, house.id));
  /** As somebody with the keys of the database would: past the trigger that refuses. */
  const tamper = async (statement: string, values: unknown[]) => {
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(statement, values);
    await client.query('commit');
    client.release();
  };

  test('holds after many writers at once, one chain for each institution', async () => {
    const houses = await Promise.all([1, 2, 3].map(() => addInstitution(database, ['editor'])));
    await Promise.all(houses.flatMap((house) => [write(house, 20), write(house, 20), linkAll()]));
    await linkAll();
    for (const house of houses) {
      // And the one act that gave the editor their role.
      assert.deepEqual(await verify(house), { acts: 41, waiting: 0, broken: null });
    }
  });

  test('counts the acts of the last moment that have no link yet', async () => {
    const house = await addInstitution(database, ['editor']);
    await linkAll();
    await write(house, 2);
    assert.deepEqual(await verify(house), { acts: 1, waiting: 2, broken: null });
  });

  test('is written with the act or not at all', async () => {
    const house = await addInstitution(database, ['editor']);
    const actor = house.actor('editor');
    await assert.rejects(
      database.db.within(actor, async (tx) => {
        await record(tx, actor, Temporal.Now.instant(), {
          kind: 'post.saved',
          subjectType: 'post',
          subjectId: 'x',
        });
        throw new Error('the act fails');
      }),
    );
    await linkAll();
    assert.equal((await verify(house)).acts, 1);
  });

  test('cannot be changed or emptied, by the app or by the owner', async () => {
    await assert.rejects(database.db.pool.query(`update acts set kind = 'x'`), /permission denied/);
    await assert.rejects(database.db.pool.query(`delete from act_links`), /permission denied/);
    await assert.rejects(database.owner.query(`update acts set kind = 'x'`), /never changed/);
    await assert.rejects(database.owner.query(`delete from acts`), /never changed/);
    await assert.rejects(database.owner.query(`truncate act_links`), /never changed/);
  });

  test('one byte changed in the database is found, and the first broken link is named', async () => {
    const house = await addInstitution(database, ['editor']);
    await write(house, 10);
    await linkAll();
    const { rows } = await database.owner.query<{ act_id: string }>(
      'select act_id from act_links where institution_id = $1 and no = 6',
      [house.id],
    );
    const actId = rows[0]?.act_id;
    await tamper(`update acts set detail = jsonb_set(detail, '{text}', '"čćžšd"') where id = $1`, [actId]);
    assert.deepEqual((await verify(house)).broken, { no: 6, actId, fault: 'act-changed' });
  });

  test('an act taken away, a link taken away, a link changed and an act slipped in are each named', async () => {
    const cases: [string, string][] = [
      [
        `delete from acts where id = (select act_id from act_links where institution_id = $1 and no = 4)`,
        'act-missing',
      ],
      [`delete from act_links where institution_id = $1 and no = 4`, 'link-missing'],
      [`update act_links set hash = sha256('x') where institution_id = $1 and no = 4`, 'link-changed'],
      [
        `insert into acts select gen_random_uuid(), institution_id, person_id, via, kind, subject_type, subject_id, version,
           detail, request_id, at, hash from acts where institution_id = $1 limit 1`,
        'act-unlinked',
      ],
    ];
    for (const [statement, fault] of cases) {
      const house = await addInstitution(database, ['editor']);
      await write(house, 6);
      await linkAll();
      await tamper(statement, [house.id]);
      assert.equal((await verify(house)).broken?.fault, fault);
    }
  });
});
