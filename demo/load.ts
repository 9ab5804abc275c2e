import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Db } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { isEmpty } from '#/modules/people/index.ts';
import { linkActs } from '#/modules/records/index.ts';
import { programmeOn } from './content/index.ts';
import type { DemoInstitution, DemoProgramme } from './content/shape.ts';
import { Agenda } from './load-agenda.ts';
import type { DemoDeps, Stage } from './load-deps.ts';
import { planInstitution, type Coordinator } from './load-institution.ts';
import { planTools } from './load-tools.ts';
import { planDelegations } from './load-colleagues.ts';
import { planPost } from './load-posts.ts';
import { planPaths } from './load-review.ts';
import { inOneTransaction } from './load-transaction.ts';
import { StageWorker } from './load-worker.ts';
import { createWorks } from './load-works.ts';

export type { DemoDeps } from './load-deps.ts';

export type SignIn = { name: string; email: string; role: string; institution: string };
export type Loaded = { loaded: boolean; signIns: SignIn[]; password: string };

/** Of everybody in the demonstration. It is printed at every start and keeps nobody out. */
export const DEMO_PASSWORD = 'glasnik-demo-2016';

const SHOWN_ROLES = ['administrator', 'head', 'editor', 'translator', 'adviser', 'auditor'] as const;

/** Whose people are named at the start: each role once. The others are in `content`. */
const SHOWN: DemoInstitution['key'] = 'dei';

/**
 * Loads the demonstration programme into a database in which nobody has an account, in one transaction: all of it
 * or nothing. What was done in it was done by the program itself, on the days of the past weeks. Where somebody has
 * an account it does nothing, and names the sign-ins only if the demonstration is what is there.
 */
export async function loadDemo(deps: DemoDeps): Promise<Loaded> {
  const now = deps.clock.now();
  const programme = programmeOn(now.toZonedDateTimeISO('Europe/Sarajevo').toPlainDate());
  const begun = performance.now();
  const loaded =
    (await isEmpty(deps.db)) &&
    (await inOneTransaction(deps.db, async (db) => {
      // Two that start at once: the second waits here, and then finds people.
      await sql`select pg_advisory_xact_lock(hashtext('glasnik setup'))`.execute(db.open);
      if (!(await isEmpty(db))) return false;
      await play({ ...deps, db }, programme, now);
      while ((await linkActs(db.open, 10_000)) > 0);
      return true;
    }));
  if (loaded)
    deps.log.info({ ms: Math.round(performance.now() - begun) }, 'loaded the demonstration programme');
  return { loaded, signIns: await signInsThere(deps.db, programme), password: DEMO_PASSWORD };
}

async function play(deps: DemoDeps, programme: DemoProgramme, now: Temporal.Instant): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const coordinator: Coordinator = { content: programme.coordinator, id: null };
  for (const content of programme.institutions) {
    const agenda = new Agenda(now);
    const media = new Map<string, string>();
    const stage: Stage = {
      deps: { ...deps, clock: agenda.clock, ...createWorks(deps, media) },
      agenda,
      today: now.toZonedDateTimeISO(content.timeZone).toPlainDate(),
      now,
      content,
      institutionId: newId(),
      people: new Map(),
      accounts: new Map(),
      objectives: new Map(),
      campaigns: new Map(),
      planItems: new Map(),
      media,
    };
    planInstitution(stage, passwordHash, coordinator);
    planTools(stage);
    planPaths(stage);
    planDelegations(stage);
    const worker = new StageWorker(stage);
    content.posts.forEach((post, index) => planPost(stage, worker, post, index));
    await agenda.play();
  }
}

async function signInsThere(db: Db, programme: DemoProgramme): Promise<SignIn[]> {
  const shown = programme.institutions.find(({ key }) => key === SHOWN)!;
  const institution = shown.shortNames[shown.workingVariant] ?? shown.slug;
  const people = Map.groupBy(shown.people, ({ role }) => role);
  const { name, email } = programme.coordinator;
  const all = [
    ...SHOWN_ROLES.flatMap((role) => {
      const first = people.get(role)?.[0];
      return first ? [{ name: first.name, email: first.email, role, institution }] : [];
    }),
    { name, email, role: 'auditor', institution: programme.institutions.map(({ slug }) => slug).join(', ') },
  ];
  const emails = all.map((person) => person.email);
  const there = await db.open.selectFrom('people').select('email').where('email', 'in', emails).execute();
  return all.filter((person) => there.some((found) => found.email === person.email));
}
