import type { PostCheck, Texts, Variant } from '#/contract/index.ts';
import { countText } from '#/language/index.ts';
import type { Draft } from './draft.ts';
import { countAgainst, textFor, type NetworkFacts } from './limits.ts';

/** A check of the composer itself; its sentence is `studio:checks.<code>`. */
export type LocalCheck = Omit<PostCheck, 'message'>;

export type CheckInput = {
  /** With sr-Cyrl made, as a reader would get it. */
  draft: Draft;
  facts: readonly NetworkFacts[];
  /** Variants that the plan item asks for. */
  wanted: readonly Variant[];
  /** Null where the time is none, or one of two and nobody has said which. */
  dueAt: string | null;
  now: number;
};

/** What the server would say of the draft as it stands, before it has been saved. The codes are the server's. */
export function checkDraft(input: CheckInput): LocalCheck[] {
  return [...checkWhole(input), ...checkTargets(input), ...checkImages(input)];
}

/** Codes that are known here: on these the composer is right, because it has seen the last key. */
const KNOWN = new Set(
  (
    'empty no-target no-time time-past variant-missing account-not-connected target-without-text too-long ' +
    'goes-as-thread too-many-images no-alt alt-too-long'
  )
    .split(' ')
    .map((name) => `post.${name}`),
);

/** The composer's own checks, and those of the server that only it can make. Blocking ones first. */
export function mergeChecks(
  local: readonly LocalCheck[],
  server: readonly PostCheck[],
): (LocalCheck | PostCheck)[] {
  const merged = [...local, ...server.filter(({ code }) => !KNOWN.has(code))];
  return merged.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

function* checkWhole({ draft, wanted, dueAt, now }: CheckInput): Generator<LocalCheck> {
  const has = filled(draft.texts);
  if (has.length === 0) yield block('post.empty', '/content/texts');
  for (const variant of wanted)
    if (!has.includes(variant)) yield block('post.variant-missing', `/content/texts/${variant}`, { variant });
  if (draft.targets.length === 0) yield block('post.no-target', '/content/targets');
  if (draft.due === null || dueAt === null) yield block('post.no-time', '/content/due');
  else if (Date.parse(dueAt) <= now) yield block('post.time-past', '/content/due');
}

function* checkTargets({ draft, facts }: CheckInput): Generator<LocalCheck> {
  for (const { accountId, variant } of draft.targets) {
    const at = find(facts, accountId);
    if (!at) continue;
    const { network, account } = at;
    const own = draft.overrides[network.network];
    const text = textFor(draft.texts, own, variant);
    const path = own?.[variant]?.trim()
      ? `/content/overrides/${network.network}/${variant}`
      : `/content/texts/${variant}`;
    const params = { network: network.name, handle: account.handle, variant };
    if (account.state !== 'connected')
      yield block('post.account-not-connected', '/content/targets', { handle: account.handle });
    if (text.trim() === '') {
      yield block('post.target-without-text', path, params);
      continue;
    }
    const count = countAgainst(text, account.limits, network.threadMax).find(
      ({ standing }) => standing === 'over' || standing === 'thread',
    );
    if (!count) continue;
    const max = count.standing === 'over' ? count.max * network.threadMax : count.max;
    const figures = { ...params, count: count.count, max, over: count.count - max };
    if (count.standing === 'over') yield block('post.too-long', path, figures);
    else yield { code: 'post.goes-as-thread', blocks: false, path, params: figures };
  }
}

function* checkImages({ draft, facts }: CheckInput): Generator<LocalCheck> {
  const targets = draft.targets.flatMap(({ accountId, variant }) => {
    const at = find(facts, accountId);
    return at ? [{ ...at, variant }] : [];
  });
  const fewest = targets.toSorted((a, b) => a.account.limits.images.max - b.account.limits.images.max)[0];
  if (fewest && draft.images.length > fewest.account.limits.images.max)
    yield block('post.too-many-images', '/content/images', {
      network: fewest.network.name,
      max: fewest.account.limits.images.max,
    });
  const variants = new Set<Variant>([...filled(draft.texts), ...draft.targets.map(({ variant }) => variant)]);
  for (const [index, { alt }] of draft.images.entries())
    for (const variant of variants) {
      const path = `/content/images/${index}/alt/${variant}`;
      const number = index + 1;
      const text = alt[variant] ?? '';
      if (text.trim() === '') yield block('post.no-alt', path, { number, variant });
      const count = countText(text, 'graphemes');
      const narrow = targets.find((to) => to.variant === variant && count > to.account.limits.images.altMax);
      if (narrow)
        yield block('post.alt-too-long', path, {
          number,
          network: narrow.network.name,
          count,
          max: narrow.account.limits.images.altMax,
        });
    }
}

function find(facts: readonly NetworkFacts[], accountId: string) {
  for (const network of facts) {
    const account = network.accounts.find(({ id }) => id === accountId);
    if (account) return { network, account };
  }
  return undefined;
}

const filled = (texts: Texts): Variant[] =>
  (Object.keys(texts) as Variant[]).filter((variant) => texts[variant]?.trim());

const block = (code: string, path: string, params: LocalCheck['params'] = {}): LocalCheck => ({
  code,
  blocks: true,
  params,
  path,
});
