import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

const NAMED = {
  'push-worker.js': 'text/javascript; charset=utf-8',
  'manifest.webmanifest': 'application/manifest+json',
};

/** The studio as it was built: files with a hash in their name for ever, the page itself never from a cache. */
export function mountStudioFiles(app: Hono, folder: string): void {
  app.use(
    '/studio/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/studio/, ''),
      onFound: (_path, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  // Browsers ask for these by one name for ever, so no copy may be older than the server's.
  for (const [name, type] of Object.entries(NAMED)) {
    app.get(`/studio/${name}`, async (context) => {
      const bytes = await readFile(join(folder, name)).catch(() => null);
      if (!bytes) return context.notFound();
      return context.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
    });
  }
  app.get('/studio', (context) => context.redirect('/studio/', 308));
  app.get('/studio/*', async (context) => {
    try {
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      return context.html(page, 200, { 'Cache-Control': 'no-cache' });
    } catch {
      return context.text('The studio has not been built. Run npm start, or npm run build.', 503);
    }
  });
}
