import { countText, type CountingMethod, type Variant } from '#/language/index.ts';
import { textFor, variantsOf, type PostContent } from './rules.ts';

/** What the checks must know of an account: whose limits hold there. */
export type TargetAccount = {
  id: string;
  network: string;
  networkName: string;
  handle: string;
  connected: boolean;
  threadMax: number;
  text: { max: number; method: CountingMethod };
  textAlso?: { max: number; method: CountingMethod };
  images: { max: number; alt: 'required' | 'taken' | 'not-taken'; altMax: number };
};

export type Check = {
  code: string;
  /** A blocking check keeps the post from review. */
  blocks: boolean;
  params: Record<string, string | number>;
  path: string;
};

export type CheckInput = {
  content: PostContent;
  accounts: readonly TargetAccount[];
  /** Variants that the plan item asks for; empty where there is no plan item. */
  wanted: readonly Variant[];
  /** Ids of the pictures that are there; a post can name one that is not, or is somebody else's. */
  images: ReadonlySet<string>;
  now: Temporal.Instant;
};

/** Everything that stands between this content and the public, the same in the editor and on the server. */
export function checkPost(input: CheckInput): Check[] {
  return [...checkWhole(input), ...checkTexts(input), ...checkImages(input)];
}

function* checkWhole({ content, accounts, wanted, now }: CheckInput): Generator<Check> {
  const has = variantsOf(content);
  if (has.length === 0) yield block('post.empty', '/content/texts');
  if (content.targets.length === 0) yield block('post.no-target', '/content/targets');
  if (content.dueAt === null) yield block('post.no-time', '/content/due');
  else if (Temporal.Instant.compare(Temporal.Instant.from(content.dueAt), now) <= 0) {
    yield block('post.time-past', '/content/due');
  }
  for (const variant of wanted) {
    if (!has.includes(variant)) yield block('post.variant-missing', `/content/texts/${variant}`, { variant });
  }
  for (const [index, target] of content.targets.entries()) {
    const account = accounts.find((found) => found.id === target.accountId);
    if (account && !account.connected) {
      yield block('post.account-not-connected', `/content/targets/${index}`, { handle: account.handle });
    }
  }
}

function* checkTexts({ content, accounts }: CheckInput): Generator<Check> {
  for (const [index, target] of content.targets.entries()) {
    const account = accounts.find((found) => found.id === target.accountId);
    if (!account) {
      yield block('post.account-unknown', `/content/targets/${index}`);
      continue;
    }
    const text = textFor(content, account.network, target.variant);
    const own = content.overrides[account.network]?.[target.variant];
    const path = own?.trim()
      ? `/content/overrides/${account.network}/${target.variant}`
      : `/content/texts/${target.variant}`;
    const params = { network: account.networkName, handle: account.handle, variant: target.variant };
    if (text.trim() === '') {
      yield block('post.target-without-text', path, params);
      continue;
    }
    for (const limit of [account.text, ...(account.textAlso ? [account.textAlso] : [])]) {
      const count = countText(text, limit.method);
      const max = limit.max * account.threadMax;
      if (count > max) yield block('post.too-long', path, { ...params, count, max, over: count - max });
      else if (count > limit.max) {
        yield {
          code: 'post.goes-as-thread',
          blocks: false,
          path,
          params: { ...params, count, max: limit.max },
        };
      }
    }
  }
}

function* checkImages({ content, accounts, images: known }: CheckInput): Generator<Check> {
  const targets = content.targets.flatMap((target) => {
    const account = accounts.find((found) => found.id === target.accountId);
    return account ? [{ account, variant: target.variant }] : [];
  });
  const max = targets.toSorted((a, b) => a.account.images.max - b.account.images.max)[0]?.account;
  if (max && content.images.length > max.images.max) {
    yield block('post.too-many-images', '/content/images', { network: max.networkName, max: max.images.max });
  }
  const variants = new Set<Variant>([...variantsOf(content), ...targets.map((target) => target.variant)]);
  for (const [index, image] of content.images.entries()) {
    if (!known.has(image.mediaId))
      yield block('post.image-missing', `/content/images/${index}`, { number: index + 1 });
    for (const variant of variants) {
      const alt = image.alt[variant] ?? '';
      const path = `/content/images/${index}/alt/${variant}`;
      if (alt.trim() === '') yield block('post.no-alt', path, { number: index + 1, variant });
      for (const { account, variant: goes } of targets) {
        const count = countText(alt, 'graphemes');
        if (goes === variant && count > account.images.altMax) {
          yield block('post.alt-too-long', path, {
            number: index + 1,
            network: account.networkName,
            count,
            max: account.images.altMax,
          });
        }
      }
    }
  }
}

const block = (code: string, path: string, params: Check['params'] = {}): Check => ({
  code,
  blocks: true,
  params,
  path,
});
