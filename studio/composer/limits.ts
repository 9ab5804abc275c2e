import type { Account, Network, NetworkLimits, NetworkLook, SentLink, Variant } from '#/contract/index.ts';
import { COUNTING_METHODS, countText, type CountingMethod } from '#/language/index.ts';
import { sentText } from '#/language/links/sent-text.ts';

export type Limit = { max: number; method: CountingMethod };

/** Where a text stands against a limit. `near`: over nine tenths. `thread`: over, but it may go out in parts. */
export type Standing = 'fits' | 'near' | 'thread' | 'over';

export type Count = { count: number; max: number; left: number; standing: Standing; method: CountingMethod };

/** A method this browser knows; an unknown one of a newer server is counted as code units, which is never less. */
export function methodOf(name: string): CountingMethod {
  return COUNTING_METHODS.find((method) => method === name) ?? 'utf16';
}

/** The counts of a text against a network's limits, the tightest first. */
export function countAgainst(text: string, limits: NetworkLimits, threadMax: number): Count[] {
  return [limits.text, ...(limits.textAlso ? [limits.textAlso] : [])]
    .map((limit) => count(text, { max: limit.max, method: methodOf(limit.method) }, threadMax))
    .sort((a, b) => b.count / b.max - a.count / a.max);
}

/** Of a first comment, which is never cut into parts; null where the network takes none. */
export const commentCount = (text: string, { comment }: NetworkLimits): Count | null =>
  comment ? count(text, { max: comment.max, method: methodOf(comment.method) }, 1) : null;

function count(text: string, { max, method }: Limit, threadMax: number): Count {
  const counted = countText(text, method);
  const standing =
    counted > max * threadMax ? 'over' : counted > max ? 'thread' : counted > max * 0.9 ? 'near' : 'fits';
  return { count: counted, max, left: max - counted, standing, method };
}

export { commentFor, FIRST_COMMENT, textFor } from '#/language/checks/index.ts';
export { sentText } from '#/language/links/sent-text.ts';

/** A text as it goes out to those of these accounts where its links are the longest. */
export function longestSent(
  text: string,
  sent: readonly SentLink[] | undefined,
  accounts: readonly Pick<Account, 'id'>[],
  variant: Variant,
): string {
  const there = accounts.map(({ id: accountId }) => sentText(text, sent, { accountId, variant }));
  return there.toSorted((a, b) => b.length - a.length)[0] ?? text;
}

export type NetworkFacts = {
  network: string;
  name: string;
  limits: NetworkLimits;
  threadMax: number;
  /** The shapes of pictures it takes; others are cut before they go out. Null: any. */
  ratio: NetworkLimits['images']['ratio'];
  video: NetworkLimits['video'];
  look: NetworkLook;
  price: Network['price'];
  accounts: readonly Account[];
};

/**
 * The networks that this institution has accounts on, with the tightest limits of its accounts there: one server of a
 * network may allow less than another.
 */
export function networkFacts(accounts: readonly Account[], networks: readonly Network[]): NetworkFacts[] {
  const used = accounts.filter((account) => account.state !== 'retired');
  return networks.flatMap((network) => {
    const own = used.filter((account) => account.network === network.network);
    if (own.length === 0) return [];
    const tightest = own.toSorted((a, b) => a.limits.text.max - b.limits.text.max)[0];
    return [
      {
        network: network.network,
        name: network.name,
        limits: tightest?.limits ?? network.limits,
        threadMax: network.abilities.threadMax,
        ratio: network.limits.images.ratio,
        video: network.limits.video,
        look: network.look,
        price: network.price,
        accounts: own,
      },
    ];
  });
}
