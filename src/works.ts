import type { Services } from './services.ts';
import { REMOVAL_QUEUE, takeDown, type RemovalJob } from '#/modules/publishing/index.ts';
import { forgetOldRequests } from '#/worker/requests.ts';
import { expireOverduePosts } from '#/worker/posts.ts';
import { createDispatcher } from '#/worker/publishing.ts';
import { createActLinker } from '#/worker/records.ts';

export type Worker = { stop(): Promise<void> };

/** Starts all that works without anybody asking: deliveries, the chain of acts, jobs. */
export async function startWorker(options: {
  services: Services;
  ownUrl: string;
  name: string;
}): Promise<Worker> {
  const { services, ownUrl, name } = options;
  const delivering = { ...services, connectors: services.registry, ownUrl, random: Math.random };
  const dispatcher = createDispatcher({
    ...delivering,
    worker: name,
    slots: services.config.workerConcurrency,
  });
  const linker = createActLinker(services);
  await services.jobs.work(REMOVAL_QUEUE, (job, signal) => takeDown(delivering, job as RemovalJob, signal));
  await services.jobs.everyMinutes('posts.expire', 1, async () => {
    await expireOverduePosts(services);
  });
  await services.jobs.everyMinutes('requests.forget', 30, () => forgetOldRequests(services));
  dispatcher.start();
  linker.start();
  return {
    stop: async () => {
      await dispatcher.stop();
      await linker.stop();
    },
  };
}
