import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { Delegation } from './people.ts';
import { PostState } from './posts.ts';

const PostRef = z.object({ id: Id, title: z.string() });

/** All that hangs on a person in the institution. */
export const Holdings = z.object({
  posts: z.array(PostRef.extend({ state: PostState, dueAt: Instant.nullable() })),
  steps: z.array(z.object({ postId: Id, title: z.string(), kind: z.string() })),
  reviews: z.object({ posts: z.array(PostRef), paths: z.array(z.string()) }),
  /** `alone`: nobody else answers for it. */
  accounts: z.array(z.object({ id: Id, network: z.string(), handle: z.string(), alone: z.boolean() })),
  consultations: z.number(),
  delegations: z.array(Delegation),
  /** Made by them and in use; they belong to the institution and stay. */
  apiKeys: z.array(z.object({ id: Id, name: z.string() })),
});
export type Holdings = z.infer<typeof Holdings>;

export const HandOver = z.object({ successorId: Id.nullable(), leaves: z.boolean() });
