import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/ids.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { addInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase } from '../../../tests/helpers/database.ts';
import { resealSessions } from './reseal-sessions.ts';
import { openSession, sealSession } from './sealed-session.ts';

test('sessions are sealed with the new key, after which the old one is not needed', async () => {
  await using database = await testDatabase();
  const house = await addInstitution(database, ['editor']);
  const [old, lost, both, fresh] = [['old'], ['lost'], ['new', 'old'], ['new']].map(
    (keys) => new SecretBox(keys),
  );
  const add = async (box: SecretBox) => {
    const id = newId();
    await database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant,
         session_sealed, state, connected_at) values ($1::uuid, $2, 'sandbox', $1::uuid::text, 'h', 'd', '', 'bs', $3, 'connected', now())`,
      [id, house.id, sealSession(box, id, { token: 'abc' })],
    );
    return id;
  };
  const [account, unreadable] = [await add(old!), await add(lost!)];
  const deps = { db: database.db, box: both! };
  assert.deepEqual(await resealSessions(deps, house.id), { resealed: 1, unreadable: 1 });
  assert.deepEqual(await resealSessions(deps, house.id), { resealed: 0, unreadable: 1 });
  const { rows } = await database.owner.query<{ id: string; session_sealed: string }>(
    'select id, session_sealed from accounts',
  );
  const row = (id: string) => rows.find((found) => found.id === id)!;
  assert.deepEqual(openSession(fresh!, row(account)), { token: 'abc' });
  assert.deepEqual(openSession(lost!, row(unreadable)), { token: 'abc' });
});
