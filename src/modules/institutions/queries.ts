import type { Kysely, Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { GlossaryEntry } from '#/language/index.ts';
import type { InstitutionTable } from './tables.ts';

export type InstitutionRow = Selectable<InstitutionTable>;
type Reader = Kysely<Tables> | Tx;

/** Who the institutions are is public, so these three need no tenant. */
export const findInstitution = (db: Reader, id: string): Promise<InstitutionRow | undefined> =>
  db.selectFrom('institutions').selectAll().where('id', '=', id).executeTakeFirst();

export const findInstitutionBySlug = (db: Reader, slug: string): Promise<InstitutionRow | undefined> =>
  db.selectFrom('institutions').selectAll().where('slug', '=', slug).executeTakeFirst();

export const listInstitutions = (db: Reader): Promise<InstitutionRow[]> =>
  db.selectFrom('institutions').selectAll().orderBy('slug').limit(500).execute();

export const lockInstitution = (tx: Tx, id: string): Promise<InstitutionRow | undefined> =>
  tx.selectFrom('institutions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type InstitutionFields = Pick<
  InstitutionRow,
  | 'names'
  | 'short_names'
  | 'descriptions'
  | 'colour'
  | 'logo_media_id'
  | 'time_zone'
  | 'contact'
  | 'ask_late_after_hours'
  | 'glossary'
>;

const written = (fields: InstitutionFields) => ({
  names: JSON.stringify(fields.names),
  short_names: JSON.stringify(fields.short_names),
  descriptions: JSON.stringify(fields.descriptions),
  colour: fields.colour,
  logo_media_id: fields.logo_media_id,
  time_zone: fields.time_zone,
  contact: JSON.stringify(fields.contact),
  ask_late_after_hours: fields.ask_late_after_hours,
  glossary: JSON.stringify(fields.glossary),
});

export async function insertInstitution(
  tx: Tx,
  institution: InstitutionFields & { id: string; slug: string; isDemo: boolean; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('institutions')
    .values({
      id: institution.id,
      slug: institution.slug,
      ...written(institution),
      is_demo: institution.isDemo,
      revision: 1,
      created_at: institution.now.toString(),
      updated_at: institution.now.toString(),
    })
    .execute();
}

export async function updateInstitution(
  tx: Tx,
  id: string,
  fields: InstitutionFields,
  revision: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('institutions')
    .set({ ...written(fields), revision, updated_at: now.toString() })
    .where('id', '=', id)
    .execute();
}

/** Without a new revision: whoever edits names and contact at this moment must not lose them to a taught word. */
export async function updateGlossary(
  tx: Tx,
  id: string,
  glossary: readonly GlossaryEntry[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('institutions')
    .set({ glossary: JSON.stringify(glossary), updated_at: now.toString() })
    .where('id', '=', id)
    .execute();
}
