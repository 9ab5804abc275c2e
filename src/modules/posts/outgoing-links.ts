import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#/db/database.ts';
import type { SentLink } from '#/language/links/index.ts';
import { wordsOf, type LinkChoice, type PostContent } from './rules.ts';

/** What must be known of a post to say how its links go out. */
export type LinkedPost = {
  id: string;
  institutionId: string;
  planItemId: string | null;
  campaignId: string | null;
  content: PostContent;
};

/** What `links` does for a post that is saved: the address that goes out in the place of each link. */
export type OutgoingLinks = {
  resolve(tx: Tx, post: LinkedPost, now: Temporal.Instant): Promise<SentLink[]>;
};

const AS_RULED: LinkChoice = { tag: true, shorten: true, plain: [] };

/** What the person said of the links of a post; the institution's rule alone where nobody has said anything. */
export const choiceOf = ({ links }: Pick<PostContent, 'links'>): LinkChoice => {
  const { tag, shorten, plain } = links ?? AS_RULED;
  return { tag, shorten, plain: [...plain] };
};

/** The content with its links resolved by the rule of today. */
export async function withOutgoing(
  deps: { outgoing: OutgoingLinks },
  tx: Tx,
  post: LinkedPost,
  now: Temporal.Instant,
): Promise<PostContent> {
  const { links: _before, ...rest } = post.content;
  const choice = choiceOf(post.content);
  const out = await deps.outgoing.resolve(
    tx,
    { ...post, content: { ...rest, links: { ...choice, out: [] } } },
    now,
  );
  return out.length === 0 && isDeepStrictEqual(choice, AS_RULED)
    ? rest
    : { ...rest, links: { ...choice, out } };
}

type Written = Pick<LinkedPost, 'planItemId' | 'content'>;

/**
 * Whether nothing changed that links depend on. Then they stay as they were resolved, whatever has become of the rule
 * since: moving a post in time or giving it another working title must not change what goes out.
 */
export function hasSameLinks(before: Written, after: Written): boolean {
  const of = ({ planItemId, content }: Written) => {
    return { planItemId, ...wordsOf(content), targets: content.targets, ...choiceOf(content) };
  };
  return isDeepStrictEqual(of(before), of(after));
}
