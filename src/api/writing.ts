import { operations, type GlossaryItem } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import {
  askMachine,
  changeEntry,
  changeWritingSettings,
  decideEntry,
  decideWord,
  exportGlossary,
  hostOf,
  importGlossary,
  listGlossary,
  lookAtLinks,
  previewMachine,
  readCardPicture,
  readGlossaryEntry,
  readWordDecisions,
  readWritingSettings,
  removeEntry,
  settleMachine,
  teachWord,
  type LinkDeps,
  type MachineDeps,
} from '#/modules/writing/index.ts';
import { instant, instantOrNull, person } from './presenters.ts';
import type { ApiRouter, RouterDeps } from './router.ts';

type Deps = LinkDeps & MachineDeps;

/** Rules of writing, the glossary, suggestions, links and machine help. */
export function mountWriting(api: ApiRouter, deps: Deps, visit: RouterDeps['visit']): void {
  mountSettings(api, deps);
  mountGlossary(api, deps);
  mountWords(api, deps);
  mountLinks(api, deps, visit);
  mountMachine(api, deps);
}

function mountSettings(api: ApiRouter, deps: Deps): void {
  const read = async (actor: Actor) => {
    const row = await deps.db.within(actor, (tx) => readWritingSettings(tx, actor));
    const { machine } = deps;
    return {
      body: {
        levels: row.levels,
        machine: { host: machine && hostOf(machine), model: machine && machine.model, on: row.machine_help },
        revision: row.revision,
      },
      version: row.revision,
    };
  };
  api.on(operations.getWritingSettings, ({ actor }) => read(actor));
  api.on(operations.changeWritingSettings, async ({ actor, ifMatch, body }) => {
    await changeWritingSettings(deps, actor, ifMatch, body);
    return read(actor);
  });
}

type Listed = Awaited<ReturnType<typeof listGlossary>>['items'][number];

const presentEntry = (row: Listed): GlossaryItem => ({
  id: row.id,
  entry: row.entry,
  note: row.note,
  state: row.state === 'proposed' ? 'proposed' : 'accepted',
  proposedBy: person(row.proposed_by, row.proposed_by_name),
  proposedAt: instant(row.proposed_at),
  decidedBy: person(row.decided_by, row.decided_by_name),
  decidedAt: instantOrNull(row.decided_at ?? null),
});

async function entryOf(db: Db, actor: Actor, id: string): Promise<GlossaryItem> {
  const row = await db.within(actor, (tx) => readGlossaryEntry(tx, actor, id));
  return presentEntry(row);
}

function mountGlossary(api: ApiRouter, deps: Deps): void {
  api.on(operations.listGlossary, async ({ actor, query }) => {
    const { items, next } = await deps.db.within(actor, (tx) => listGlossary(tx, actor, query));
    return { body: { items: items.map(presentEntry), next } };
  });
  api.on(operations.teachWord, async ({ actor, body }) => {
    const id = await teachWord(deps, actor, body);
    return { body: await entryOf(deps.db, actor, id), status: 201 };
  });
  api.on(operations.changeGlossaryEntry, async ({ actor, params, body }) => {
    await changeEntry(deps, actor, params.entryId, body);
    return { body: await entryOf(deps.db, actor, params.entryId) };
  });
  api.on(operations.removeGlossaryEntry, async ({ actor, params }) => {
    await removeEntry(deps, actor, params.entryId);
    return { body: null };
  });
  api.on(operations.decideGlossaryEntry, async ({ actor, params, body }) => {
    await decideEntry(deps, actor, params.entryId, body.accept);
    return { body: null };
  });
  api.on(operations.exportGlossary, async ({ actor }) => ({
    body: { csv: await deps.db.within(actor, (tx) => exportGlossary(tx, actor)) },
  }));
  api.on(operations.importGlossary, async ({ actor, body }) => ({
    body: await importGlossary(deps, actor, body.csv),
  }));
}

function mountWords(api: ApiRouter, deps: Deps): void {
  api.on(operations.getWordDecisions, async ({ actor }) => {
    const { terms, decisions } = await deps.db.within(actor, (tx) => readWordDecisions(tx, actor));
    return {
      body: {
        terms,
        decisions: decisions.map((row) => ({
          key: row.key,
          decision: row.decision,
          by: person(row.decided_by, row.decided_by_name),
          at: instant(row.decided_at),
        })),
      },
    };
  });
  api.on(operations.decideWord, async ({ actor, body }) => {
    await decideWord(deps, actor, body);
    return { body: null };
  });
}

const pictureUrl = (institutionId: string, url: string): string =>
  `/api/institutions/${institutionId}/link-picture?url=${encodeURIComponent(url)}`;

function mountLinks(api: ApiRouter, deps: Deps, visit: RouterDeps['visit']): void {
  api.on(operations.lookAtLinks, async ({ actor, body }) => {
    const looks = await lookAtLinks(deps, actor, body.urls);
    return {
      body: {
        items: looks.map(({ url, state, status, card }) => ({
          url,
          state,
          status,
          card: card && {
            ...card,
            pictureFault: card.pictureFault ?? (card.picture ? null : 'none'),
            picture: card.picture && { ...card.picture, url: pictureUrl(actor.institutionId, url) },
          },
        })),
      },
    };
  });
  // Bytes, not JSON: outside the table of operations.
  api.hono.get('/api/institutions/:institutionId/link-picture', async (context) => {
    const actor = await (await visit(context)).actorOf(context.req.param('institutionId'));
    permit(actor, 'post.read');
    const url = context.req.query('url') ?? '';
    const bytes = await deps.db.within(actor, (tx: Tx) => readCardPicture(tx, url));
    if (!bytes) throw new Problem('not-found', 'media.not-found');
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'image/webp',
      'Cache-Control': 'private, max-age=3600',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
}

function mountMachine(api: ApiRouter, deps: Deps): void {
  api.on(operations.previewMachine, async ({ actor, body }) => ({
    body: await previewMachine(deps, actor, body),
  }));
  api.on(operations.askMachine, async ({ actor, body: { seen, ...ask } }) => ({
    body: await askMachine(deps, actor, ask, seen),
    status: 201,
  }));
  api.on(operations.settleMachine, async ({ actor, params, body }) => {
    await settleMachine(deps, actor, params.suggestionId, body.taken);
    return { body: null };
  });
}
