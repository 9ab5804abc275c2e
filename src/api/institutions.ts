import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { changeInstitution, findInstitution } from '#/modules/institutions/index.ts';
import {
  addDelegation,
  createApiKey,
  endDelegation,
  foundInstitution,
  listApiKeys,
  listColleagues,
  listDelegations,
  permit,
  readOwnAccount,
  renewColleaguePassword,
  revokeApiKey,
  setColleagueRoles,
} from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { instant, instantOrNull, presentDelegation, presentInstitution } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock };

/** The institution itself, its people and its keys. */
export function mountInstitutions(api: ApiRouter, deps: Deps): void {
  mountInstitution(api, deps);
  mountColleagues(api, deps);
  mountDelegations(api, deps);
  mountApiKeys(api, deps);
}

async function read(deps: Deps, id: string) {
  const row = await findInstitution(deps.db.open, id);
  if (!row) throw new Problem('not-found', 'institution.not-found');
  return { body: presentInstitution(row), version: row.revision };
}

function mountInstitution(api: ApiRouter, deps: Deps): void {
  api.on(operations.createInstitution, async ({ personId, body, requestId }) => {
    const { memberships } = await readOwnAccount(deps, personId);
    const isAdministrator = memberships.some(({ standing }) => standing.roles.includes('administrator'));
    const id = await foundInstitution(deps, { personId, isAdministrator, requestId }, body);
    return { ...(await read(deps, id)), status: 201 };
  });
  api.on(operations.getInstitution, async ({ actor }) => {
    permit(actor, 'institution.read');
    return read(deps, actor.institutionId);
  });
  api.on(operations.changeInstitution, async ({ actor, body, ifMatch }) => {
    const { institutionId } = actor;
    await changeInstitution(
      {
        ...deps,
        permitChange: () => permit(actor, 'institution.change'),
        onChanged: (tx, version, now) =>
          record(tx, actor, now, {
            kind: 'institution.changed',
            subjectType: 'institution',
            subjectId: institutionId,
            version,
            detail: { fields: Object.keys(body) },
          }),
      },
      institutionId,
      ifMatch,
      body,
    );
    return read(deps, institutionId);
  });
}

function mountColleagues(api: ApiRouter, deps: Deps): void {
  const one = async (actor: Parameters<typeof listColleagues>[1], personId: string) => {
    const all = await deps.db.within(actor, (tx) => listColleagues(tx, actor));
    return all.find((colleague) => colleague.id === personId);
  };
  api.on(operations.listColleagues, async ({ actor }) => ({
    body: { items: await deps.db.within(actor, (tx) => listColleagues(tx, actor)) },
  }));
  api.on(operations.setColleagueRoles, async ({ actor, params, body }) => {
    const before = await one(actor, params.personId);
    await setColleagueRoles(deps, actor, params.personId, body.roles, body.limits);
    const colleague = (await one(actor, params.personId)) ?? (before && { ...before, roles: [] });
    if (!colleague) throw new Problem('not-found', 'person.not-found');
    return { body: colleague };
  });
  api.on(operations.renewColleaguePassword, async ({ actor, params, body }) => ({
    body: { firstPassword: await renewColleaguePassword(deps, actor, params.personId, body) },
    shownOnce: true,
  }));
}

function mountDelegations(api: ApiRouter, deps: Deps): void {
  const list = async (actor: Parameters<typeof listDelegations>[1]) =>
    (await deps.db.within(actor, (tx) => listDelegations(tx, actor))).map((row) =>
      presentDelegation(row, deps.clock.now()),
    );
  api.on(operations.listDelegations, async ({ actor }) => ({ body: { items: await list(actor) } }));
  api.on(operations.addDelegation, async ({ actor, body }) => {
    const id = await addDelegation(deps, actor, {
      ...body,
      startsAt: Temporal.Instant.from(body.startsAt),
      endsAt: Temporal.Instant.from(body.endsAt),
    });
    const added = (await list(actor)).find((delegation) => delegation.id === id);
    if (!added) throw new Problem('not-found', 'delegation.not-found');
    return { body: added, status: 201 };
  });
  api.on(operations.endDelegation, async ({ actor, params }) => {
    await endDelegation(deps, actor, params.delegationId);
    return { body: null };
  });
}

function mountApiKeys(api: ApiRouter, deps: Deps): void {
  const list = async (actor: Parameters<typeof listApiKeys>[1]) =>
    (await deps.db.within(actor, (tx) => listApiKeys(tx, actor))).map((key) => ({
      id: key.id,
      name: key.name,
      role: key.role,
      scopes: key.scopes,
      createdAt: instant(key.created_at),
      endsAt: instantOrNull(key.ends_at ?? null),
      lastUsedAt: instantOrNull(key.last_used_at ?? null),
      revokedAt: instantOrNull(key.revoked_at ?? null),
    }));
  api.on(operations.listApiKeys, async ({ actor }) => ({ body: { items: await list(actor) } }));
  api.on(operations.createApiKey, async ({ actor, body }) => {
    const { id, secret } = await createApiKey(deps, actor, {
      ...body,
      endsAt: body.endsAt === null ? null : Temporal.Instant.from(body.endsAt),
    });
    const key = (await list(actor)).find((found) => found.id === id);
    if (!key) throw new Problem('not-found', 'api-key.not-found');
    return { body: { ...key, secret }, status: 201, shownOnce: true };
  });
  api.on(operations.revokeApiKey, async ({ actor, params }) => {
    await revokeApiKey(deps, actor, params.keyId);
    return { body: null };
  });
}
