import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { chooseDigest, noteVisit, placeOf, readDigestChoice, readNews } from '#/modules/digests/index.ts';
import { instant } from './presenters.ts';
import type { ApiRouter } from './router.ts';

/** A person's own day: the digest by e-mail, and what changed since they last looked. */
export function mountDigests(api: ApiRouter, deps: { db: Db; clock: Clock }): void {
  api.on(operations.getNews, async ({ actor, t }) => {
    const { since, items } = await readNews(deps, actor);
    return {
      body: {
        since: instant(since),
        items: items.map((row) => ({
          text: t(`common:act.${row.kind}`),
          title: row.title ?? '',
          by: row.by,
          path: placeOf(row.subject_type, row.subject_id),
          at: instant(row.at),
        })),
      },
    };
  });
  api.on(operations.noteVisit, async ({ actor }) => {
    await noteVisit(deps, actor);
    return { body: null };
  });
  api.on(operations.getDigestChoice, async ({ actor }) => ({ body: await readDigestChoice(deps, actor) }));
  api.on(operations.chooseDigest, async ({ actor, body }) => {
    await chooseDigest(deps, actor, body);
    return { body };
  });
}
