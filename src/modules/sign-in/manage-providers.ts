import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Directory, Finding, Provider } from './directory.ts';
import { mayBePlain } from './oidc.ts';
import * as queries from './queries.ts';
import { readMetadata } from './read-metadata.ts';
import type { GroupRoles } from './tables.ts';

export type ManageDeps = {
  db: Db;
  clock: Clock;
  box: SecretBox;
  fetch: SafeFetch;
  allowPrivate: readonly string[];
};

type Common = {
  name: string;
  domains: string[];
  groupsClaim: string;
  roleMapping: GroupRoles[];
  vouches: boolean;
};
/** Secret and metadata may be left out of a change: then what is kept stays. */
export type ProviderInput = Common &
  (
    | { kind: 'oidc'; issuer: string; clientId: string; clientSecret?: string | undefined }
    | { kind: 'saml'; metadata?: string | undefined }
  );

/**
 * Only a person: a key that could add a directory could sign in as whoever it likes.
 * @throws Problem `permission.missing`, `sign-in.by-person`
 */
export function permitManaging(actor: Actor): void {
  permit(actor, 'sign-in.manage');
  if (actor.personId === null) throw new Problem('forbidden', 'sign-in.by-person');
}

export async function listProviders(tx: Tx, actor: Actor): Promise<Provider[]> {
  permit(actor, 'sign-in.read');
  return queries.listProviderRows(tx);
}

/** @throws Problem `sign-in.provider-not-found` */
export async function readProvider(tx: Tx, id: string): Promise<Provider> {
  const provider = await queries.readProviderRow(tx, id);
  if (!provider) throw new Problem('not-found', 'sign-in.provider-not-found');
  return provider;
}

/** @throws Problem `sign-in.added-already` where the id is taken: the same was sent twice */
export async function addProvider(
  deps: ManageDeps,
  actor: Actor,
  input: ProviderInput & { id?: string | undefined },
): Promise<string> {
  permitManaging(actor);
  const id = input.id ?? newId();
  const fields = await fieldsOf(deps, id, input, null);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const added = await queries.insertProvider(tx, { id, institutionId: actor.institutionId, fields, now });
    if (!added) throw new Problem('conflict', 'sign-in.added-already');
    await recordProvider(tx, actor, now, 'sign-in.provider-added', id, fields);
  });
  return id;
}

/** @throws Problem `sign-in.changed` where somebody was quicker */
export async function changeProvider(
  deps: ManageDeps,
  actor: Actor,
  id: string,
  version: number,
  input: ProviderInput,
): Promise<void> {
  permitManaging(actor);
  // Outside of the transaction, since it may ask another machine.
  const before = await deps.db.within(actor, (tx) => readProvider(tx, id));
  if (before.kind !== input.kind) throw new Problem('conflict', 'sign-in.other-kind');
  const fields = await fieldsOf(deps, id, input, before);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { revision } = await readProvider(tx, id);
    if (revision !== version) throw new Problem('changed', 'sign-in.changed');
    await queries.updateProvider(tx, id, fields, now);
    await recordProvider(tx, actor, now, 'sign-in.provider-changed', id, fields);
  });
}

/** Its sessions end at once; roles that its groups gave stay, as if given by hand. */
export async function removeProvider(
  deps: Pick<ManageDeps, 'db' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<void> {
  permitManaging(actor);
  await deps.db.within(actor, async (tx) => {
    const provider = await readProvider(tx, id);
    await queries.deleteProvider(tx, id);
    await recordProvider(tx, actor, deps.clock.now(), 'sign-in.provider-removed', id, provider);
  });
}

/** What is wrong with a directory, found out now. */
export async function testProvider(
  deps: { db: Db; directories: Record<Provider['kind'], Directory> },
  actor: Actor,
  id: string,
): Promise<Finding[]> {
  permitManaging(actor);
  const provider = await deps.db.within(actor, (tx) => readProvider(tx, id));
  const findings = await deps.directories[provider.kind].test(provider);
  const mapped = provider.role_mapping.some(({ roles }) => roles.length > 0);
  return [
    ...findings,
    mapped
      ? { step: 'groups', state: 'good', code: 'sign-in-test.groups-good' }
      : { step: 'groups', state: 'warning', code: 'sign-in-test.groups-none' },
  ];
}

async function fieldsOf(
  deps: ManageDeps,
  id: string,
  input: ProviderInput,
  before: Provider | null,
): Promise<queries.ProviderFields> {
  const common = {
    name: input.name,
    domains: [...new Set(input.domains.map((domain) => domain.toLowerCase()))],
    groups_claim: input.groupsClaim,
    role_mapping: input.roleMapping,
    vouches: input.vouches,
  };
  if (input.kind === 'oidc') {
    return {
      ...common,
      kind: 'oidc',
      issuer: checkedIssuer(input.issuer, deps.allowPrivate),
      client_id: input.clientId,
      client_secret: input.clientSecret
        ? deps.box.seal(input.clientSecret, id)
        : (before?.client_secret ?? null),
      entry_point: null,
      certificates: [],
    };
  }
  const told = input.metadata?.trim() ? await readMetadata(deps.fetch, input.metadata) : null;
  if (!told && !before) throw faultAt('/metadata', 'field.required');
  return {
    ...common,
    kind: 'saml',
    issuer: told?.issuer ?? before?.issuer ?? '',
    entry_point: told?.entryPoint ?? before?.entry_point ?? '',
    certificates: told?.certificates ?? before?.certificates ?? [],
    client_id: null,
    client_secret: null,
  };
}

const faultAt = (path: string, code: string) =>
  new Problem('invalid', 'input.invalid', { faults: [{ path, code }] });

/** People paste the address of the description as well as that of the issuer. */
function checkedIssuer(given: string, allowPrivate: readonly string[]): string {
  const text = given.trim().replace(/\/\.well-known\/openid-configuration\/?$/, '');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && !mayBePlain(url, allowPrivate))) {
    throw faultAt('/issuer', 'sign-in.issuer-not-https');
  }
  return text;
}

async function recordProvider(
  tx: Tx,
  actor: Actor,
  now: Temporal.Instant,
  kind: string,
  id: string,
  { name, issuer, domains, role_mapping, vouches }: queries.ProviderFields,
): Promise<void> {
  await record(tx, actor, now, {
    kind,
    subjectType: 'sign-in-provider',
    subjectId: id,
    detail: { name, issuer, domains, roleMapping: role_mapping, vouches },
  });
}
