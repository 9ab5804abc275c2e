import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { asProblem, networkOf, requireSettings } from './connect-account.ts';
import type { ConnectDeps } from './sessions.ts';
import * as connections from './connection-queries.ts';
import { askAlone } from './enrol-account.ts';
import * as queries from './queries.ts';

/** Long enough for a sign-in with a second factor, short enough that a forgotten tab is worth nothing. */
const MINUTES = 15;

export const hashOf = (state: string): string => createHash('sha256').update(state).digest('hex');

/** Where the network sends people back to; the same for all institutions, because it is registered at the network. */
export const redirectUri = (publicUrl: string, network: string): string =>
  `${publicUrl}/connect/${network}/callback`;

/**
 * Begins to connect an account on the network's own page, and answers the address to go to. The state that the network
 * carries is good once, for this person in this institution, for a quarter of an hour; only its hash is kept. The PKCE
 * verifier and everything that was typed are kept sealed.
 * @throws Problem `account.connection-by-form`, `account.connection-needs-person`, `account.refused`
 */
export async function beginConnection(
  deps: ConnectDeps,
  actor: Actor,
  input: {
    network: string;
    variant: Variant;
    settings: Record<string, string>;
    againId: string | null;
    publicUrl: string;
  },
): Promise<{ id: string; url: string }> {
  permit(actor, 'account.connect');
  const connector = networkOf(deps, input.network);
  const { authorise } = connector;
  if (!authorise) throw new Problem('invalid', 'account.connection-by-form');
  const { personId } = actor;
  if (personId === null) throw new Problem('forbidden', 'account.connection-needs-person');
  requireSettings(connector, input.settings);
  const { againId } = input;
  if (againId !== null) await requireAccount(deps, actor, againId);
  const verifier = randomBytes(48).toString('base64url');
  // The institution stands in front, so that the one who comes back is known to belong there before anything is read.
  const state = `${actor.institutionId}.${randomBytes(32).toString('base64url')}`;
  const door = {
    redirectUri: redirectUri(input.publicUrl, input.network),
    state,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
  };
  const { result } = await askAlone(deps, actor, (context) =>
    authorise.begin(context, input.settings, door),
  ).catch((error: unknown) => {
    throw asProblem(error, input.network);
  });
  const id = newId();
  const now = deps.clock.now();
  const kept = { settings: input.settings, verifier, kept: result.kept };
  await deps.db.within(actor, async (tx) => {
    await connections.forgetConnections(tx, now.subtract({ hours: 24 }));
    await connections.insertConnection(tx, {
      id,
      institution_id: actor.institutionId,
      person_id: personId,
      network: input.network,
      variant: input.variant,
      again_id: againId,
      state_hash: hashOf(state),
      sealed: deps.box.seal(JSON.stringify(kept), id),
      now,
      until: now.add({ minutes: MINUTES }),
    });
  });
  return { id, url: result.url };
}

async function requireAccount(deps: ConnectDeps, actor: Actor, accountId: string): Promise<void> {
  permit(actor, 'account.connect', [accountId]);
  const row = await deps.db.within(actor, (tx) => queries.readAccountRow(tx, accountId));
  if (!row) throw new Problem('not-found', 'account.not-found');
}
