import { findByTokenHash, readAccount, type AccountRow } from './queries.ts';
import { SandboxRefusal } from './rules.ts';
import { hashOfRenewToken, isSecret, makeToken, readToken } from './tokens.ts';
import type { SandboxDeps, SandboxGrant } from './claim-account.ts';

/** Who sends a request to the practice network. */
export type SandboxHolder = { accountId: string; institutionId: string; handle: string };

type Deps = Pick<SandboxDeps, 'db' | 'clock'>;

/** The account that a token for use belongs to. @throws SandboxRefusal `token-unknown|-expired|-revoked` */
export async function holderOfToken(deps: Deps, token: string): Promise<SandboxHolder> {
  const read = readToken(token, deps.clock.now());
  if (!read) throw new SandboxRefusal('token-unknown');
  const holder = await find(deps, read.hash);
  if (read.isExpired) throw new SandboxRefusal('token-expired');
  return holder;
}

/** The account that a renew token belongs to. @throws SandboxRefusal `token-unknown`, `token-revoked` */
export async function holderOfRenewToken(deps: Deps, renewToken: string): Promise<SandboxHolder> {
  if (!isSecret(renewToken)) throw new SandboxRefusal('token-unknown');
  return find(deps, hashOfRenewToken(renewToken));
}

/** A fresh token from the renew token. Earlier ones stay good until their time is over. */
export async function renewSession(
  deps: Deps,
  holder: SandboxHolder,
  renewToken: string,
): Promise<SandboxGrant> {
  const account = await accountOf(deps, holder);
  return { account, token: makeToken(renewToken, deps.clock.now()), renewToken };
}

export const accountOf = (deps: Pick<SandboxDeps, 'db'>, holder: SandboxHolder): Promise<AccountRow> =>
  deps.db.within(holder, (tx) => readAccount(tx, holder.accountId));

async function find(deps: Deps, hash: string): Promise<SandboxHolder> {
  const row = await findByTokenHash(deps.db.open, hash);
  if (!row) throw new SandboxRefusal('token-revoked');
  return { accountId: row.id, institutionId: row.institution_id, handle: row.handle };
}
