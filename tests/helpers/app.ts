import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import { startApp, type App, type AppOptions } from '#/app.ts';
import { loadConfig } from '#/config/index.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createInstitution } from '#/modules/institutions/index.ts';
import { createPerson, grant, type Actor, type Role } from '#/modules/people/index.ts';
import { testDatabase, type TestDatabase } from './database.ts';

export const PASSWORD = 'correct horse battery';
/** The hash is made once: it is meant to be slow. */
const passwordHash = hashPassword(PASSWORD);

export type TestApp = AsyncDisposable & {
  app: App;
  url: string;
  database: TestDatabase;
  /** A new institution with one person for each of these roles, or for the four that most houses have. */
  addInstitution(roles?: readonly Role[]): Promise<TestInstitution>;
};

export type TestInstitution = {
  id: string;
  slug: string;
  people: Record<Role, { id: string; email: string; name: string }>;
  /** What a use case takes for somebody of this institution. */
  actor(role: Role): Actor;
};

/** The whole program on a database of its own, at a free port, with an empty data folder. */
export async function testApp(
  options: Partial<AppOptions> & { env?: Record<string, string> } = {},
): Promise<TestApp> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'glasnik-app-'));
  const { env, ...rest } = options;
  const config = loadConfig({
    GLASNIK_PORT: '0',
    GLASNIK_DATA: folder,
    GLASNIK_DEMO: 'off',
    GLASNIK_SECRET_KEY: 'a key of thirty-two characters or more',
    DATABASE_URL: database.ownerUrl,
    GLASNIK_DATABASE_APP_URL: database.appUrl,
    ...env,
  });
  const app = await startApp({
    config,
    role: 'all',
    version: '0.0.0-test',
    signInLimits: false,
    log: createLogger(process.env.GLASNIK_TEST_LOG ?? 'fatal'),
    ...rest,
  });
  return {
    app,
    url: app.url,
    database,
    addInstitution: (roles) => addInstitution(database, roles),
    async [Symbol.asyncDispose]() {
      await app.stop();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const FEW: readonly Role[] = ['administrator', 'head', 'editor', 'auditor'];

/** An institution with people who can sign in with `PASSWORD`. */
export async function addInstitution(
  database: Pick<TestDatabase, 'db'>,
  roles: readonly Role[] = FEW,
): Promise<TestInstitution> {
  const id = newId();
  const slug = `ured-${id.slice(-8)}`;
  const now = Temporal.Now.instant();
  const hash = await passwordHash;
  const people = {} as TestInstitution['people'];
  const actor = (personId: string | null, held: readonly Role[]): Actor => ({
    personId,
    institutionId: id,
    roles: held,
    via: 'session',
    requestId: newId(),
  });
  await database.db.within({ institutionId: id }, async (tx) => {
    const names = { bs: 'Ured za probu', hr: 'Ured za probu', 'sr-Latn': 'Kancelarija za probu' };
    await createInstitution(
      tx,
      { slug, names, shortNames: { bs: 'UZP' }, timeZone: 'Europe/Sarajevo' },
      now,
      id,
    );
    for (const role of roles) {
      const name = `${role} ${slug}`;
      const email = `${role}@${slug}.example.org`;
      const personId = await createPerson(tx, { name, email, language: 'bs' }, hash, now);
      await grant(tx, actor(null, []), personId, [role], now);
      people[role] = { id: personId, email, name };
    }
  });
  return { id, slug, people, actor: (role) => actor(people[role].id, [role]) };
}

/** One more person at an institution, who can sign in with `PASSWORD`. */
export async function addPerson(
  database: Pick<TestDatabase, 'db'>,
  house: TestInstitution,
  role: Role,
): Promise<{ id: string; email: string; name: string }> {
  const hash = await passwordHash;
  const now = Temporal.Now.instant();
  const name = `second ${role} ${house.slug}`;
  const email = `second-${newId().slice(-8)}@${house.slug}.example.org`;
  const id = await database.db.within({ institutionId: house.id }, async (tx) => {
    const personId = await createPerson(tx, { name, email, language: 'bs' }, hash, now);
    await grant(tx, house.actor('administrator'), personId, [role], now);
    return personId;
  });
  return { id, email, name };
}
