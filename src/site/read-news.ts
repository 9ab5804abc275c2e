import type { Variant } from '#/language/index.ts';
import type { InstitutionRow } from '#/modules/institutions/index.ts';
import type { News } from './pages/home.ts';
import { shownPosts, standingOf } from './read.ts';
import type { SiteDeps } from './deps.ts';
import type { ShownInstitution } from './view.ts';

const STORIES = 6;
/** So that one busy institution does not fill the front page. */
const OF_EACH = 2;
/** Looked at for a picture to lead with, which may be this many days older than the newest. */
const ASKED_OF_EACH = 5;
const PICTURE_DAYS = 14;
/** Institutions are asked one by one, each behind its own wall; more than this would make the front page slow. */
const MOST_ASKED = 60;
const AT_ONCE = 4;

/**
 * What the front page tells, newest first, and which of it leads: the newest that has a picture, if it is not too old
 * for that.
 */
export async function readNews(
  deps: Pick<SiteDeps, 'db' | 'network'>,
  all: readonly { row: InstitutionRow; institution: ShownInstitution }[],
  variant: Variant,
): Promise<{ lead: News | null; others: News[] }> {
  const waiting = all.slice(0, MOST_ASKED);
  const found: News[] = [];
  const newest: News[] = [];
  const ask = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { row, institution } = next;
      const { practising } = await standingOf(deps, row);
      // The demonstration is practice from end to end and says so; elsewhere the front page is for the real thing.
      if (practising && !row.is_demo) continue;
      const { posts } = await shownPosts(deps, row, variant, { limit: ASKED_OF_EACH, practising });
      const stories = posts.map((post) => ({ institution, post }));
      found.push(...stories);
      newest.push(...stories.slice(0, OF_EACH));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const news = newest.toSorted(byTime);
  const since = news[0]?.post.at.subtract({ days: PICTURE_DAYS });
  const lead = found
    .filter(
      ({ post }) => since && post.images.length > 0 && Temporal.ZonedDateTime.compare(post.at, since) > 0,
    )
    .toSorted(byTime)[0];
  const others = news.filter(({ post }) => post.id !== lead?.post.id).slice(0, lead ? STORIES - 1 : STORIES);
  return { lead: lead ?? null, others };
}

const byTime = (a: News, b: News): number => Temporal.ZonedDateTime.compare(b.post.at, a.post.at);
