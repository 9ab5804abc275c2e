import { gapsIn } from '#/language/checks/gaps.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { readTemplate } from '#/modules/templates/index.ts';
import { accountsOf } from './access.ts';
import { resolveDueTime, type LocalTime } from './due-time.ts';
import { followCyrillic } from './rules.ts';
import { beginPost, type PostDeps } from './save-post.ts';

/**
 * Begins a post with what a template says and answers its id. Its gaps go along: one that nobody fills keeps the post
 * from review. A kind that the institution has no longer is left out.
 * @throws Problem `template.not-found`, `permission.account`
 */
export async function beginFromTemplate(
  deps: Pick<PostDeps, 'db' | 'clock' | 'outgoing' | 'readHouse' | 'reviews'>,
  actor: Actor,
  templateId: string,
  wish: { planItemId: string | null; due: LocalTime | null },
): Promise<string> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const template = await readTemplate(tx, actor, templateId);
    permit(actor, 'post.write', accountsOf(template.content));
    const house = await deps.readHouse(tx, actor.institutionId);
    const dueAt = wish.due === null ? null : resolveDueTime(wish.due, house.timeZone).toString();
    const content = followCyrillic({ ...template.content, dueAt }, house.glossary);
    const knows = template.kind !== '' && (await deps.reviews.knowsKind(tx, template.kind));
    const first = {
      title: template.name,
      planItemId: wish.planItemId,
      content,
      kind: knows ? template.kind : '',
      gaps: gapsIn(content),
    };
    return beginPost(deps, tx, actor, first, now);
  });
}
