import { operations, type Account } from '#/contract/index.ts';
import type { Registry } from '#/connectors/registry.ts';
import { Problem } from '#/kernel/errors.ts';
import {
  connectAccount,
  diagnoseAccount,
  findAccount,
  listAccounts,
  retireAccount,
  type AccountRow,
  type ConnectDeps,
} from '#/modules/accounts/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { qualified, type NetworkWords } from './network-words.ts';
import { instant, instantOrNull, presentLimits, presentNetwork } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = ConnectDeps & { registry: Registry; networkWords: NetworkWords };

/** Networks that can be connected, and the official accounts. */
export function mountAccounts(api: ApiRouter, deps: Deps): void {
  const present = (
    row: AccountRow,
    say: (code: string, params?: Record<string, string | number>) => string,
  ): Account => ({
    id: row.id,
    network: row.network,
    handle: row.handle,
    displayName: row.display_name,
    url: row.url,
    variant: row.variant,
    limits: presentLimits(row.limits ?? deps.registry.get(row.network).manifest.limits),
    state: row.state,
    reason: row.state_reason,
    reasonText: row.state_reason
      ? say(qualified(row.network, row.state_reason.code), row.state_reason.params)
      : null,
    connectedAt: instant(row.connected_at),
    checkedAt: instantOrNull(row.checked_at ?? null),
  });
  const read = async (actor: Actor, id: string) => {
    const row = await deps.db.within(actor, (tx) => findAccount(tx, id));
    if (!row) throw new Problem('not-found', 'account.not-found');
    return row;
  };
  api.on(operations.listNetworks, async ({ actor, variant }) => {
    permit(actor, 'account.read');
    const items = deps.registry
      .manifests()
      .map((manifest) => presentNetwork(manifest, deps.networkWords, variant));
    return { body: { items } };
  });
  api.on(operations.listAccounts, async ({ actor, say }) => {
    permit(actor, 'account.read');
    const rows = await deps.db.within(actor, (tx) => listAccounts(tx));
    // One whose connector was taken out stays in the register, with no limits to show.
    return {
      body: { items: rows.filter((row) => deps.registry.has(row.network)).map((row) => present(row, say)) },
    };
  });
  api.on(operations.connectAccount, async ({ actor, body, say }) => {
    const id = await connectAccount(deps, actor, body);
    return { body: present(await read(actor, id), say), status: 201 };
  });
  api.on(operations.diagnoseAccount, async ({ actor, params, say, variant }) => {
    const { network, diagnosis } = await diagnoseAccount(deps, actor, params.accountId);
    const checks = diagnosis.checks.map((check) => ({
      state: check.state,
      label: deps.networkWords.find(network, `checks.${check.code}`, variant) ?? check.code,
      reason: check.reason ? say(qualified(network, check.reason.code), check.reason.params) : null,
    }));
    return { body: { checks } };
  });
  api.on(operations.retireAccount, async ({ actor, params, say }) => {
    await retireAccount(deps, actor, params.accountId);
    return { body: present(await read(actor, params.accountId), say) };
  });
}
