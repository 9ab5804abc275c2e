import { operations, type Media } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { isProblem, Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import { isVariant } from '#/language/index.ts';
import {
  captionVideo,
  describeMedia,
  keepMedia,
  listAlikeRows,
  listTagsInUse,
  listCaptions,
  listMedia,
  readCaptions,
  readMediaRow,
  removeCaptions,
  removeMedia,
  setPoster,
  type FileStore,
  thumbnailOf,
} from '#/modules/media/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import {
  isPictureSentTo,
  isPictureUsed,
  listPictureUses,
  picturesWithoutWords,
} from '#/modules/posts/index.ts';
import { rangeOf } from '#/kernel/byte-range.ts';
import { instant, presentMedia } from './presenters.ts';
import type { ApiRouter, RouterDeps } from './router.ts';

type Deps = { db: Db; clock: Clock; files: FileStore };

/** Pictures and videos: the list, the upload, captions, and the files for those who may see them. */
export function mountMedia(api: ApiRouter, deps: Deps, visit: RouterDeps['visit']): void {
  const one = async (actor: Actor, id: string): Promise<Media> =>
    deps.db.within(actor, async (tx) => {
      const row = await readMediaRow(tx, id);
      if (!row) throw new Problem('not-found', 'media.not-found');
      return presentMedia(row, await listCaptions(tx, [id]));
    });
  api.on(operations.listMedia, async ({ actor, query }) =>
    deps.db.within(actor, async (tx) => {
      const { wordless, ...page } = query;
      const without = await picturesWithoutWords(tx);
      const among = wordless ? [...without.keys()] : undefined;
      const { rows, next } = await listMedia(tx, actor, { ...page, among });
      const captions = await listCaptions(
        tx,
        rows.map(({ id }) => id),
      );
      const items = rows.map((row) => ({
        ...presentMedia(row, captions),
        wordless: [...(without.get(row.id) ?? [])],
      }));
      return { body: { items, next } };
    }),
  );
  api.on(operations.uploadMedia, async ({ actor, query, upload }) => {
    const { id, isNew } = await keepMedia(deps, actor, { bytes: upload, fileName: query.fileName });
    return { body: { ...(await one(actor, id)), known: !isNew }, status: isNew ? 201 : 200 };
  });
  api.on(operations.describeMedia, async ({ actor, params, ifMatch, body: { rights, tags } }) => {
    const { until, consentUntil, ...said } = rights;
    const details = { ...said, licensed_until: until, consent_until: consentUntil, tags };
    try {
      await describeMedia(deps, actor, params.mediaId, ifMatch, details);
    } catch (error) {
      if (!isProblem(error, 'media.changed')) throw error;
      const detail = await one(actor, params.mediaId);
      throw new Problem('changed', 'media.changed', { detail, cause: error });
    }
    const body = await one(actor, params.mediaId);
    return { body, version: body.revision };
  });
  mountFinding(api, deps);
  mountUses(api, deps);
  api.on(operations.setPoster, async ({ actor, params, upload }) => {
    await setPoster(deps, actor, params.mediaId, upload);
    return { body: await one(actor, params.mediaId) };
  });
  api.on(operations.captionVideo, async ({ actor, params, body }) => {
    await captionVideo(deps, actor, params.mediaId, params.variant, body);
    return { body: await one(actor, params.mediaId) };
  });
  api.on(operations.removeCaptions, async ({ actor, params }) => {
    await removeCaptions(deps, actor, params.mediaId, params.variant);
    return { body: await one(actor, params.mediaId) };
  });
  mountFiles(api, deps, visit);
}

/** What helps to find a picture again, and what is there twice. */
function mountFinding(api: ApiRouter, deps: Deps): void {
  api.on(operations.listMediaTags, async ({ actor }) => {
    permit(actor, 'media.read');
    return { body: { items: await deps.db.within(actor, listTagsInUse) } };
  });
  api.on(operations.listAlikeMedia, async ({ actor, params }) => {
    permit(actor, 'media.read');
    const rows = await deps.db.within(actor, async (tx) => {
      if (!(await readMediaRow(tx, params.mediaId))) throw new Problem('not-found', 'media.not-found');
      return listAlikeRows(tx, params.mediaId);
    });
    return { body: { items: rows.map((row) => presentMedia(row)) } };
  });
}

