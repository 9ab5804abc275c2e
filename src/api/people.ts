import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import type { MailDoor } from '#/modules/mail/index.ts';
import {
  changeOwnAccount,
  endOwnSession,
  isEmpty,
  listOwnSessions,
  readOwnAccount,
  takeFirstSteps,
} from '#/modules/people/index.ts';
import { readSessionStanding } from '#/modules/sign-in/index.ts';
import { instant, presentMembership } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = {
  db: Db;
  clock: Clock;
  demo: boolean;
  mail: MailDoor;
  /** Printed where the installation starts empty; compared without a hint of where it differs. */
  isSetupCode(code: string): boolean;
};

/** The first steps of an empty installation, and the person themselves. */
export function mountPeople(api: ApiRouter, deps: Deps): void {
  api.on(operations.getSetup, async () => ({
    body: { empty: await isEmpty(deps.db), demo: deps.demo, mails: deps.mail.canMail },
  }));
  api.on(operations.takeFirstSteps, async ({ body, requestId }) => {
    if (!deps.isSetupCode(body.code)) {
      throw new Problem('forbidden', 'setup.wrong-code', {
        faults: [{ path: '/code', code: 'setup.wrong-code' }],
      });
    }
    return { body: await takeFirstSteps(deps, body, requestId), status: 201 };
  });
  api.on(operations.getKeyInHand, async ({ caller: { key } }) => {
    if (!key) throw new Problem('unauthenticated', 'api-key.missing');
    const institution = await deps.db.within(key, (tx) => findInstitution(tx, key.institutionId));
    const role = key.roles[0];
    if (!institution || !role) throw new Problem('not-found', 'institution.not-found');
    const { id, slug, names, time_zone: timeZone } = institution;
    return {
      body: { institution: { id, slug, names, timeZone }, role, scopes: key.scopes ? [...key.scopes] : null },
    };
  });
  const me = async (personId: string, sessionId: string) => {
    const { person, memberships } = await readOwnAccount(deps, personId);
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      language: isVariant(person.language) ? person.language : ('bs' as const),
      twoFactor: person.two_factor_enabled ?? false,
      memberships: await Promise.all(
        memberships.map(async (membership) => {
          const session = { institutionId: membership.institution.id, personId, sessionId };
          return presentMembership(membership, await readSessionStanding(deps, session));
        }),
      ),
    };
  };
  api.on(operations.getMe, async ({ personId, caller }) => ({
    body: await me(personId, caller.sessionId ?? ''),
  }));
  api.on(operations.changeMe, async ({ personId, body, caller }) => {
    await changeOwnAccount(deps, personId, body);
    return { body: await me(personId, caller.sessionId ?? '') };
  });
  api.on(operations.listMySessions, async ({ personId, caller }) => ({
    body: {
      items: (await listOwnSessions(deps, personId)).map((session) => ({
        id: session.id,
        current: session.id === caller.sessionId,
        startedAt: instant(session.created_at),
        lastUsedAt: instant(session.updated_at),
        expiresAt: instant(session.expires_at),
        ipAddress: session.ip_address,
        userAgent: session.user_agent,
      })),
    },
  }));
  api.on(operations.endMySession, async ({ personId, params, requestId }) => {
    await endOwnSession(deps, personId, params.sessionId, requestId);
    return { body: null };
  });
}
