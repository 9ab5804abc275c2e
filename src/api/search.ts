import { operations, type SearchResult } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import {
  excerptAround,
  findWords,
  holdsWords,
  readingOrder,
  searchWords,
  type Variant,
} from '#/language/index.ts';
import { findAccounts } from '#/modules/accounts/index.ts';
import type { Texts } from '#/modules/institutions/index.ts';
import { listMedia } from '#/modules/media/index.ts';
import { findColleagues, may, permit, type Act, type Actor } from '#/modules/people/index.ts';
import { findCampaigns, findPlanItems } from '#/modules/planning/index.ts';
import { listPosts, type ListedPost } from '#/modules/posts/index.ts';
import { instantOrNull, mediaUrl } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Asked = { tx: Tx; actor: Actor; q: string; words: string[]; limit: number; variant: Variant };

/** One box for everything: each module finds its own, by the rights of whoever asks. */
export function mountSearch(api: ApiRouter, deps: { db: Db }): void {
  api.on(operations.search, async ({ actor, query, variant }) => ({
    body: await deps.db.within(actor, (tx) => searchEverything(tx, actor, { ...query, variant })),
  }));
}

/** The best of each kind, null where the caller may not read it. Without words: the posts last changed. */
export async function searchEverything(
  tx: Tx,
  actor: Actor,
  { q, limit, variant }: { q: string; limit: number; variant: Variant },
): Promise<SearchResult> {
  permit(actor, 'institution.read');
  const asked = { tx, actor, q, words: searchWords(q), limit, variant };
  return {
    posts: await postsOf(asked),
    planItems: await planItemsOf(asked),
    campaigns: await campaignsOf(asked),
    people: await peopleOf(asked),
    accounts: await accountsOf(asked),
    media: await mediaOf(asked),
  };
}

/** One more than is shown tells whether there are more. Without words nothing but posts is shown. */
async function kind<Row, Item>(
  { actor, words, limit }: Asked,
  act: Act,
  find: (limit: number) => Promise<Row[]>,
  present: (row: Row) => Item,
): Promise<{ items: Item[]; more: boolean } | null> {
  if (!may(actor, act)) return null;
  if (words.length === 0) return { items: [], more: false };
  const rows = await find(limit + 1);
  return { items: rows.slice(0, limit).map(present), more: rows.length > limit };
}

async function postsOf({ tx, actor, q, words, limit, variant }: Asked): Promise<SearchResult['posts']> {
  if (!may(actor, 'post.read') && !may(actor, 'post.read-sent')) return null;
  const { rows, next } = await listPosts(tx, actor, { limit, ...(words.length > 0 ? { search: q } : {}) });
  // Among the newest that hold the words those whose title does come first.
  const inTitle = (row: ListedPost) => words.length > 0 && holdsWords(row.title, words);
  const items = rows
    .toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)))
    .map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      dueAt: instantOrNull(row.due_at),
      excerpt: inTitle(row) || words.length === 0 ? null : excerptOf(row, words, variant),
    }));
  return { items, more: next !== null };
}

/** From the text that holds the most of the words, first the reader's. */
function excerptOf({ content }: ListedPost, words: readonly string[], variant: Variant): string | null {
  const texts = readingOrder(variant).map((one) => content.texts[one] ?? '');
  const count = (text: string) => words.filter((word) => findWords(text, [word]).length > 0).length;
  const best = texts.toSorted((a, b) => count(b) - count(a))[0];
  return best ? excerptAround(best, words) : null;
}

const textFor = (texts: Texts, variant: Variant): string =>
  readingOrder(variant)
    .map((one) => texts[one] ?? '')
    .find((text) => text !== '') ?? '';

const planItemsOf = (asked: Asked) =>
  kind(
    asked,
    'plan.read',
    (limit) => findPlanItems(asked.tx, asked.actor, { words: asked.q, limit }),
    (row) => ({
      id: row.id,
      title: textFor(row.titles, asked.variant),
      theme: row.theme,
      dueOn: row.due_on,
      archived: row.archived_at !== null,
    }),
  );

const campaignsOf = (asked: Asked) =>
  kind(
    asked,
    'plan.read',
    (limit) => findCampaigns(asked.tx, asked.actor, { words: asked.q, limit }),
    (row) => ({
      id: row.id,
      name: textFor(row.names, asked.variant),
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      archived: row.archived_at !== null,
    }),
  );

const peopleOf = (asked: Asked) =>
  kind(
    asked,
    'person.list',
    (limit) => findColleagues(asked.tx, asked.actor, { words: asked.q, limit }),
    ({ id, name, email, roles }) => ({ id, name, email, roles: [...roles] }),
  );

const accountsOf = (asked: Asked) =>
  kind(
    asked,
    'account.read',
    (limit) => findAccounts(asked.tx, asked.actor, { words: asked.q, limit }),
    (row) => ({
      id: row.id,
      network: row.network,
      handle: row.handle,
      displayName: row.display_name,
      state: row.state,
    }),
  );

const mediaOf = (asked: Asked) =>
  kind(
    asked,
    'media.read',
    async (limit) => (await listMedia(asked.tx, asked.actor, { search: asked.q, limit })).rows,
    (row) => ({
      id: row.id,
      fileName: row.file_name,
      thumbnailUrl: mediaUrl(row.institution_id, row.id, 'thumbnail'),
    }),
  );
