import { operations, type HashtagSet } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  changeHashtagSet,
  dropHashtagSet,
  keepHashtagSet,
  listHashtagSets,
  readHashtagSet,
  type HashtagSetRow,
} from '#/modules/templates/index.ts';
import { instant } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock };

/** What posts begin with. */
export function mountTemplates(api: ApiRouter, deps: Deps): void {
  mountHashtagSets(api, deps);
}

const presentSet = ({ id, name, tags, changed_at: at, revision }: HashtagSetRow): HashtagSet => ({
  id,
  name,
  tags,
  changedAt: instant(at),
  revision,
});

function mountHashtagSets(api: ApiRouter, deps: Deps): void {
  const read = async (actor: Actor, id: string) => {
    const row = await deps.db.within(actor, (tx) => readHashtagSet(tx, actor, id));
    return { body: presentSet(row), version: row.revision };
  };
  api.on(operations.listHashtagSets, async ({ actor }) => {
    const rows = await deps.db.within(actor, (tx) => listHashtagSets(tx, actor));
    return { body: { items: rows.map(presentSet) } };
  });
  api.on(operations.keepHashtagSet, async ({ actor, body }) => {
    const id = await keepHashtagSet(deps, actor, body);
    return { ...(await read(actor, id)), status: 201 };
  });
  api.on(operations.changeHashtagSet, async ({ actor, params, ifMatch, body }) => {
    await changeHashtagSet(deps, actor, params.setId, ifMatch, body);
    return read(actor, params.setId);
  });
  api.on(operations.dropHashtagSet, async ({ actor, params }) => {
    await dropHashtagSet(deps, actor, params.setId);
    return { body: null };
  });
}
