import { randomBytes } from 'node:crypto';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import { admitFromDirectory, keepForMoment, takeKept } from '#/modules/people/index.ts';
import type { Departure, Directory, Provider } from './directory.ts';
import * as queries from './queries.ts';
import { domainOf, rolesOf, type Vouched } from './rules.ts';

export type SignInDeps = {
  db: Db;
  clock: Clock;
  directories: Record<Provider['kind'], Directory>;
};

/** Directories that answer for an e-mail address. */
export async function findOffers(db: Db, email: string): Promise<{ id: string; name: string }[]> {
  const domain = domainOf(email.trim());
  return domain === '' ? [] : queries.listOffers(db.open, domain);
}

/** A directory by its id alone, before anybody is known. @throws Problem `sign-in.provider-not-found` */
export async function findProvider(db: Db, id: string, kind?: Provider['kind']): Promise<Provider> {
  const institutionId = isId(id) ? await queries.findProviderHouse(db.open, id) : null;
  const provider =
    institutionId && (await db.within({ institutionId }, (tx) => queries.readProviderRow(tx, id)));
  if (!provider || (kind !== undefined && provider.kind !== kind)) {
    throw new Problem('not-found', 'sign-in.provider-not-found');
  }
  return provider;
}

export const departFor = async (deps: SignInDeps, provider: Provider): Promise<Departure> =>
  deps.directories[provider.kind].depart(provider);

/**
 * Takes the directory's answer, and lets the person in with the roles that their groups give now.
 * @returns the person
 * @throws Problem `sign-in.…`, each saying why nobody is let in
 */
export async function arriveFrom(
  deps: SignInDeps,
  provider: Provider,
  answer: { text: string; kept: Record<string, string>; requestId: string },
): Promise<string> {
  const vouched = await deps.directories[provider.kind].arrive(provider, answer.text, answer.kept);
  const { email, subject } = checked(vouched, provider);
  const roles = rolesOf(vouched.groups, provider.role_mapping);
  const personId = await deps.db.within({ institutionId: provider.institution_id }, (tx) =>
    admitFromDirectory(
      tx,
      {
        institutionId: provider.institution_id,
        providerId: provider.id,
        subject,
        email,
        name: vouched.name ?? email,
        roles,
        requestId: answer.requestId,
      },
      deps.clock.now(),
    ),
  );
  if (personId === null) throw new Problem('forbidden', 'sign-in.no-role');
  return personId;
}

/** A directory answers for its own domains: otherwise it could name anybody of any other institution. */
function checked(vouched: Vouched, provider: Provider): { email: string; subject: string } {
  const email = vouched.email?.trim().toLowerCase();
  if (!email || !vouched.subject) throw new Problem('forbidden', 'sign-in.no-email');
  if (!provider.domains.includes(domainOf(email))) throw new Problem('forbidden', 'sign-in.foreign-domain');
  return { email, subject: vouched.subject };
}

const WAITS_SECONDS = 120;

/**
 * Keeps an answer that came by POST from another site, which the browser sends without our cookie, until the browser
 * comes again from here and brings it. @returns the ticket for it
 */
export async function keepAnswer(deps: { db: Db; clock: Clock }, answer: string): Promise<string> {
  const ticket = randomBytes(24).toString('base64url');
  await keepForMoment(deps, { name: `directory answer ${ticket}`, text: answer, seconds: WAITS_SECONDS });
  return ticket;
}

/** Once. @throws Problem `sign-in.expired` */
export async function takeAnswer(deps: { db: Db; clock: Clock }, ticket: string): Promise<string> {
  const answer = await takeKept(deps, `directory answer ${ticket}`);
  if (answer === null) throw new Problem('forbidden', 'sign-in.expired');
  return answer;
}
