import { randomInt } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import { foldForSearch, type Variant } from '#/language/index.ts';
import { CODE_LENGTH, CODE_LETTERS } from '#/language/links/index.ts';
import type { LinkRuleTable, ShortLinkTable } from './tables.ts';

export type LinkRuleRow = Selectable<LinkRuleTable>;
export type ShortLinkRow = Selectable<ShortLinkTable>;

export const readRuleRow = (tx: Tx): Promise<LinkRuleRow | undefined> =>
  tx.selectFrom('link_rules').selectAll().executeTakeFirst();

export const lockRuleRow = (tx: Tx): Promise<LinkRuleRow | undefined> =>
  tx.selectFrom('link_rules').selectAll().forUpdate().executeTakeFirst();

export type RuleFields = Omit<LinkRuleRow, 'institution_id' | 'changed_at' | 'host_checked_at'> & {
  host_checked_at: Temporal.Instant | null;
};

/** False where somebody else has written the first one meanwhile. */
export async function writeRule(
  tx: Tx,
  institutionId: string,
  { host_checked_at: checked, ...rest }: RuleFields,
  now: Temporal.Instant,
): Promise<boolean> {
  const fields = { ...rest, host_checked_at: checked?.toString() ?? null, changed_at: now.toString() };
  const written = await tx
    .insertInto('link_rules')
    .values({ institution_id: institutionId, ...fields })
    .onConflict((conflict) =>
      conflict
        .column('institution_id')
        .doUpdateSet(fields)
        .where('link_rules.revision', '=', rest.revision - 1),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

export async function noteHostChecked(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('link_rules')
    .set((eb) => ({ host_checked_at: at.toString(), revision: eb('revision', '+', 1) }))
    .execute();
}

export const listCodesOf = (tx: Tx, postId: string): Promise<ShortLinkRow[]> =>
  tx.selectFrom('short_links').selectAll().where('post_id', '=', postId).orderBy('code').execute();

export type NewShortLink = {
  institutionId: string;
  postId: string;
  accountId: string;
  variant: Variant;
  target: string;
  now: Temporal.Instant;
};

const searchOf = (code: string, target: string): string =>
  foldForSearch(`${code}\n${target}\n${readable(target)}`);

/** The path in its letters, where it was written in signs: people look for `вијести`, not for `%D0%B2`. */
function readable(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return '';
  }
}

/** A code that nobody has had. Two that are made at once cannot be the same: the second one is made again. */
export async function insertShortLink(tx: Tx, link: NewShortLink): Promise<string> {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(
      '',
    );
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('short_links')
      .values({
        code,
        institution_id: link.institutionId,
        post_id: link.postId,
        account_id: link.accountId,
        variant: link.variant,
        target: link.target,
        search: searchOf(code, link.target),
        created_at: link.now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return code;
  }
}

/** Gives a code that never went out to another link of its post. */
export async function turnShortLink(
  tx: Tx,
  code: string,
  to: { accountId: string; variant: Variant; target: string },
): Promise<void> {
  await tx
    .updateTable('short_links')
    .set({
      account_id: to.accountId,
      variant: to.variant,
      target: to.target,
      search: searchOf(code, to.target),
    })
    .where('code', '=', code)
    .execute();
}

export async function dropShortLinks(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .deleteFrom('short_links')
    .where('code', 'in', [...codes])
    .where('fixed_at', 'is', null)
    .execute();
}

export async function fixRows(tx: Tx, codes: readonly string[], now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('short_links')
    .set({ fixed_at: now.toString() })
    .where('code', 'in', [...codes])
    .where('fixed_at', 'is', null)
    .execute();
}

export async function findChallengedHost(db: Db['open'], challenge: string): Promise<string | null> {
  const { rows } = await sql<{
    host: string | null;
  }>`select short_host_challenge(${challenge}) as host`.execute(db);
  return rows[0]?.host ?? null;
}
