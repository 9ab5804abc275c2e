import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { systemClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { addComment, claimAccount, keepMedia, putPost } from '#/modules/sandbox/index.ts';
import { createSite } from '#/site/index.ts';
import { testDatabase } from '/work/main/tests/helpers/database.ts';
import {
  memoryFiles,
  seedInstitution,
  seedProgramme,
  testTranslators,
} from '/work/main/tests/helpers/site.ts';
const database = await testDatabase();
const files = memoryFiles();
await seedProgramme(database.owner, files, '2026-11-24');
const { rows } = await database.owner.query("select id from institutions where slug = 'parco'");
const deps = { db: database.db, clock: systemClock, secret: 'x'.repeat(32) };
const g = await claimAccount(deps, rows[0].id, { handle: 'parco-demo', displayName: 'Reforma javne uprave' });
const holder = { accountId: g.account.id, institutionId: rows[0].id, handle: 'parco-demo' };
const { readFile } = await import('node:fs/promises');
const mid = await keepMedia(deps, holder, {
  bytes: await readFile('/work/main/demo/media/parco-services.png'),
  alt: 'Crtež grada',
});
const kept = await putPost(deps, holder, 'k1', {
  text: 'Rodilo vam se dijete?\n\nDanas za prijavu rođenja obilazite tri šaltera. https://parco.example.org/rodjenje',
  language: 'bs',
  media: [mid],
});
await putPost(deps, holder, 'k2', { text: 'Друга објава, ћирилицом.', language: 'sr-Cyrl', media: [] });
await addComment(deps, {
  handle: 'parco-demo',
  postId: kept.row.id,
  author: 'Lejla M.',
  text: 'A šta ako nemam internet?\nMogu li i dalje doći na šalter?',
});
await addComment(deps, {
  handle: 'parco-demo',
  postId: kept.row.id,
  author: 'Милан',
  text: 'Одлично! <b>Браво</b>',
});
console.log('POST', '/sandbox/parco-demo/posts/' + kept.row.id);
const one = await seedInstitution(database.owner, {
  slug: 'nova',
  names: {
    bs: 'Nova institucija',
    hr: 'Nova institucija',
    'sr-Latn': 'Nova institucija',
    'sr-Cyrl': 'Нова институција',
  },
});
const app = createSite({
  db: database.db,
  files,
  translators: await testTranslators(),
  clock: systemClock,
  log: createLogger('info'),
  url: 'http://localhost:4777',
  network: (id) => ({ name: id, practice: id === 'sandbox' }),
  addressOf: () => 'x',
});
const l = getRequestListener(app.fetch as never);
createServer((a, b) => void l(a, b)).listen(4777, () => console.log('ready'));
