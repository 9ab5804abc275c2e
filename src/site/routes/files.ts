import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import {
  findInstitutionBySlug,
  listInstitutions,
  type InstitutionRow,
} from '#/modules/institutions/index.ts';
import { thumbnailOf } from '#/modules/media/index.ts';
import { publicMedia } from '#/modules/publishing/index.ts';
import { institutionColourCss } from '../../../design/institution-colour.ts';
import { prepare, send, type Prepared } from '../answer.ts';
import type { Site } from '../as-page.ts';

const FOREVER = 'public, max-age=31536000, immutable';
/** A consent can be withdrawn: then nobody has the picture for long any more. */
const MINUTES = 'public, max-age=300';

/** Stylesheets, fonts, pictures, and what browsers ask for without being told. */
export function fileRoutes(app: Hono, site: Site): void {
  app.get('/assets/*', async (context) => {
    const found = await site.assets.find(context.req.path);
    return found ? send(context, found) : site.notFound(context);
  });
  app.get('/favicon.ico', (context) => context.redirect(site.assets.favicon, 302));
  app.get('/favicon.svg', (context) => context.redirect(site.assets.favicon, 302));
  app.get('/apple-touch-icon.png', (context) => context.redirect(site.assets.picture, 302));

  app.get('/colours.css', async (context) =>
    send(
      context,
      await site.remember('colours', async () => {
        const all = await listInstitutions(site.db.open);
        return colours(
          all.map(({ slug, colour }) => institutionColourCss(colour, `[data-institution="${slug}"]`)),
        );
      }),
    ),
  );
  app.get('/i/:slug/colours.css', async (context) => {
    const row = await findInstitutionBySlug(site.db.open, context.req.param('slug'));
    return row ? send(context, colours([institutionColourCss(row.colour)])) : site.notFound(context);
  });
  app.get('/media/:institution/:media/:kind', (context) => media(site, context));
}

/** Its address changes with the colours, so that it can be kept for ever. */
export function allColoursPath(rows: readonly Pick<InstitutionRow, 'slug' | 'colour'>[]): string {
  const hash = createHash('sha256').update(
    rows
      .map(({ slug, colour }) => `${slug} ${colour}`)
      .toSorted()
      .join('\n'),
  );
  return `/colours.css?v=${hash.digest('base64url').slice(0, 12)}`;
}

const colours = (rules: string[]): Prepared =>
  prepare(rules.join(''), { type: 'text/css; charset=utf-8', cache: FOREVER });

async function media(site: Site, context: Context): Promise<Response> {
  const { institution = '', media: id = '', kind } = context.req.param();
  if (kind !== 'original' && kind !== 'thumbnail') return site.notFound(context);
  const row = await publicMedia(site, institution, id);
  if (!row) return site.notFound(context);
  const bytes = await site.files.read(kind === 'thumbnail' ? thumbnailOf(row) : row.sha256, kind);
  return send(
    context,
    prepare(bytes, {
      type: kind === 'original' ? row.mime : 'image/webp',
      cache: MINUTES,
      compress: false,
      headers: {
        'content-security-policy': `default-src 'none'; sandbox`,
        // Feed readers and link cards show it on pages of their own.
        'cross-origin-resource-policy': 'cross-origin',
      },
    }),
  );
}
