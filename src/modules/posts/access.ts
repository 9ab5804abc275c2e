import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { may, permit, permitAny, type Actor } from '#/modules/people/index.ts';
import { hasOpenConsultation, isReader } from './consultation-queries.ts';
import { choiceOf } from './outgoing-links.ts';
import { sealOf, type PostContent, type Texts } from './rules.ts';

/** Accounts that a content goes to: what a role that is limited to accounts is measured against. */
export const accountsOf = (content: Pick<PostContent, 'targets'>): string[] => [
  ...new Set(content.targets.map(({ accountId }) => accountId)),
];

const READING = ['post.read', 'post.read-sent'] as const;

/**
 * Whoever is only asked sees a post while it is before them, and learns no more of others than that there is nothing.
 * @throws Problem `post.not-found`
 */
export async function permitReading(tx: Tx, actor: Actor, postId: string): Promise<void> {
  permitAny(actor, READING);
  if (may(actor, 'post.read')) return;
  const { personId } = actor;
  const sent =
    personId !== null &&
    ((await hasOpenConsultation(tx, postId, personId)) || (await isReader(tx, postId, personId)));
  if (!sent) throw new Problem('not-found', 'post.not-found');
}

/** In lists: null sees all, a person only what is before them. */
export function readerOf(actor: Actor): string | null {
  permitAny(actor, READING);
  return may(actor, 'post.read') ? null : actor.personId;
}

type Written = { title: string; planItemId: string | null; content: PostContent };

/**
 * Whether this change is theirs to make: a writer's within the accounts of their role, before and after; a
 * translator's where it touches texts and nothing else.
 * @throws Problem `permission.account`, `post.texts-only`
 */
export function permitChange(actor: Actor, before: Written, after: Written): void {
  const accounts = [...new Set([...accountsOf(before.content), ...accountsOf(after.content)])];
  if (may(actor, 'post.write')) permit(actor, 'post.write', accounts);
  else {
    permit(actor, 'post.translate', accounts);
    if (frameOf(before) !== frameOf(after)) throw new Problem('forbidden', 'post.texts-only');
  }
}

/** All of a post but its texts, to compare. */
function frameOf({ title, planItemId, content }: Written): string {
  const none: Texts = {};
  const images = content.images.map((image) => ({ ...image, alt: none }));
  const seal = sealOf({ ...content, texts: none, overrides: {}, images, links: undefined });
  return [title, planItemId, JSON.stringify(choiceOf(content)), seal].join('\n');
}

/** The first line of a use case that writers and translators share. */
export function permitWriting(actor: Actor): void {
  permitAny(actor, ['post.write', 'post.translate']);
}
