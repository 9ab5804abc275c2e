import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

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
