import { readFile } from 'node:fs/promises';
import { connectAccount } from '#/modules/accounts/index.ts';
import { changeInstitution, createInstitution } from '#/modules/institutions/index.ts';
import { uploadMedia } from '#/modules/media/index.ts';
import { createPerson, grant } from '#/modules/people/index.ts';
import { createCampaign, createPlanItem } from '#/modules/planning/index.ts';
import { record } from '#/modules/records/index.ts';
import { claimAccount, sandboxPages } from '#/modules/sandbox/index.ts';
import { setTimetable } from '#/modules/slots/index.ts';
import { createObjective } from '#/modules/strategy/index.ts';
import type {
  DemoAccount,
  DemoCampaign,
  DemoCoordinator,
  DemoPerson,
  DemoPlanItem,
} from './content/shape.ts';
import { atWork, workdayBefore } from './load-agenda.ts';
import { actorOn, inStage, need, withRole, type Stage } from './load-deps.ts';

/** Working days before today on which the house was furnished. Posts begin seven weeks before today. */
const DAYS = { founding: 52, colleagues: 51, logo: 50, accounts: 49, objectives: 46, plan: 42 };

/** Puts on the agenda how the institution came to Glasnik: founded, people, logo, accounts, objectives, plan. */
export function planInstitution(stage: Stage, passwordHash: string, coordinator: Coordinator): void {
  const { agenda, content, today } = stage;
  const on = (days: number, minutes: number, run: () => Promise<void>) =>
    agenda.at(atWork(workdayBefore(today, days), minutes, content.timeZone), run);
  on(DAYS.founding, 60, () => found(stage, passwordHash));
  const colleagues = content.people.filter(({ key }) => key !== withRole(stage, 'administrator'));
  colleagues.forEach((person, index) => {
    on(DAYS.colleagues, 15 + index * 9, () => addPerson(stage, person, passwordHash));
  });
  on(DAYS.colleagues, 90, () => addCoordinator(stage, coordinator, passwordHash));
  on(DAYS.logo, 20, () => uploadPictures(stage));
  on(DAYS.logo, 75, () => setLogo(stage));
  content.accounts.forEach((account, index) => {
    on(DAYS.accounts, 40 + index * 6, () => connect(stage, account));
  });
  content.accounts.forEach(({ key }, index) => {
    on(DAYS.accounts, 120 + index * 5, () => setSlots(stage, key));
  });
  content.objectives.forEach((objective, index) => {
    on(DAYS.objectives, 120 + index * 14, async () => {
      const texts = { titles: objective.title, measures: objective.measure, audiences: objective.audience };
      const actor = actorOn(stage, withRole(stage, 'head'), `objective-${objective.key}`);
      stage.objectives.set(objective.key, await createObjective(stage.deps, actor, texts));
    });
  });
  content.campaigns?.forEach((campaign, index) => {
    on(DAYS.plan, 20 + index * 4, () => addCampaign(stage, campaign));
  });
  content.plan.forEach((item, index) => {
    on(DAYS.plan, 30 + index * 11, () => addPlanItem(stage, item));
  });
}

/** One person with a role in several institutions; their id once the first of them knows them. */
export type Coordinator = { content: DemoCoordinator; id: string | null };

async function found(stage: Stage, passwordHash: string): Promise<void> {
  const { content, institutionId, deps } = stage;
  const administrator = content.people.find(({ key }) => key === withRole(stage, 'administrator'))!;
  const now = deps.clock.now();
  await inStage(stage, async (tx) => {
    const institution = {
      slug: content.slug,
      names: content.names,
      shortNames: content.shortNames,
      descriptions: content.description,
      colour: content.colour,
      timeZone: content.timeZone,
      contact: content.contact,
      isDemo: true,
    };
    await createInstitution(tx, institution, now, institutionId);
    const personId = await createPerson(tx, toPerson(administrator), passwordHash, now);
    stage.people.set(administrator.key, { id: personId, role: 'administrator' });
    const actor = actorOn(stage, administrator.key, 'founding');
    const act = { kind: 'institution.created', subjectType: 'institution', subjectId: institutionId };
    await record(tx, actor, now, act);
    await grant(tx, actor, personId, ['administrator'], now);
  });
}

async function addPerson(stage: Stage, person: DemoPerson, passwordHash: string): Promise<void> {
  const actor = actorOn(stage, withRole(stage, 'administrator'), `person-${person.key}`);
  const now = stage.deps.clock.now();
  await inStage(stage, async (tx) => {
    const id = await createPerson(tx, toPerson(person), passwordHash, now);
    await grant(tx, actor, id, [person.role], now);
    stage.people.set(person.key, { id, role: person.role });
  });
}

