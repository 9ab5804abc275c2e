import { operations, type ComingProvider } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  addProvider,
  callbackOf,
  changeProvider,
  findOffers,
  listProviders,
  metadataOf,
  readProvider,
  readSecondFactorRule,
  removeProvider,
  setSecondFactorRule,
  testProvider,
  type Directories,
  type ManageDeps,
  type Provider,
} from '#/modules/sign-in/index.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRouter } from './router.ts';

export type SignInDeps = ManageDeps & { db: Db; url: string; directories: Directories };

/** Directories want to know where they send people before they give anything themselves. */
function coming(url: string): ComingProvider {
  const id = newId();
  const [oidc, saml] = [
    { id, kind: 'oidc' },
    { id, kind: 'saml' },
  ] as const;
  return {
    id,
    oidc: { redirectUrl: callbackOf(url, oidc) },
    saml: { redirectUrl: callbackOf(url, saml), metadataUrl: metadataOf(url, saml) },
  };
}

/** How the institution lets its people in. */
export function mountSignIn(api: ApiRouter, deps: SignInDeps): void {
  const present = (provider: Provider) => ({
    id: provider.id,
    kind: provider.kind,
    name: provider.name,
    domains: provider.domains,
    groupsClaim: provider.groups_claim,
    roleMapping: provider.role_mapping,
    vouches: provider.vouches,
    issuer: provider.issuer,
    clientId: provider.client_id,
    hasSecret: provider.client_secret !== null,
    entryPoint: provider.entry_point,
    redirectUrl: callbackOf(deps.url, provider),
    metadataUrl: provider.kind === 'saml' ? metadataOf(deps.url, provider) : null,
    revision: provider.revision,
    updatedAt: instant(provider.updated_at),
  });
  const read = async (actor: Actor, id: string) => {
    const provider = await deps.db.within(actor, (tx) => readProvider(tx, id));
    return { body: present(provider), version: provider.revision };
  };
  const rules = async (actor: Actor) => {
    const rule = await deps.db.within(actor, (tx) => readSecondFactorRule(tx, actor));
    const secondFactorFrom = instantOrNull(rule.secondFactorFrom);
    return { body: { secondFactorFrom, revision: rule.revision }, version: rule.revision };
  };
  api.on(operations.getSignInRules, async ({ actor }) => rules(actor));
  api.on(operations.setSignInRules, async ({ actor, body, ifMatch }) => {
    const from = body.secondFactorFrom === null ? null : Temporal.Instant.from(body.secondFactorFrom);
    await setSecondFactorRule(deps, actor, ifMatch, from);
    return rules(actor);
  });
  api.on(operations.findSignInOffers, async ({ query }) => ({
    body: { items: await findOffers(deps.db, query.email) },
  }));
  api.on(operations.listSignInProviders, async ({ actor }) => ({
    body: {
      items: (await deps.db.within(actor, (tx) => listProviders(tx, actor))).map(present),
      coming: coming(deps.url),
    },
  }));
  api.on(operations.addSignInProvider, async ({ actor, body }) => ({
    ...(await read(actor, await addProvider(deps, actor, body))),
    status: 201,
  }));
  api.on(operations.changeSignInProvider, async ({ actor, params, body, ifMatch }) => {
    await changeProvider(deps, actor, params.providerId, ifMatch, body);
    return read(actor, params.providerId);
  });
  api.on(operations.removeSignInProvider, async ({ actor, params }) => {
    await removeProvider(deps, actor, params.providerId);
    return { body: null };
  });
  api.on(operations.testSignInProvider, async ({ actor, params, say }) => {
    const parts = { db: deps.db, directories: deps.directories.byKind };
    const findings = await testProvider(parts, actor, params.providerId);
    return {
      body: {
        findings: findings.map(({ step, state, code, params: filled }) => ({
          step,
          state,
          text: say(code, filled),
        })),
      },
    };
  });
}
