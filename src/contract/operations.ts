import { setupOperations } from './operations/setup.ts';
import { peopleOperations } from './operations/people.ts';
import { institutionsOperations } from './operations/institutions.ts';
import { handoverOperations } from './operations/handover.ts';
import { invitationsOperations } from './operations/invitations.ts';
import { passwordsOperations } from './operations/passwords.ts';
import { digestsOperations } from './operations/digests.ts';
import { signInOperations } from './operations/sign-in.ts';
import { mailOperations } from './operations/mail.ts';
import { noticesOperations } from './operations/notices.ts';
import { accountsOperations } from './operations/accounts.ts';
import { calendarOperations } from './operations/calendar.ts';
import { campaignsOperations } from './operations/campaigns.ts';
import { planningOperations } from './operations/planning.ts';
import { mediaOperations } from './operations/media.ts';
import { postsOperations } from './operations/posts.ts';
import { templatesOperations } from './operations/templates.ts';
import { linksOperations } from './operations/links.ts';
import { repeatsOperations } from './operations/repeats.ts';
import { slotsOperations } from './operations/slots.ts';
import { reviewOperations } from './operations/review.ts';
import { publishingOperations } from './operations/publishing.ts';
import { pauseOperations } from './operations/pause.ts';
import { electionOperations } from './operations/elections.ts';
import { houseElectionOperations } from './operations/house-elections.ts';
import { exchangeOperations } from './operations/exchange.ts';
import { writingOperations } from './operations/writing.ts';
import { recordsOperations } from './operations/records.ts';
import { sandboxOperations } from './operations/sandbox.ts';
import { webhooksOperations } from './operations/webhooks.ts';
import { searchOperations } from './operations/search.ts';

/** Everything the API can do, by name. */
export const operations = {
  ...setupOperations,
  ...peopleOperations,
  ...institutionsOperations,
  ...handoverOperations,
  ...invitationsOperations,
  ...passwordsOperations,
  ...digestsOperations,
  ...signInOperations,
  ...mailOperations,
  ...noticesOperations,
  ...accountsOperations,
  ...planningOperations,
  ...campaignsOperations,
  ...calendarOperations,
  ...mediaOperations,
  ...writingOperations,
  ...postsOperations,
  ...templatesOperations,
  ...linksOperations,
  ...repeatsOperations,
  ...slotsOperations,
  ...reviewOperations,
  ...publishingOperations,
  ...pauseOperations,
  ...electionOperations,
  ...houseElectionOperations,
  ...exchangeOperations,
  ...recordsOperations,
  ...webhooksOperations,
  ...sandboxOperations,
  ...searchOperations,
};
export type OperationName = keyof typeof operations;
