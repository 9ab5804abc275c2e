import { keepHashtagSet, keepTemplate } from '#/modules/templates/index.ts';
import { atWork, workdayBefore } from './load-agenda.ts';
import { actorOn, need, withRole, type Stage } from './load-deps.ts';

/** Working days before today on which the tools were laid out: after the plan, before the first posts. */
const DAY = 41;

/** Puts on the agenda when the sets of hashtags and the templates were kept. */
export function planTools(stage: Stage): void {
  const { agenda, content, today, deps } = stage;
  const on = (minutes: number, run: () => Promise<unknown>) =>
    agenda.at(atWork(workdayBefore(today, DAY), minutes, content.timeZone), async () => void (await run()));
  content.hashtagSets?.forEach(({ key, name, tags }, index) => {
    on(40 + index * 5, () => {
      const actor = actorOn(stage, withRole(stage, 'head'), `hashtags-${key}`);
      return keepHashtagSet(deps, actor, { name, tags });
    });
  });
  content.templates?.forEach(({ key, name, texts, targets }, index) => {
    on(80 + index * 5, () => {
      const actor = actorOn(stage, withRole(stage, 'head'), `template-${key}`);
      const accounts = targets.map(({ account, variant }) => ({
        accountId: need(stage.accounts, account).id,
        variant,
      }));
      const post = { texts, cyrillicFollows: true, overrides: {}, images: [], targets: accounts };
      return keepTemplate(deps, actor, { name, content: post, kind: '' });
    });
  });
}
