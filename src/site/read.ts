import { foldForSearch, type Variant } from '#/language/index.ts';
import { listAccounts, type AccountRow } from '#/modules/accounts/index.ts';
import {
  findInstitutionBySlug,
  listInstitutions,
  type InstitutionRow,
} from '#/modules/institutions/index.ts';
import { readImages } from '#/modules/media/index.ts';
import {
  publishedPost,
  publishedPosts,
  publishedPostsTagged,
  type PublishedPost,
} from '#/modules/publishing/index.ts';
import type { SiteDeps } from './deps.ts';
import { showInstitution, showPost, type ShownInstitution, type ShownPost } from './view.ts';

type Deps = Pick<SiteDeps, 'db' | 'network'>;

export type ShownAccount = {
  network: string;
  handle: string;
  displayName: string;
  url: string;
  since: Temporal.ZonedDateTime;
  practice: boolean;
};

export type ShownPage = { posts: ShownPost[]; next: string | null };
export type Paging = { after?: string | undefined; limit: number };

export const findShown = async (
  deps: Pick<SiteDeps, 'db'>,
  slug: string,
  variant: Variant,
): Promise<{ row: InstitutionRow; institution: ShownInstitution } | null> => {
  const row = await findInstitutionBySlug(deps.db.open, slug);
  return row ? { row, institution: showInstitution(row, variant) } : null;
};

/** All institutions by name, as the reader's alphabet has it. */
export async function listShown(
  deps: Pick<SiteDeps, 'db'>,
  variant: Variant,
): Promise<{ row: InstitutionRow; institution: ShownInstitution }[]> {
  const rows = await listInstitutions(deps.db.open);
  const order = new Intl.Collator(variant);
  return rows
    .map((row) => ({ row, institution: showInstitution(row, variant) }))
    .toSorted((a, b) => order.compare(a.institution.name.text, b.institution.name.text));
}

/** Where an institution stands: which accounts speak for it, and whether all it does is practice. */
export type Standing = { accounts: ShownAccount[]; practising: boolean };

/**
 * The accounts that speak for the institution today. One that has, or had, an account on a real network is out of
 * practice: its exercises are not shown to citizens any more, who could take them for news.
 */
export async function standingOf(deps: Deps, row: InstitutionRow): Promise<Standing> {
  const all = await deps.db.within({ institutionId: row.id }, listAccounts);
  const practising = all.every((account) => deps.network(account.network).practice);
  const accounts = all
    .filter((account) => account.state !== 'retired')
    .map((account) => showAccount(deps, account, row.time_zone))
    .filter((account) => practising || !account.practice)
    .toSorted((a, b) => a.network.localeCompare(b.network, 'en') || a.handle.localeCompare(b.handle, 'en'));
  return { accounts, practising: practising && all.length > 0 };
}

function showAccount(deps: Deps, account: AccountRow, timeZone: string): ShownAccount {
  const { name, practice } = deps.network(account.network);
  return {
    network: name,
    practice,
    handle: account.handle,
    displayName: account.display_name,
    url: account.url,
    since: account.connected_at.toZonedDateTimeISO(timeZone),
  };
}

/** Published posts, newest first, all of them or those with a hashtag. @throws Problem `page.wrong-cursor` */
export async function shownPosts(
  deps: Deps,
  row: InstitutionRow,
  variant: Variant,
  paging: Paging & { tag?: string; practising: boolean },
): Promise<ShownPage> {
  const { tag, practising } = paging;
  const read = (page: Paging) =>
    tag === undefined
      ? publishedPosts(deps, row.id, page)
      : publishedPostsTagged(deps, row.id, foldForSearch(tag), page);
  let page = await read(paging);
  let items = forCitizens(deps, practising, page.items);
  // A page on which all was practice is no page: go on to one that shows something.
  for (let tries = 0; items.length === 0 && page.next !== null && tries < 20; tries += 1) {
    page = await read({ ...paging, after: page.next });
    items = forCitizens(deps, practising, page.items);
  }
  return { posts: await withPictures(deps, row, items, variant), next: page.next };
}

/** One published post; null where there is none that citizens may see. */
export async function shownPost(
  deps: Deps,
  row: InstitutionRow,
  postId: string,
  variant: Variant,
  practising: boolean,
): Promise<ShownPost | null> {
  const found = await publishedPost(deps, row.id, postId);
  const posts = found ? await withPictures(deps, row, forCitizens(deps, practising, [found]), variant) : [];
  return posts[0] ?? null;
}

/** Exercises are no news: they are shown only while an institution does nothing but practise. */
const forCitizens = (deps: Deps, practising: boolean, posts: readonly PublishedPost[]): PublishedPost[] =>
  posts.filter((post) => practising || post.places.some((place) => !deps.network(place.network).practice));

async function withPictures(
  deps: Deps,
  row: InstitutionRow,
  posts: readonly PublishedPost[],
  variant: Variant,
): Promise<ShownPost[]> {
  const ids = [...new Set(posts.flatMap((post) => post.content.images.map((image) => image.mediaId)))];
  const media =
    ids.length === 0
      ? []
      : (await deps.db.within({ institutionId: row.id }, (tx) => readImages(tx, ids))).filter(
          ({ consent }) => consent !== 'withdrawn',
        );
  const institution = showInstitution(row, variant);
  return posts.flatMap((post) => showPost(deps, institution, post, media, variant) ?? []);
}
