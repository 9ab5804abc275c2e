import type { Registry } from '#/connectors/registry.ts';
import type { Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Variant } from '#/language/index.ts';
import { allLinks } from '#/language/checks/links.ts';
import { isOvertaken, resolveLinks } from '#/modules/links/index.ts';
import { limitsOf, listAccounts, type AccountRow } from '#/modules/accounts/index.ts';
import { electionChecks, meetPeriods } from '#/modules/elections/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { endedRights, listCaptions, readImages, type MediaRow } from '#/modules/media/index.ts';
import { wantedVariants } from '#/modules/planning/index.ts';
import {
  checkPost,
  type Check,
  type DeliveryHold,
  type House,
  type ListedPost,
  type OutgoingLinks,
  type PostRow,
  type ReviewHold,
  type Seen,
  type TargetAccount,
} from '#/modules/posts/index.ts';
import { deliveryHold } from '#/modules/publishing/index.ts';
import { reviewHold } from '#/modules/review/index.ts';
import { deadLinks, readRuleLevels } from '#/modules/writing/index.ts';

/** What posts ask of rooms that they may not know: the institution, the plan, the accounts, the deliveries. */
export type PostWorks = {
  deliveries: DeliveryHold;
  reviews: ReviewHold;
  outgoing: OutgoingLinks;
  readHouse(tx: Tx, institutionId: string): Promise<House>;
  checksOf(tx: Tx, post: PostRow, now: Temporal.Instant): Promise<Check[]>;
  /** The same for a reader: what blocks review only counts while a post can still be reviewed. */
  readChecks: (tx: Tx, post: PostRow) => Promise<Check[]>;
  networksOf(tx: Tx, posts: readonly ListedPost[]): Promise<Map<string, string[]>>;
};

export function createPostWorks(deps: { clock: Clock; registry: Registry; url: string }): PostWorks {
  const checksOf = async (tx: Tx, post: PostRow, now: Temporal.Instant) => {
    const wanted = await wantedVariants(tx, post.plan_item_id);
    const media = await readImages(
      tx,
      post.content.images.map(({ mediaId }) => mediaId),
    );
    const overtaken = isDraft(post) && (await isOvertaken(tx, linkedOf(post), deps.url));
    const election = electionChecks(await meetPeriods(tx, post, now));
    const checks = checkPost({
      content: post.content,
      linksOvertaken: overtaken,
      accounts: await targetAccounts(tx, deps.registry),
      wanted: [...wanted] as Variant[],
      images: new Set(media.map(({ id }) => id)),
      levels: await readRuleLevels(tx),
      gaps: post.gaps,
      seen: await whatWasSeen(tx, post, media, now),
      now,
    });
    return [...checks, ...election];
  };
  const open = new Set(['draft', 'sent-back', 'in-review', 'approved']);
  return {
    deliveries: deliveryHold,
    reviews: reviewHold,
    outgoing: { resolve: (tx, post, now) => resolveLinks(tx, post, deps.url, now) },
    readHouse,
    checksOf,
    readChecks: async (tx, post) => (open.has(post.state) ? checksOf(tx, post, deps.clock.now()) : []),
    networksOf: async (tx, posts) => {
      const byId = new Map((await listAccounts(tx)).map((account) => [account.id, account.network]));
      return new Map(
        posts.map((post) => [
          post.id,
          [...new Set(post.content.targets.flatMap((target) => byId.get(target.accountId) ?? []))],
        ]),
      );
    },
  };
}

/** What is before a reviewer, or further, keeps its links; only who still writes can take over another rule. */
const isDraft = ({ state }: PostRow): boolean => state === 'draft' || state === 'sent-back';

const linkedOf = (post: PostRow) => ({
  id: post.id,
  institutionId: post.institution_id,
  planItemId: post.plan_item_id,
  campaignId: post.campaign_id,
  content: post.content,
});

/** What is known of links and files; nobody is asked for it now. */
async function whatWasSeen(
  tx: Tx,
  post: PostRow,
  media: readonly MediaRow[],
  now: Temporal.Instant,
): Promise<Seen> {
  const shownOn = media.length === 0 ? '' : await dayOf(tx, post, now);
  const captions = await listCaptions(
    tx,
    media.filter(({ kind }) => kind === 'video').map(({ id }) => id),
  );
  return {
    deadLinks: await deadLinks(tx, allLinks(post.content)),
    media: new Map(
      media.map(({ id, kind, mime, bytes, width, height, ...more }) => [
        id,
        {
          kind,
          mime,
          bytes,
          width,
          height,
          durationMs: more.duration_ms,
          readText: more.read_text,
          captions: captions.filter((one) => one.media_id === id).map(({ variant }) => variant),
          ended: endedRights(more, shownOn).map((end) => ({
            end,
            until: (end === 'licence-ended' ? more.licensed_until : more.consent_until) ?? '',
          })),
        },
      ]),
    ),
  };
}

/** The day at the institution on which the post is shown first: when it is due, or now. */
async function dayOf(
  tx: Tx,
  { institution_id: institutionId, content }: PostRow,
  now: Temporal.Instant,
): Promise<string> {
  const due = content.dueAt === null ? now : Temporal.Instant.from(content.dueAt);
  const shown = Temporal.Instant.compare(due, now) > 0 ? due : now;
  const { timeZone } = await readHouse(tx, institutionId);
  return shown.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

async function readHouse(tx: Tx, institutionId: string): Promise<House> {
  const institution = await findInstitution(tx, institutionId);
  if (!institution) throw new Problem('not-found', 'institution.not-found');
  return { timeZone: institution.time_zone, glossary: institution.glossary };
}

async function targetAccounts(tx: Tx, registry: Registry): Promise<TargetAccount[]> {
  const accounts = await listAccounts(tx);
  return accounts
    .filter((account) => registry.has(account.network))
    .map((account) => toTarget(account, registry));
}

function toTarget(account: AccountRow, registry: Registry): TargetAccount {
  const { manifest } = registry.get(account.network);
  const limits = limitsOf(account, manifest);
  return {
    id: account.id,
    network: account.network,
    networkName: manifest.name,
    handle: account.handle,
    connected: account.state === 'connected',
    threadMax: manifest.abilities.threadMax,
    text: limits.text,
    ...(limits.textAlso ? { textAlso: limits.textAlso } : {}),
    ...(limits.comment ? { comment: limits.comment } : {}),
    images: limits.images,
    video: limits.video,
  };
}
