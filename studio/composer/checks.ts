import type { PostCheck, SentLink, Variant } from '#/contract/index.ts';
import { checkContent, type Check, type TargetAccount } from '#/language/checks/index.ts';
import type { Draft } from './draft.ts';
import { methodOf, type NetworkFacts } from './limits.ts';

/** A check of the composer itself; its sentence is `studio:checks.<code>` or `writing:checks.<code>`. */
export type LocalCheck = Check;

export type CheckInput = {
  /** With sr-Cyrl made, as a reader would get it. */
  draft: Draft;
  /** What its links came to at the last save. */
  sent?: readonly SentLink[] | undefined;
  facts: readonly NetworkFacts[];
  /** Variants that the plan item asks for. */
  wanted: readonly Variant[];
  /** Null where the time is none, or one of two and nobody has said which. */
  dueAt: string | null;
  now: number;
};

/** What the server would say of the draft as it stands, before it has been saved: the rules are the same file. */
export function checkDraft({ draft, sent = [], facts, wanted, dueAt, now }: CheckInput): LocalCheck[] {
  return checkContent({
    content: { ...draft, links: { out: sent } },
    dueAt: draft.due === null || dueAt === null ? null : Date.parse(dueAt),
    now,
    accounts: accountsOf(facts),
    wanted,
    images: null,
  });
}

function accountsOf(facts: readonly NetworkFacts[]): TargetAccount[] {
  return facts.flatMap(({ network, name, threadMax, accounts }) =>
    accounts.map(({ id, handle, state, limits }) => {
      const limit = ({ max, method }: { max: number; method: string }) => ({ max, method: methodOf(method) });
      return {
        id,
        network,
        networkName: name,
        handle,
        connected: state === 'connected',
        threadMax,
        text: limit(limits.text),
        ...(limits.textAlso ? { textAlso: limit(limits.textAlso) } : {}),
        ...(limits.comment ? { comment: limit(limits.comment) } : {}),
        images: limits.images,
        video: limits.video,
      };
    }),
  );
}

/** Codes that are known here: on these the composer is right, because it has seen the last key. */
const KNOWN = new Set(
  (
    'empty no-target no-time time-past variant-missing account-not-connected target-without-text too-long ' +
    'goes-as-thread comment-too-long comment-not-there too-many-images too-few-images video-missing no-alt alt-too-long'
  )
    .split(' ')
    .map((name) => `post.${name}`),
);

/**
 * The composer's own checks, and those of the server that only it can make. Blocking ones first.
 * @param here further codes that are known here, once their rules are loaded
 */
export function mergeChecks(
  local: readonly LocalCheck[],
  server: readonly PostCheck[],
  here: ReadonlySet<string> = NONE,
): (LocalCheck | PostCheck)[] {
  const merged = [...local, ...server.filter(({ code }) => !KNOWN.has(code) && !here.has(code))];
  return merged.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}
const NONE: ReadonlySet<string> = new Set();
