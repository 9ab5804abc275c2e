import {
  addComment,
  claimAccount,
  keepMedia,
  putPost,
  removePost,
  sandboxPages,
} from '#/modules/sandbox/index.ts';
import type { ScheduleDeps } from '#/modules/publishing/index.ts';
import type { DemoComment } from './content/shape.ts';
import { need, type Stage, type Story } from './load-deps.ts';

type Connector = ReturnType<ScheduleDeps['connectors']['get']>;
type Account = Parameters<Connector['publish']>[1];
type Message = Parameters<Connector['publish']>[2];
type Outcome = Awaited<ReturnType<Connector['publish']>>;
type Json = Parameters<Connector['publish']>[3][string];

/** What the network answers in the troubles that the demonstration shows, by post and by place among its targets. */
export type Trouble = { kind: 'late' | 'refused' | 'signed-out' | 'no-answer'; targets: readonly number[] };

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  'parco/newsletter': { kind: 'late', targets: [0, 1] },
  'ads/vacancies-3': { kind: 'late', targets: [0] },
  'dei/erasmus': { kind: 'refused', targets: [0, 1] },
  'hea/graduation-data': { kind: 'signed-out', targets: [1] },
  'bhas/births': { kind: 'no-answer', targets: [0] },
  'si-gsvm/first-contracts': { kind: 'no-answer', targets: [1] },
};

/** The practice network, spoken to without HTTP: its server is not up yet, and its past is not the clock's. */
export function practiceNetwork(stage: Stage, real: Connector, storyNow: () => Story): Connector {
  const { deps, institutionId, agenda } = stage;
  const takes = (milliseconds: number) => agenda.clock.advance({ milliseconds });
  const holderOf = (account: Pick<Account, 'networkId' | 'handle'>) => ({
    accountId: account.networkId,
    institutionId,
    handle: account.handle,
  });
  const put = async (account: Account, message: Message, media: string[]): Promise<Outcome> => {
    const kept = await putPost(deps, holderOf(account), message.key, {
      text: message.text,
      language: message.language,
      media,
    });
    storyNow().places.set(account.id, kept.row.id);
    const url = deps.publicUrl + sandboxPages.post(account.handle, kept.row.id);
    const publishedAt = kept.row.published_at.toString();
    const returned: Json = {
      id: kept.row.id,
      key: message.key,
      text: message.text,
      language: message.language,
      media: kept.media.map(({ id, alt }) => ({ id, alt })),
      publishedAt,
      url,
    };
    return { kind: 'published', proof: { networkId: kept.row.id, url, publishedAt, returned } };
  };
  return {
    ...real,
    prepare: async (_context, account, message) => {
      takes(90);
      const media: string[] = [];
      for (const image of message.images) {
        media.push(await keepMedia(deps, holderOf(account), { bytes: await image.read(), alt: image.alt }));
        takes(140);
      }
      return { kind: 'prepared', handle: { key: message.key, media } };
    },
    publish: async (_context, account, message, handle) => {
      takes(160);
      const trouble = troubleOf(storyNow(), account.id);
      if (trouble) return inTrouble(stage, storyNow(), trouble, account);
      return put(account, message, handle['media'] as string[]);
    },
    find: () => {
      takes(120);
      return Promise.resolve({
        kind: 'cannot-tell',
        reason: { code: 'network.no-answer', params: hostOf(stage) },
      });
    },
    remove: async (_context, account, proof) => {
      takes(200);
      await removePost(deps, holderOf(account), (proof.returned as { key: string }).key);
      return { kind: 'removed' };
    },
  };
}

function troubleOf(story: Story, accountId: string): Trouble['kind'] | null {
  const trouble = TROUBLES[story.name];
  const place = story.post.targets.findIndex(
    ({ account }) => need(story.stage.accounts, account).id === accountId,
  );
  return trouble?.targets.includes(place) ? trouble.kind : null;
}

async function inTrouble(
  stage: Stage,
  story: Story,
  kind: Trouble['kind'],
  account: Account,
): Promise<Outcome> {
  const { deps, agenda, institutionId, now } = stage;
  switch (kind) {
    case 'late':
      return {
        kind: 'retry',
        after: nextTry(story, now, agenda.clock.now()),
        reason: { code: 'network.rate-limited' },
      };
    case 'refused':
      return {
        kind: 'rejected',
        reason: { code: 'network.refused', params: { status: 422 }, said: 'Sadržaj objave nije prihvaćen.' },
      };
    case 'signed-out': {
      // Somebody claims the account again, so that what we hold is dead for real.
      const wanted = { handle: account.handle, displayName: account.settings['displayName'] ?? '' };
      await claimAccount({ ...deps, secret: '' }, institutionId, wanted);
      return { kind: 'reauthorise', reason: { code: 'network.signed-out' } };
    }
    default:
      agenda.clock.advance({ seconds: 15 });
      return { kind: 'unknown', reason: { code: 'network.no-answer', params: hostOf(stage) } };
  }
}

const hostOf = (stage: Stage) => ({ host: new URL(stage.deps.publicUrl).host });

/** Long before a late post would ask a person, milliseconds. */
const LATEST_TRY_MS = 2 * 60 * 60 * 1000;

/** A network with too much to do asks us to come back: half-way to now, and then a good while after it. */
export const halfWay = ({ dueAt }: Pick<Story, 'dueAt'>, now: Temporal.Instant): Temporal.Instant =>
  dueAt.add({
    milliseconds: Math.min(Math.round(dueAt.until(now).total('milliseconds') / 2), LATEST_TRY_MS),
  });

function nextTry(story: Story, now: Temporal.Instant, at: Temporal.Instant): Temporal.Instant {
  const middle = halfWay(story, now);
  return Temporal.Instant.compare(at, middle) < 0 ? middle : now.add({ minutes: 25 });
}

/** Citizens answer in the hours after a post is out. */
export function planComments(story: Story): void {
  const { stage, post, dueAt } = story;
  (post.comments ?? []).forEach((comment, index) => {
    const later = dueAt.add({ minutes: 53 + index * 131 });
    const latest = stage.now.subtract({ minutes: 2 });
    stage.agenda.at(Temporal.Instant.compare(later, latest) < 0 ? later : latest, () => say(story, comment));
  });
}

async function say(story: Story, comment: DemoComment): Promise<void> {
  const { stage, post } = story;
  const target = post.targets.find(({ variant }) => variant === comment.variant) ?? post.targets[0]!;
  const { id, holder } = need(stage.accounts, target.account);
  const { handle } = holder;
  await addComment(stage.deps, {
    handle,
    postId: need(story.places, id),
    author: comment.author,
    text: comment.text,
  });
}