async function addCoordinator(stage: Stage, coordinator: Coordinator, passwordHash: string): Promise<void> {
  const { content } = coordinator;
  const membership = content.roles.find((one) => one.institution === stage.content.key);
  if (!membership) return;
  const actor = actorOn(stage, withRole(stage, 'administrator'), 'person-coordinator');
  const now = stage.deps.clock.now();
  await inStage(stage, async (tx) => {
    coordinator.id ??= await createPerson(tx, toPerson(content), passwordHash, now);
    await grant(tx, actor, coordinator.id, [membership.role], now);
  });
}

const toPerson = ({ name, email, variant }: Pick<DemoPerson, 'name' | 'email' | 'variant'>) => ({
  name,
  email,
  language: variant,
});

async function setLogo(stage: Stage): Promise<void> {
  const { content, institutionId, deps } = stage;
  const actor = actorOn(stage, withRole(stage, 'administrator'), 'logo');
  const logoMediaId = need(stage.media, content.logo);
  const act = { kind: 'institution.changed', subjectType: 'institution', subjectId: institutionId };
  await changeInstitution(
    {
      ...deps,
      permitChange: () => undefined,
      onChanged: (tx, version, now) =>
        record(tx, actor, now, { ...act, version, detail: { fields: ['logoMediaId'] } }),
    },
    institutionId,
    1,
    { logoMediaId },
  );
}

/** All pictures of the institution at once, so that both cores read them. */
async function uploadPictures(stage: Stage): Promise<void> {
  const { content, deps, media } = stage;
  const files = new Set([
    content.logo,
    ...content.posts.flatMap((post) => (post.media ?? []).map(({ file }) => file)),
  ]);
  const actor = actorOn(stage, withRole(stage, 'administrator'), 'pictures');
  await Promise.all(
    [...files].map(async (fileName) => {
      const bytes = await readFile(new URL(`./media/${fileName}`, import.meta.url));
      media.set(fileName, await uploadMedia(deps, actor, { bytes, fileName }));
    }),
  );
}

/** Opens the account on the practice network and connects it, with the very session the network gives. */
async function connect(stage: Stage, account: DemoAccount): Promise<void> {
  const { deps, institutionId } = stage;
  const actor = actorOn(stage, withRole(stage, 'administrator'), `account-${account.key}`);
  const displayName = account.displayName[account.variant] ?? account.displayName['sr-Latn'];
  // The network takes no underscore.
  const settings = { handle: account.handle.replaceAll('_', '-'), displayName };
  const claimed = await claimAccount({ ...deps, secret: '' }, institutionId, settings);
  const { token, renewToken } = claimed;
  const { id: networkId, handle } = claimed.account;
  const connector = deps.registry.get(account.network)!;
  const connected = {
    networkId,
    handle,
    displayName,
    url: deps.publicUrl + sandboxPages.account(handle),
    settings,
    session: { token, renewToken },
  };
  const id = await connectAccount(
    {
      ...deps,
      networks: { get: () => ({ ...connector, connect: () => Promise.resolve(connected) }) },
      onConnected: () => Promise.resolve(),
    },
    actor,
    {
      network: account.network,
      variant: account.variant,
      settings: { ...settings, code: 'given by the house itself' },
    },
  );
  const holder = { accountId: networkId, institutionId, handle };
  stage.accounts.set(account.key, { id, network: account.network, holder });
}

/** When the house publishes as a rule: before noon, and at noon in between. */
const SLOTS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: weekday % 2 === 1 ? '10:00' : '12:00' }));

async function setSlots(stage: Stage, key: string): Promise<void> {
  const actor = actorOn(stage, withRole(stage, 'head'), `slots-${key}`);
  const { id } = need(stage.accounts, key);
  await setTimetable(stage.deps, actor, id, 0, { slots: SLOTS, skipDaysOff: true });
}

async function addCampaign(stage: Stage, campaign: DemoCampaign): Promise<void> {
  const actor = actorOn(stage, withRole(stage, 'head'), `campaign-${campaign.key}`);
  const id = await createCampaign(stage.deps, actor, {
    names: campaign.name,
    startsOn: stage.today.add({ days: campaign.from }).toString(),
    endsOn: stage.today.add({ days: campaign.to }).toString(),
    colour: campaign.colour,
  });
  stage.campaigns.set(campaign.key, id);
}

async function addPlanItem(stage: Stage, item: DemoPlanItem): Promise<void> {
  const actor = actorOn(stage, withRole(stage, 'head'), `plan-${item.key}`);
  const id = await createPlanItem(stage.deps, actor, {
    objectiveId: need(stage.objectives, item.objective),
    campaignId: item.campaign === undefined ? null : need(stage.campaigns, item.campaign),
    titles: item.title,
    theme: item.theme,
    variants: item.variants,
    dueOn: stage.today.add({ days: item.day }).toString(),
  });
  stage.planItems.set(item.key, id);
}
