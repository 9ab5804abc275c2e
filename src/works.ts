import { lendAt, type Services } from './services.ts';
import { resealSessions } from '#/modules/accounts/index.ts';
import { listInstitutions } from '#/modules/institutions/index.ts';
import { sendDigests } from '#/modules/digests/index.ts';
import { createSmtpSender } from '#/modules/mail/index.ts';
import { REMOVAL_QUEUE, takeDown, type RemovalJob } from '#/modules/publishing/index.ts';
import { createPostman, forgetOldMails } from '#/worker/mail.ts';
import { createCrier, createHerald, forgetOldNotices } from '#/worker/notices.ts';
import { readPictures, warnOfRights } from '#/modules/media/index.ts';
import { forgetOldRequests } from '#/worker/requests.ts';
import { createElectionWatch } from '#/worker/elections.ts';
import { expireOverduePosts, watchReviews, watchSteps } from '#/worker/posts.ts';
import { createDispatcher } from '#/worker/publishing.ts';
import { createRenewer, watchGrants } from '#/worker/accounts.ts';
import { createActLinker } from '#/worker/records.ts';
import { createMessenger, forgetOldWebhooks } from '#/worker/webhooks.ts';
import { resealWebhooks } from '#/modules/webhooks/index.ts';
import type { Rounds } from '#/worker/rounds.ts';

export type Worker = { stop(): Promise<void> };

/** Starts all that works without anybody asking: deliveries, the chain of acts, jobs. */
export async function startWorker(options: {
  services: Services;
  ownUrl: string;
  /** The address people type, for links in e-mail. */
  publicUrl: string;
  name: string;
}): Promise<Worker> {
  const { services, ownUrl, name } = options;
  const lend = lendAt(services, options.publicUrl);
  const delivering = { ...services, connectors: services.registry, ownUrl, lend, random: Math.random };
  const dispatcher = createDispatcher({
    ...delivering,
    worker: name,
    slots: services.config.workerConcurrency,
  });
  const linker = createActLinker(services);
  await services.jobs.work(REMOVAL_QUEUE, (job, turn) => takeDown(delivering, job as RemovalJob, turn));
  await services.jobs.everyMinutes('posts.expire', 1, async () => {
    await expireOverduePosts(services);
  });
  await services.jobs.everyMinutes('grants.watch', 30, () => watchGrants(services));
  await services.jobs.everyMinutes('reviews.watch', 1, () => watchReviews(services));
  const watchElections = createElectionWatch(services);
  await services.jobs.everyMinutes('elections.watch', 1, watchElections);
  await services.jobs.everyMinutes('deadlines.watch', 15, () => watchSteps(services));
  await services.jobs.everyMinutes('media.rights', 60, async () => {
    await warnOfRights(services);
  });
  const reading = { ...services, folder: services.config.dataFolder };
  await services.jobs.everyMinutes('media.read', 2, async () => {
    await readPictures(reading);
  });
  await services.jobs.everyMinutes('media.forget-lent', 30, async () => {
    await services.lent.forget();
  });
  await services.jobs.everyMinutes('requests.forget', 30, () => forgetOldRequests(services));
  await services.jobs.everyMinutes('digests.send', 1, async () => {
    await sendDigests(services);
  });
  await services.jobs.everyMinutes('mail.forget', 30, () => forgetOldMails(services));
  await services.jobs.everyMinutes('notices.forget', 30, () => forgetOldNotices(services));
  await services.jobs.everyMinutes('webhooks.forget', 30, () => forgetOldWebhooks(services));
  await resealAll(services);
  const networks = { get: (network: string) => services.registry.find(network) };
  const renewer = createRenewer({ ...delivering, networks });
  const herald = createHerald(services);
  const crier = createCrier({ ...services, contact: contactOf(services, options.publicUrl) });
  const messenger = createMessenger({ ...services, url: options.publicUrl, random: Math.random });
  const postman = openPostman(services, options.publicUrl);
  dispatcher.start();
  linker.start();
  herald.start();
  renewer.start();
  crier.start();
  messenger.start();
  postman?.start();
  return {
    stop: async () => {
      await renewer.stop();
      await herald.stop();
      await crier.stop();
      await messenger.stop();
      await postman?.stop();
      await dispatcher.stop();
      await linker.stop();
    },
  };
}

/** Whom a push service may turn to about what we send. */
function contactOf({ config }: Services, publicUrl: string): string {
  const address = /[^\s<>@]+@[^\s<>@]+/.exec(config.mail?.from ?? '')?.[0];
  if (address) return `mailto:${address}`;
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:glasnik@${new URL(publicUrl).hostname}`;
}

/** Without a mail server there is nothing in the outbox, and nobody to hand it to. */
function openPostman(services: Services, url: string): Rounds | null {
  const { mail } = services.config;
  if (!mail) return null;
  const { from } = mail;
  const sender = createSmtpSender({ smtpUrl: mail.smtpUrl.reveal(), from });
  return createPostman({ ...services, sender, from, url });
}

const SEALED = [
  ['sessions', resealSessions],
  ['webhooks', resealWebhooks],
] as const;

/** After a new secret key was put in front: nothing to do at every other start. */
async function resealAll(services: Services): Promise<void> {
  if (services.keys.length < 2) return;
  for (const { id } of await listInstitutions(services.db.open)) {
    for (const [what, reseal] of SEALED) {
      const done = await reseal(services, id);
      if (done.resealed + done.unreadable > 0)
        services.log.info({ institutionId: id, what, ...done }, 'sealed anew');
    }
  }
}
