import { countText, type CountingMethod } from '../count/index.ts';
import { sentText, type SentLink } from '../links/sent-text.ts';
import type { Variant } from '../variants.ts';
import type { Check } from './check.ts';

type Texts = Partial<Record<Variant, string>>;
type Limit = { max: number; method: CountingMethod };

/** What must be known of an account: whose limits hold there. */
export type TargetAccount = {
  id: string;
  network: string;
  networkName: string;
  handle: string;
  connected: boolean;
  threadMax: number;
  text: Limit;
  /** A second limit that holds at the same time. */
  textAlso?: Limit;
  /** Of the first comment; not there where none goes out. */
  comment?: Limit;
  images: { min?: number; max: number; alt?: 'required' | 'taken' | 'not-taken'; altMax: number };
  /** Null where it takes none. What a file is only the server knows; that there is none, the composer too. */
  video?: VideoLimit | null;
};

export type VideoLimit = {
  maxBytes: number;
  minMs: number;
  maxMs: number;
  mime: readonly string[];
  /** Width through height. */
  ratio: { min: number; max: number } | null;
  captions: boolean;
  /** A post without one is not taken. */
  required?: boolean;
};

export type ContentCheckInput = {
  content: {
    texts: Texts;
    overrides: Readonly<Record<string, Texts>>;
    images: readonly { mediaId: string; alt: Texts }[];
    targets: readonly { accountId: string; variant: Variant }[];
    /** What its links come to when it goes out: that is counted. */
    links?: { out: readonly SentLink[] } | undefined;
  };
  /** Milliseconds since 1970; null where there is none yet. */
  dueAt: number | null;
  now: number;
  accounts: readonly TargetAccount[];
  /** Variants that the plan item asks for; empty where there is no plan item. */
  wanted: readonly Variant[];
  /**
   * Ids of the pictures that are there. Null in the composer, which does not know every picture and every account:
   * what is missing there the server tells.
   */
  images: ReadonlySet<string> | null;
};

/** Everything that stands between this content and the public: the same rules in the composer and on the server. */
export function checkContent(input: ContentCheckInput): Check[] {
  return [...checkWhole(input), ...checkTargets(input), ...checkImages(input)];
}

/** Among the texts that stand beside the common one: the first comment, in the place of a network's name. */
export const FIRST_COMMENT = 'first-comment';

/** What the account itself says first below the post; empty where there is nothing. */
export const commentFor = (overrides: Readonly<Record<string, Texts>>, variant: Variant): string =>
  (overrides[FIRST_COMMENT]?.[variant] ?? '').trim();

/** The text that goes to a network in a variant: its own version where there is one, else the common one. */
export function textFor(texts: Texts, own: Texts | undefined, variant: Variant): string {
  const version = own?.[variant];
  return version !== undefined && version.trim() !== '' ? version : (texts[variant] ?? '');
}

function* checkWhole({ content, wanted, dueAt, now }: ContentCheckInput): Generator<Check> {
  const has = filled(content.texts);
  if (has.length === 0) yield block('post.empty', '/content/texts');
  for (const variant of wanted)
    if (!has.includes(variant)) yield block('post.variant-missing', `/content/texts/${variant}`, { variant });
  if (content.targets.length === 0) yield block('post.no-target', '/content/targets');
  if (dueAt === null) yield block('post.no-time', '/content/due');
  else if (dueAt <= now) yield block('post.time-past', '/content/due');
}

function* checkTargets({ content, accounts, images }: ContentCheckInput): Generator<Check> {
  for (const { accountId, variant } of content.targets) {
    const account = accounts.find(({ id }) => id === accountId);
    if (!account) {
      if (images) yield block('post.account-unknown', '/content/targets');
      continue;
    }
    if (!account.connected)
      yield block('post.account-not-connected', '/content/targets', { handle: account.handle });
    const own = content.overrides[account.network];
    const text = textFor(content.texts, own, variant);
    const path = own?.[variant]?.trim()
      ? `/content/overrides/${account.network}/${variant}`
      : `/content/texts/${variant}`;
    const params = { network: account.networkName, handle: account.handle, variant };
    const sent = (written: string) => sentText(written, content.links?.out, { accountId, variant });
    if (text.trim() === '') yield block('post.target-without-text', path, params);
    else yield* checkLength(sent(text), account, path, params);
    yield* checkComment(sent(commentFor(content.overrides, variant)), account, params);
  }
}

