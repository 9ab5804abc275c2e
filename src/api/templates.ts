import { operations, type HashtagSet, type Template } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { gapsIn } from '#/language/checks/gaps.ts';
import type { Actor } from '#/modules/people/index.ts';
import { beginFromTemplate } from '#/modules/posts/index.ts';
import {
  changeHashtagSet,
  changeTemplate,
  dropHashtagSet,
  dropTemplate,
  keepHashtagSet,
  keepTemplate,
  listHashtagSets,
  listTemplates,
  readHashtagSet,
  readTemplate,
  type HashtagSetRow,
  type TemplateRow,
} from '#/modules/templates/index.ts';
import { instant } from './presenters.ts';
import type { PostWorks } from './post-works.ts';
import type { ApiRouter } from './router.ts';

type Deps = PostWorks & { db: Db; clock: Clock };

/** What posts begin with. */
export function mountTemplates(api: ApiRouter, deps: Deps): void {
  mountHashtagSets(api, deps);
  mountSkeletons(api, deps);
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

const presentTemplate = ({ id, name, content, kind, changed_at: at, revision }: TemplateRow): Template => ({
  id,
  name,
  content,
  kind,
  gaps: gapsIn(content),
  changedAt: instant(at),
  revision,
});

function mountSkeletons(api: ApiRouter, deps: Deps): void {
  const read = async (actor: Actor, id: string) => {
    const row = await deps.db.within(actor, (tx) => readTemplate(tx, actor, id));
    return { body: presentTemplate(row), version: row.revision };
  };
  api.on(operations.listTemplates, async ({ actor }) => {
    const rows = await deps.db.within(actor, (tx) => listTemplates(tx, actor));
    return { body: { items: rows.map(presentTemplate) } };
  });
  api.on(operations.keepTemplate, async ({ actor, body }) => {
    const id = await keepTemplate(deps, actor, body);
    return { ...(await read(actor, id)), status: 201 };
  });
  api.on(operations.changeTemplate, async ({ actor, params, ifMatch, body }) => {
    await changeTemplate(deps, actor, params.templateId, ifMatch, body);
    return read(actor, params.templateId);
  });
  api.on(operations.dropTemplate, async ({ actor, params }) => {
    await dropTemplate(deps, actor, params.templateId);
    return { body: null };
  });
  api.on(operations.beginFromTemplate, async ({ actor, params, body }) => {
    const postId = await beginFromTemplate(deps, actor, params.templateId, body);
    return { body: { institutionId: actor.institutionId, postId }, status: 201 };
  });
}
