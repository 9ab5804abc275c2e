import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { ProviderTable } from './tables.ts';

export type Selected<Table> = Selectable<Table>;
type Provider = Selected<ProviderTable>;

export const listProviderRows = (tx: Tx): Promise<Provider[]> =>
  tx.selectFrom('sign_in_providers').selectAll().orderBy('name').orderBy('id').execute();

export const readProviderRow = (tx: Tx, id: string): Promise<Provider | undefined> =>
  tx.selectFrom('sign_in_providers').selectAll().where('id', '=', id).executeTakeFirst();

export type ProviderFields = Pick<
  Provider,
  | 'kind'
  | 'name'
  | 'domains'
  | 'issuer'
  | 'client_id'
  | 'client_secret'
  | 'entry_point'
  | 'certificates'
  | 'groups_claim'
  | 'role_mapping'
  | 'vouches'
>;

const written = (fields: ProviderFields, now: Temporal.Instant) => ({
  ...fields,
  role_mapping: JSON.stringify(fields.role_mapping) as never,
  updated_at: now.toString(),
});

/** @returns false where the id is taken */
export async function insertProvider(
  tx: Tx,
  provider: { id: string; institutionId: string; fields: ProviderFields; now: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_in_providers')
    .values({
      id: provider.id,
      institution_id: provider.institutionId,
      created_at: provider.now.toString(),
      revision: 1,
      ...written(provider.fields, provider.now),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateProvider(
  tx: Tx,
  id: string,
  fields: ProviderFields,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('sign_in_providers')
    .set({ ...written(fields, now), revision: sql`revision + 1` as never })
    .where('id', '=', id)
    .execute();
}

export async function deleteProvider(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('sign_in_providers').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The institution of a directory; asked before anybody is signed in. */
export async function findProviderHouse(db: Kysely<Tables>, id: string): Promise<string | null> {
  const { rows } = await sql<{ house: string | null }>`select find_sign_in_provider(${id}) as house`.execute(
    db,
  );
  return rows[0]?.house ?? null;
}

export async function listOffers(
  db: Kysely<Tables>,
  domain: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from sign_in_offers(${domain})`.execute(db);
  return rows;
}

export const readRuleRow = (tx: Tx, institutionId: string) =>
  tx.selectFrom('sign_in_rules').selectAll().where('institution_id', '=', institutionId).executeTakeFirst();

export async function writeRule(
  tx: Tx,
  rule: { institutionId: string; secondFactorFrom: Temporal.Instant | null; now: Temporal.Instant },
): Promise<void> {
  const fields = {
    second_factor_from: rule.secondFactorFrom?.toString() ?? null,
    updated_at: rule.now.toString(),
  };
  await tx
    .insertInto('sign_in_rules')
    .values({ institution_id: rule.institutionId, revision: 1, ...fields })
    .onConflict((conflict) =>
      conflict
        .column('institution_id')
        .doUpdateSet({ ...fields, revision: sql`sign_in_rules.revision + 1` as never }),
    )
    .execute();
}

export type SessionRow = {
  strong: boolean;
  provider_id: string | null;
  /** Null where no directory of this institution opened the session. */
  vouches: boolean | null;
  has_factor: boolean;
  second_factor_from: Temporal.Instant | null;
};

/** A session as this institution sees it: a directory of another one is behind the wall. */
export async function readSessionRow(
  tx: Tx,
  session: { institutionId: string; personId: string; sessionId: string },
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.strong, s.provider_id, provider.vouches, rule.second_factor_from,
      coalesce(person.two_factor_enabled, false)
        or exists (select 1 from passkeys where passkeys.person_id = person.id) as has_factor
    from sessions s join people person on person.id = s.person_id
      left join sign_in_providers provider on provider.id = s.provider_id
      left join sign_in_rules rule on rule.institution_id = ${session.institutionId}
    where s.id = ${session.sessionId} and s.person_id = ${session.personId}`.execute(tx);
  return rows[0];
}
