import { createHash } from 'node:crypto';
import type { Db } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { FetchFault, type SafeFetch } from '#/kernel/safe-fetch.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { findChallengedHost, lockRuleRow, noteHostChecked, readRuleRow } from './queries.ts';
import type { LinkDeps } from './change-rule.ts';
import { readLinkRule, type ReadRule } from './read-rule.ts';

/** What this Glasnik answers at the address of a challenge, under the name by which it was asked. */
export const challengeAnswer = (challenge: string, host: string): string =>
  `glasnik ${createHash('sha256').update(`${challenge} ${host}`).digest('hex')}`;

/** For whoever asks at that address; null where nobody waits for it. */
export async function answerChallenge(
  deps: { db: Db },
  challenge: string,
  host: string,
): Promise<string | null> {
  if (!/^[0-9a-f]{48}$/u.test(challenge)) return null;
  return (await findChallengedHost(deps.db.open, challenge)) === null
    ? null
    : challengeAnswer(challenge, host);
}

/**
 * Asks the institution's own host for a number that only this Glasnik knows. From then on new short addresses begin with
 * it, and no other institution can have it.
 * @throws Problem `links.no-host`; `links.host-away`, `links.host-other`, `links.host-renamed`; `links.host-taken`
 */
export async function checkShortHost(deps: LinkDeps & { fetch: SafeFetch }, actor: Actor): Promise<ReadRule> {
  permit(actor, 'link.configure');
  const row = await deps.db.within(actor, readRuleRow);
  if (!row?.host || !row.challenge) throw new Problem('conflict', 'links.no-host');
  const { host, challenge } = row;
  await ask(deps, host, challenge);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const held = await lockRuleRow(tx);
    if (held?.challenge !== challenge) throw new Problem('changed', 'links.changed');
    await noteHostChecked(tx, now).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw new Problem('conflict', 'links.host-taken', { params: { host }, cause: error });
    });
    await record(tx, actor, now, {
      kind: 'links.host-checked',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      detail: { host },
    });
    return readLinkRule(tx, actor, deps.url);
  });
}

const UNIQUE_VIOLATION = '23505';

async function ask(
  { fetch, url }: { fetch: SafeFetch; url: string },
  host: string,
  challenge: string,
): Promise<void> {
  const address = `${new URL(url).protocol}//${host}/l/check/${challenge}`;
  let said: string;
  try {
    const answer = await fetch(address, { headers: { accept: 'text/plain', 'user-agent': 'Glasnik' } });
    said = answer.ok ? (await answer.text()).trim() : '';
    if (!answer.ok) await answer.body?.cancel();
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    const code = error.code === 'too-many-redirects' ? 'links.host-other' : 'links.host-away';
    throw new Problem('conflict', code, { params: { host, cause: error.code }, cause: error });
  }
  if (said === challengeAnswer(challenge, host)) return;
  // It came to us, under another name: the server in front does not pass on the one that was asked for.
  const renamed = said.startsWith('glasnik ') && said === challengeAnswer(challenge, new URL(url).host);
  throw new Problem('conflict', renamed ? 'links.host-renamed' : 'links.host-other', { params: { host } });
}
