import { operations } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import { listMedia, readMediaRow, uploadMedia, type FileStore } from '#/modules/media/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { isPictureSentTo } from '#/modules/posts/index.ts';
import { presentMedia } from './presenters.ts';
import type { ApiRouter, RouterDeps } from './router.ts';

type Deps = { db: Db; clock: Clock; files: FileStore };

/** Pictures: the list, the upload, and the files for those who may see them. */
export function mountMedia(api: ApiRouter, deps: Deps, visit: RouterDeps['visit']): void {
  api.on(operations.listMedia, async ({ actor, query }) => {
    const { rows, next } = await deps.db.within(actor, (tx) => listMedia(tx, actor, query));
    return { body: { items: rows.map(presentMedia), next } };
  });
  api.on(operations.uploadMedia, async ({ actor, query, upload }) => {
    const id = await uploadMedia(deps, actor, { bytes: upload, fileName: query.fileName });
    const row = await deps.db.within(actor, (tx) => readMediaRow(tx, id));
    if (!row) throw new Problem('not-found', 'media.not-found');
    return { body: presentMedia(row), status: 201 };
  });
  // Bytes, not JSON: outside the table of operations.
  api.hono.get(
    '/api/institutions/:institutionId/media/:mediaId/:kind{original|thumbnail}',
    async (context) => {
      const { institutionId, mediaId } = context.req.param();
      const kind = context.req.param('kind') === 'original' ? 'original' : 'thumbnail';
      if (!isId(institutionId) || !isId(mediaId)) throw new Problem('not-found', 'media.not-found');
      const actor = await (await visit(context)).actorOf(institutionId);
      const row = await deps.db.within(actor, async (tx) => {
        if (!(await isSentTo(tx, actor, mediaId))) permit(actor, 'media.read');
        return readMediaRow(tx, mediaId);
      });
      if (!row) throw new Problem('not-found', 'media.not-found');
      const bytes = await deps.files.read(row.sha256, kind);
      return context.body(bytes as Uint8Array<ArrayBuffer>, 200, {
        'Content-Type': kind === 'thumbnail' ? 'image/webp' : row.mime,
        // A file under its hash never changes; only who may see it does, so no shared cache keeps it.
        'Cache-Control': 'private, max-age=31536000, immutable',
        'Content-Security-Policy': "default-src 'none'; sandbox",
      });
    },
  );
}

/** Of a post that is before an adviser, the pictures are too. */
const isSentTo = async (tx: Tx, actor: Actor, mediaId: string): Promise<boolean> =>
  actor.personId !== null &&
  may(actor, 'post.read-sent') &&
  (await isPictureSentTo(tx, mediaId, actor.personId));
