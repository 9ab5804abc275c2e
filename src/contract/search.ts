import { z } from 'zod';
import { Account } from './accounts.ts';
import { Id, Instant, IsoDate, Role } from './common.ts';
import { PostState } from './posts.ts';

export const SearchQuery = z.object({
  /** Words that all have to be found, in any script and without diacritics. Without any: the posts last changed. */
  q: z.string().trim().max(200).default(''),
  /** Of each kind. */
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

/** The best of one kind, and whether there are more. */
const found = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), more: z.boolean() });

/** What was found, by kind; null where the caller may not read that kind. */
export const SearchResult = z.object({
  posts: found(
    z.object({
      id: Id,
      title: z.string(),
      state: PostState,
      dueAt: Instant.nullable(),
      /** The part of a text where a word stands; null where all of them are in the title. */
      excerpt: z.string().nullable(),
    }),
  ).nullable(),
  planItems: found(
    z.object({ id: Id, title: z.string(), theme: z.string(), dueOn: IsoDate, archived: z.boolean() }),
  ).nullable(),
  campaigns: found(
    z.object({ id: Id, name: z.string(), startsOn: IsoDate, endsOn: IsoDate, archived: z.boolean() }),
  ).nullable(),
  people: found(z.object({ id: Id, name: z.string(), email: z.string(), roles: z.array(Role) })).nullable(),
  accounts: found(
    z.object({
      id: Id,
      network: z.string(),
      handle: z.string(),
      displayName: z.string(),
      state: Account.shape.state,
    }),
  ).nullable(),
  media: found(z.object({ id: Id, fileName: z.string(), thumbnailUrl: z.string() })).nullable(),
});
export type SearchResult = z.infer<typeof SearchResult>;