/** The tightest of the limits that is passed is told; the others would say the same. */
function* checkLength(
  text: string,
  account: TargetAccount,
  path: string,
  params: Check['params'],
): Generator<Check> {
  const counts = [account.text, ...(account.textAlso ? [account.textAlso] : [])]
    .map(({ max, method }) => ({ max, count: countText(text, method) }))
    .sort((a, b) => b.count / b.max - a.count / a.max);
  const worst = counts[0];
  if (!worst || worst.count <= worst.max) return;
  const { count, max } = worst;
  const all = max * account.threadMax;
  if (count > all) yield block('post.too-long', path, { ...params, count, max: all, over: count - all });
  else yield { code: 'post.goes-as-thread', blocks: false, path, params: { ...params, count, max } };
}

function* checkComment(text: string, account: TargetAccount, params: Check['params']): Generator<Check> {
  if (text === '') return;
  const path = `/content/overrides/${FIRST_COMMENT}/${params['variant']}`;
  const { comment: limit } = account;
  if (!limit) yield { code: 'post.comment-not-there', blocks: false, path, params };
  else {
    const [count, { max }] = [countText(text, limit.method), limit];
    if (count > max) yield block('post.comment-too-long', path, { ...params, count, max, over: count - max });
  }
}

function* checkImages({ content, accounts, images }: ContentCheckInput): Generator<Check> {
  const targets = content.targets.flatMap(({ accountId, variant }) => {
    const account = accounts.find(({ id }) => id === accountId);
    return account ? [{ account, variant }] : [];
  });
  // A video lies among the pictures, and is alone there: a network of videos takes that one.
  const roomOf = ({ images: { max }, video }: TargetAccount) => Math.max(max, video?.required ? 1 : 0);
  const fewest = targets.toSorted((a, b) => roomOf(a.account) - roomOf(b.account))[0]?.account;
  if (fewest && content.images.length > roomOf(fewest))
    yield block('post.too-many-images', '/content/images', {
      network: fewest.networkName,
      max: fewest.images.max,
    });
  const ofVideos = targets.find(({ account }) => account.video?.required)?.account;
  if (ofVideos && content.images.length === 0)
    yield block('post.video-missing', '/content/images', { network: ofVideos.networkName });
  const demanding = targets.find(({ account }) => content.images.length < (account.images.min ?? 0))?.account;
  if (demanding) yield block('post.too-few-images', '/content/images', { network: demanding.networkName });
  const variants = new Set<Variant>([
    ...filled(content.texts),
    ...content.targets.map(({ variant }) => variant),
  ]);
  for (const [index, { mediaId, alt }] of content.images.entries()) {
    const number = index + 1;
    if (images && !images.has(mediaId))
      yield block('post.image-missing', `/content/images/${index}`, { number });
    for (const variant of variants) {
      const path = `/content/images/${index}/alt/${variant}`;
      const text = alt[variant] ?? '';
      if (text.trim() === '') yield block('post.no-alt', path, { number, variant });
      const count = countText(text, 'graphemes');
      const narrow = targets.find(
        (to) =>
          to.variant === variant && to.account.images.alt !== 'not-taken' && count > to.account.images.altMax,
      )?.account;
      if (narrow)
        yield block('post.alt-too-long', path, {
          number,
          network: narrow.networkName,
          count,
          max: narrow.images.altMax,
        });
    }
  }
}

const filled = (texts: Texts): Variant[] =>
  (Object.keys(texts) as Variant[]).filter((variant) => texts[variant]?.trim());

const block = (code: string, path: string, params: Check['params'] = {}): Check => ({
  code,
  blocks: true,
  params,
  path,
});
