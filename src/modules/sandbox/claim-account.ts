import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { countText } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { upsertAccount, type AccountRow } from './queries.ts';
import { HANDLE, LIMITS, SandboxRefusal, isStorable } from './rules.ts';
import { hashOfRenewToken, makeCode, makeToken, newRenewToken, readCode } from './tokens.ts';

export type SandboxDeps = { db: Db; clock: Clock; secret: string };

/** Tokens of an account, shown once: the database keeps a hash. */
export type SandboxGrant = { account: AccountRow; token: string; renewToken: string };

/** The code with which a person claims accounts for their institution. Good for an hour. */
export function issueCode(deps: Pick<SandboxDeps, 'clock' | 'secret'>, actor: Actor): string {
  permit(actor, 'account.connect');
  return makeCode(deps.secret, actor.institutionId, deps.clock.now());
}

/** The institution that a code speaks for. @throws SandboxRefusal `code-refused` */
export function institutionOfCode(deps: Pick<SandboxDeps, 'clock' | 'secret'>, code: string): string {
  const institutionId = readCode(deps.secret, code, deps.clock.now());
  if (!institutionId) throw new SandboxRefusal('code-refused');
  return institutionId;
}

/**
 * Makes an account, or claims one of the same institution again: then its old tokens die and its posts stay.
 * @throws SandboxRefusal `handle-invalid`, `handle-taken`, `code-refused`, `invalid`
 */
export async function claimAccount(
  deps: SandboxDeps,
  institutionId: string,
  wanted: { handle: string; displayName: string },
): Promise<SandboxGrant & { isNew: boolean }> {
  if (!HANDLE.test(wanted.handle)) throw new SandboxRefusal('handle-invalid');
  const given = wanted.displayName.trim();
  if (!isStorable(given) || countText(given, 'graphemes') > LIMITS.displayName)
    throw new SandboxRefusal('invalid');
  const now = deps.clock.now();
  const renewToken = newRenewToken();
  return deps.db.within({ institutionId }, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    // A code outlives its institution where a back-up from before it was restored.
    if (!institution) throw new SandboxRefusal('code-refused');
    const claimed = await upsertAccount(tx, {
      id: newId(),
      institution_id: institutionId,
      handle: wanted.handle,
      display_name: given || (Object.values(institution.names)[0] ?? wanted.handle),
      token_hash: hashOfRenewToken(renewToken),
      now,
    });
    if (!claimed) throw new SandboxRefusal('handle-taken');
    return { account: claimed.row, isNew: claimed.isNew, token: makeToken(renewToken, now), renewToken };
  });
}