/** Where a picture is shown, and its removal where it is not. */
function mountUses(api: ApiRouter, deps: Deps): void {
  api.on(operations.listMediaUses, async ({ actor, params }) =>
    deps.db.within(actor, async (tx) => {
      const { rows, earlier } = await listPictureUses(tx, actor, params.mediaId);
      if (!(await readMediaRow(tx, params.mediaId))) throw new Problem('not-found', 'media.not-found');
      const posts = rows.map(({ id, title, state, updated_at: at }) => ({
        id,
        title,
        state,
        updatedAt: instant(at),
      }));
      return { body: { posts, earlier } };
    }),
  );
  api.on(operations.removeMedia, async ({ actor, params }) => {
    const usedFor = async (tx: Tx, mediaId: string) => {
      if (await isPictureUsed(tx, mediaId)) return 'post';
      return (await isMark(tx, actor, mediaId)) ? 'logo' : null;
    };
    await removeMedia({ ...deps, usedFor }, actor, params.mediaId);
    return { body: null };
  });
}

/** Bytes, not JSON: outside the table of operations. */
function mountFiles(api: ApiRouter, deps: Deps, visit: RouterDeps['visit']): void {
  api.hono.get(
    '/api/institutions/:institutionId/media/:mediaId/:kind{original|thumbnail}',
    async (context) => {
      const { institutionId, mediaId } = context.req.param();
      const kind = context.req.param('kind') === 'original' ? 'original' : 'thumbnail';
      if (!isId(institutionId) || !isId(mediaId)) throw new Problem('not-found', 'media.not-found');
      const actor = await (await visit(context)).actorOf(institutionId);
      const row = await deps.db.within(actor, async (tx) => {
        if (!(await isMark(tx, actor, mediaId)) && !(await isSentTo(tx, actor, mediaId)))
          permit(actor, 'media.read');
        return readMediaRow(tx, mediaId);
      });
      if (!row || (kind === 'thumbnail' && !row.has_poster))
        throw new Problem('not-found', 'media.not-found');
      const bytes = await deps.files.read(kind === 'thumbnail' ? thumbnailOf(row) : row.sha256, kind);
      const headers = {
        'Content-Type': kind === 'thumbnail' ? 'image/webp' : row.mime,
        // A file under its hash never changes; only who may see it does, so no shared cache keeps it. A poster may.
        'Cache-Control':
          kind === 'thumbnail' && row.kind === 'video'
            ? 'private, no-cache'
            : 'private, max-age=31536000, immutable',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Accept-Ranges': 'bytes',
      };
      const range = rangeOf(context.req.header('range'), bytes.byteLength);
      if (!range) return context.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
      return context.body(bytes.slice(range.start, range.end + 1), 206, {
        ...headers,
        'Content-Range': `bytes ${range.start}-${range.end}/${bytes.byteLength}`,
      });
    },
  );
  api.hono.get('/api/institutions/:institutionId/media/:mediaId/captions/:variant', async (context) => {
    const { institutionId, mediaId, variant } = context.req.param();
    if (!isId(institutionId) || !isId(mediaId) || !isVariant(variant))
      throw new Problem('not-found', 'captions.not-found');
    const actor = await (await visit(context)).actorOf(institutionId);
    permit(actor, 'media.read');
    const vtt = await deps.db.within(actor, (tx) => readCaptions(tx, mediaId, variant));
    if (vtt === undefined) throw new Problem('not-found', 'captions.not-found');
    return context.body(vtt, 200, {
      'Content-Type': 'text/vtt; charset=utf-8',
      'Cache-Control': 'private, no-cache',
    });
  });
}

/** The institution's own mark stands on every screen of whoever belongs to it. */
const isMark = async (tx: Tx, { institutionId }: Actor, mediaId: string): Promise<boolean> =>
  (await findInstitution(tx, institutionId))?.logo_media_id === mediaId;

/** Of a post that is before an adviser, the pictures are too. */
const isSentTo = async (tx: Tx, actor: Actor, mediaId: string): Promise<boolean> =>
  actor.personId !== null &&
  may(actor, 'post.read-sent') &&
  (await isPictureSentTo(tx, mediaId, actor.personId));
