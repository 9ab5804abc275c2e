import { createPostWorks } from '#/api/post-works.ts';
import { newId } from '#/kernel/ids.ts';
import { schedulePassedPost } from '#/modules/publishing/index.ts';
import { answerByLink, openApprovalLink } from '#/modules/review/index.ts';
import type { Approvals } from '#/site/index.ts';
import type { Services } from './services.ts';

/** What a link without a sign-in can do, put together from the rooms that know the parts of it. */
export function createApprovalDoor(services: Services): Approvals {
  const deps = {
    ...services,
    ...createPostWorks({ ...services, url: services.config.url }),
    connectors: services.registry,
  };
  return {
    open: (token) => openApprovalLink(deps, token),
    answer: async (token, answer) => {
      const given = await answerByLink(deps, token, { ...answer, requestId: newId() });
      // Two transactions, as when somebody approves in the studio: in between, Today says that it waits.
      if (given.passage === 'approved') await schedulePassedPost(deps, given.actor, given);
    },
  };
}
