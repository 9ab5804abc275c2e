import { sql, type Kysely } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { Role } from './policy.ts';
import type { Scope } from './scopes.ts';

export const listApiKeyRowsOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('created_by', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();

export const listApiKeyRows = (tx: Tx) =>
  tx.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').limit(200).execute();

export async function insertApiKey(
  tx: Tx,
  key: {
    id: string;
    institutionId: string;
    name: string;
    role: Role;
    scopes: readonly Scope[] | null;
    endsAt: Temporal.Instant | null;
    hash: string;
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('api_keys')
    .values({
      id: key.id,
      institution_id: key.institutionId,
      name: key.name,
      role: key.role,
      hash: key.hash,
      scopes: key.scopes && [...key.scopes],
      ends_at: key.endsAt?.toString() ?? null,
      created_by: key.by,
      created_at: key.now.toString(),
    })
    .execute();
}

export async function revokeApiKeyRow(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('api_keys')
    .set({ revoked_at: sql`coalesce(revoked_at, ${now.toString()}::timestamptz)` as never })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function touchApiKey(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('api_keys').set({ last_used_at: now.toString() }).where('id', '=', id).execute();
}

type FoundApiKey = {
  id: string;
  institution_id: string;
  role: Role;
  name: string;
  scopes: Scope[] | null;
  ends_at: Temporal.Instant | null;
  last_used_at: Temporal.Instant | null;
};

export async function findApiKeyRow(db: Kysely<Tables>, hash: string): Promise<FoundApiKey | undefined> {
  const { rows } = await sql<FoundApiKey>`
    select id, institution_id, role, name, scopes, ends_at, last_used_at from find_api_key(${hash})`.execute(
    db,
  );
  return rows[0];
}
