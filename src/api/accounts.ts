import { operations, type Account } from '#/contract/index.ts';
import type { Tx } from '#/db/database.ts';
import type { Registry } from '#/connectors/registry.ts';
import { Problem } from '#/kernel/errors.ts';
import {
  assignOwners,
  beginConnection,
  chooseAccount,
  connectAccount,
  diagnoseAccount,
  findAccount,
  getConnection,
  limitsOf,
  listAccounts,
  namesOfOwners,
  retireAccount,
  type AccountRow,
  type ConnectDeps,
} from '#/modules/accounts/index.ts';
import { may, permitAny, type Actor } from '#/modules/people/index.ts';
import { accountsSentTo } from '#/modules/posts/index.ts';
import { qualified, type NetworkWords } from './network-words.ts';
import { instant, instantOrNull, person, presentLimits, presentNetwork } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

const READING = ['account.read', 'account.read-sent'] as const;

type Say = ApiRequest['say'];
/** An account with the names of those who answer for it. */
type Named = { row: AccountRow; names: Map<string, string> };
type Deps = ConnectDeps & {
  registry: Registry;
  networkWords: NetworkWords;
  /** The address people type: where networks send them back to. */
  url: string;
};

/** Networks that can be connected, and the official accounts. */
export function mountAccounts(api: ApiRouter, deps: Deps): void {
  mountLists(api, deps);
  mountConnecting(api, deps);
  mountCare(api, deps);
}

function mountLists(api: ApiRouter, deps: Deps): void {
  api.on(operations.listNetworks, async ({ actor, variant }) => {
    permitAny(actor, READING);
    const items = deps.registry
      .manifests()
      .map((manifest) => presentNetwork(manifest, deps.networkWords, variant, deps.url));
    return { body: { items } };
  });
  api.on(operations.listAccounts, async ({ actor, say }) => {
    permitAny(actor, READING);
    return deps.db.within(actor, async (tx) => {
      // One whose connector was taken out stays in the register, with no limits to show.
      const known = (await listAccounts(tx)).filter((row) => deps.registry.has(row.network));
      const rows = may(actor, 'account.read') ? known : await ofSentPosts(tx, actor, known);
      const names = await namesOfOwners(tx, rows);
      return { body: { items: rows.map((row) => present(deps, { row, names }, say)) } };
    });
  });
}

/** Whoever is only asked about posts sees where these go. */
async function ofSentPosts(tx: Tx, actor: Actor, rows: AccountRow[]): Promise<AccountRow[]> {
  if (actor.personId === null) return [];
  const sent = await accountsSentTo(tx, actor.personId);
  return rows.filter(({ id }) => sent.has(id));
}

function mountConnecting(api: ApiRouter, deps: Deps): void {
  api.on(operations.connectAccount, async ({ actor, body, say }) => {
    const id = await connectAccount(deps, actor, body);
    return { body: await read(deps, actor, id, say), status: 201 };
  });
  api.on(operations.beginConnection, async ({ actor, body }) => {
    const { accountId, ...input } = body;
    const begun = await beginConnection(deps, actor, { ...input, againId: accountId, publicUrl: deps.url });
    return { body: begun, status: 201 };
  });
  api.on(operations.getConnection, async ({ actor, params, say }) => {
    const { reason, ...view } = await getConnection(deps, actor, params.connectionId);
    const reasonText = reason && say(qualified(view.network, reason.code), reason.params);
    return { body: { ...view, reasonText } };
  });
  api.on(operations.chooseAccount, async ({ actor, params, body, say }) => {
    const id = await chooseAccount(deps, actor, params.connectionId, body.networkId);
    return { body: await read(deps, actor, id, say) };
  });
}

function mountCare(api: ApiRouter, deps: Deps): void {
  api.on(operations.diagnoseAccount, async ({ actor, params, say, variant }) => {
    const { network, diagnosis } = await diagnoseAccount(deps, actor, params.accountId);
    const checks = diagnosis.checks.map((check) => ({
      state: check.state,
      label: deps.networkWords.find(network, `checks.${check.code}`, variant) ?? check.code,
      reason: check.reason ? say(qualified(network, check.reason.code), check.reason.params) : null,
    }));
    return { body: { checks } };
  });
  api.on(operations.assignOwners, async ({ actor, params, body, say }) => {
    await assignOwners(deps, actor, params.accountId, body);
    return { body: await read(deps, actor, params.accountId, say) };
  });
  api.on(operations.retireAccount, async ({ actor, params, say }) => {
    await retireAccount(deps, actor, params.accountId);
    return { body: await read(deps, actor, params.accountId, say) };
  });
}

const present = (deps: Deps, { row, names }: Named, say: Say): Account => ({
  id: row.id,
  network: row.network,
  handle: row.handle,
  displayName: row.display_name,
  url: row.url,
  variant: row.variant,
  limits: presentLimits(limitsOf(row, deps.registry.get(row.network).manifest)),
  state: row.state,
  reason: row.state_reason,
  reasonText: row.state_reason
    ? say(qualified(row.network, row.state_reason.code), row.state_reason.params)
    : null,
  owner: person(row.owner_id, names.get(row.owner_id ?? '')),
  secondOwner: person(row.second_owner_id, names.get(row.second_owner_id ?? '')),
  connectedAt: instant(row.connected_at),
  checkedAt: instantOrNull(row.checked_at ?? null),
  endsAt: instantOrNull(row.grant_ends_at ?? null),
});

async function read(deps: Deps, actor: Actor, id: string, say: Say): Promise<Account> {
  return deps.db.within(actor, async (tx) => {
    const row = await findAccount(tx, id);
    if (!row) throw new Problem('not-found', 'account.not-found');
    return present(deps, { row, names: await namesOfOwners(tx, [row]) }, say);
  });
}
