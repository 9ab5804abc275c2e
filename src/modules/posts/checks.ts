import type { Variant } from '#/language/index.ts';
import { checkContent, type Check, type RuleLevels, type TargetAccount } from '#/language/checks/index.ts';
import { checkGaps } from '#/language/checks/gaps.ts';
import { checkWriting } from '#/language/checks/texts.ts';
import { checkVideos } from './check-videos.ts';
import { checkSeen, type Seen } from './seen.ts';
import type { PostContent } from './rules.ts';

export type { Check, TargetAccount };

export type CheckInput = {
  content: PostContent;
  accounts: readonly TargetAccount[];
  /** Variants that the plan item asks for; empty where there is no plan item. */
  wanted: readonly Variant[];
  /** Ids of the pictures that are there; a post can name one that is not, or is somebody else's. */
  images: ReadonlySet<string>;
  /** What the institution decided about the rules of writing. */
  levels?: RuleLevels;
  /** Gaps of the template that the post began with. */
  gaps?: readonly string[];
  /** The institution's rule for links is another one than when the post was saved. */
  linksOvertaken?: boolean;
  /** What was found out beforehand, of links and files. */
  seen?: Seen;
  now: Temporal.Instant;
};

const OVERTAKEN: Check = { code: 'post.links-overtaken', blocks: false, params: {}, path: '/content/links' };

/** Everything that stands between this content and the public, and what should be looked at before it goes out. */
export function checkPost({ content, levels = {}, gaps = [], seen, now, ...more }: CheckInput): Check[] {
  const { linksOvertaken = false, ...rest } = more;
  const dueAt = content.dueAt === null ? null : Temporal.Instant.from(content.dueAt).epochMilliseconds;
  return [
    ...checkContent({ ...rest, content, dueAt, now: now.epochMilliseconds }),
    ...checkGaps(content, gaps),
    ...checkWriting(content, levels),
    ...(linksOvertaken ? [OVERTAKEN] : []),
    ...(seen ? [...checkSeen(content, levels, seen), ...checkVideos(content, rest.accounts, seen)] : []),
  ];
}
