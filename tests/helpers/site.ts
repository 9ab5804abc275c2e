import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type pg from 'pg';
import { newId } from '#/kernel/ids.ts';
import { VARIANTS, createTranslator, loadWords, transliterate, type Variant } from '#/language/index.ts';
import type { FileStore } from '#/modules/media/index.ts';
import { searchTextOf, sealOf, type PostContent, type Texts } from '#/modules/posts/rules.ts';
import { openApprovalLink } from '#/modules/review/index.ts';
import type { SiteDeps, Translators } from '#/site/deps.ts';
import { createSite } from '#/site/index.ts';
import { systemClock } from '#/kernel/clock.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { createLogger } from '#/kernel/logger.ts';
import { programmeOn } from '../../demo/content/index.ts';
import { inspectImage } from '#/modules/media/inspect-image.ts';

let loaded: Promise<Translators> | undefined;

/** Words in all variants; a missing one throws. */
export const testTranslators = (): Promise<Translators> => (loaded ??= loadTranslators());

async function loadTranslators(): Promise<Translators> {
  const all = new Map(
    await Promise.all(
      VARIANTS.map(
        async (variant) =>
          [variant, createTranslator(variant, await loadWords(variant), { missing: 'throw' })] as const,
      ),
    ),
  );
  return { of: (variant) => all.get(variant)! };
}

/** A file store in memory. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (sha256, kind, bytes) => void files.set(`${sha256}.${kind}`, bytes),
    read: async (sha256, kind) => files.get(`${sha256}.${kind}`) ?? Promise.reject(new Error('no such file')),
  };
}

/** A real server in front of an app, as `main.ts` has it. */
export async function listen(app: { fetch: unknown }): Promise<{ url: string; close: () => Promise<void> }> {
  const listener = getRequestListener(app.fetch as Parameters<typeof getRequestListener>[0]);
  const server: Server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type TestSite = {
  url: string;
  files: FileStore;
  /** A page as a reader gets it: redirects are not followed. */
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; headers: Headers }>;
  close: () => Promise<void>;
};

/** The citizens' pages on a real connection. `sandbox` and `exercise` are practice networks, all others real. */
export async function startTestSite(
  database: { db: SiteDeps['db'] },
  over: Partial<SiteDeps> = {},
): Promise<TestSite> {
  const files = memoryFiles();
  const app = createSite({
    db: database.db,
    files,
    translators: await testTranslators(),
    clock: systemClock,
    log: createLogger('silent'),
    url: 'http://glasnik.example',
    network: (id) => ({ name: id.toUpperCase(), practice: id === 'sandbox' || id === 'exercise' }),
    approvals: {
      open: (token) =>
        openApprovalLink(
          {
            db: database.db,
            clock: systemClock,
            links: createLinkSigner(['a key of thirty-two characters or more']),
          },
          token,
        ),
      answer: () => Promise.reject(new Error('nobody answers by a link here')),
    },
    addressOf: () => '192.0.2.1',
    freshMs: 0,
    ...over,
  });
  const { url, close } = await listen(app);
  return {
    url,
    files,
    close,
    get: async (path, headers = {}) => {
      const response = await fetch(url + path, { headers, redirect: 'manual' });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
}

export type SeedInstitution = {
  slug: string;
  names?: Texts;
  shortNames?: Texts;
  descriptions?: Texts;
  colour?: string;
  isDemo?: boolean;
  contact?: { email: string; phone: string; address: string; web: string };
};

const NOW = '2026-11-24T09:00:00Z';

/** An institution, straight into its table. */
export async function seedInstitution(owner: pg.Pool, institution: SeedInstitution): Promise<string> {
  const id = newId();
  const { slug, names = { bs: `Agencija ${slug}` }, shortNames = names, descriptions = {} } = institution;
  await owner.query(
    `insert into institutions (id, slug, names, short_names, descriptions, colour, contact, is_demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      id,
      slug,
      JSON.stringify(names),
      JSON.stringify(shortNames),
      JSON.stringify(descriptions),
      institution.colour ?? '#1f4e79',
      JSON.stringify(institution.contact ?? { email: '', phone: '', address: '', web: '' }),
      institution.isDemo ?? false,
      NOW,
    ],
  );
  return id;
}

export async function seedAccount(
  owner: pg.Pool,
  institutionId: string,
  account: { network: string; handle: string; variant?: Variant; state?: string; displayName?: string },
): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant,
       session_sealed, state, connected_at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, 'x', $8, '2026-03-02T10:00:00Z')`,
    [
      id,
      institutionId,
      account.network,
      account.handle,
      account.displayName ?? account.handle,
      `https://${account.network}.example/${account.handle}`,
      account.variant ?? 'bs',
      account.state ?? 'connected',
    ],
  );
  return id;
}

export type SeedPost = {
  texts: Texts;
  accountIds: string[];
  at?: string;
  images?: PostContent['images'];
  state?: string;
  deliveryState?: string;
  title?: string;
};

/** A published post with its deliveries. */
export async function seedPost(owner: pg.Pool, institutionId: string, post: SeedPost): Promise<string> {
  const id = newId();
  const at = post.at ?? NOW;
  const content: PostContent = {
    texts: post.texts,
    cyrillicFollows: true,
    overrides: {},
    images: post.images ?? [],
    targets: post.accountIds.map((accountId) => ({ accountId, variant: 'bs' })),
    dueAt: at,
  };
  const title = post.title ?? 'Working title';
  await owner.query(
    `insert into posts (id, institution_id, title, state, content, version, due_at, search, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $6, $6)`,
    [
      id,
      institutionId,
      title,
      post.state ?? 'published',
      JSON.stringify(content),
      at,
      searchTextOf(title, content),
    ],
  );
  await owner.query(
    `insert into post_versions (post_id, no, institution_id, title, content, seal, saved_at)
     values ($1, 1, $2, $3, $4, $5, $6)`,
    [id, institutionId, title, JSON.stringify(content), sealOf(content), at],
  );
  for (const accountId of post.accountIds) {
    await owner.query(
      `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, step, due_at,
         next_attempt_at, network_id, url, published_at, request_id, created_at)
       values ($1, $2, $3, 1, $4, 'bs', $5, 'sent', $6, $6, $7, $8, $6, 'test', $6)`,
      [
        newId(),
        institutionId,
        id,
        accountId,
        post.deliveryState ?? 'published',
        at,
        `network-${id}`,
        `https://network.example/p/${id}`,
      ],
    );
  }
  return id;
}

/** A picture in the library and in the file store. */
export async function seedPicture(
  owner: pg.Pool,
  files: FileStore,
  institutionId: string,
  upload: Uint8Array,
): Promise<string> {
  const image = await inspectImage(upload);
  await files.put(image.sha256, 'original', image.bytes);
  await files.put(image.sha256, 'thumbnail', image.thumbnail);
  const id = newId();
  const { rows } = await owner.query<{ id: string }>(
    `insert into media (id, institution_id, sha256, mime, bytes, width, height, file_name, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'x.png', $8)
     on conflict (institution_id, sha256) do update set file_name = excluded.file_name returning id`,
    [id, institutionId, image.sha256, image.mime, image.bytes.byteLength, image.width, image.height, NOW],
  );
  return rows[0]!.id;
}

const withCyrillic = (texts: Texts): Texts => {
  const latin = texts['sr-Latn'];
  return latin === undefined || texts['sr-Cyrl'] !== undefined
    ? texts
    : { ...texts, 'sr-Cyrl': transliterate(latin, { to: 'sr-Cyrl' }).text };
};

/** The published part of the demonstration programme, as citizens see it. */
export async function seedProgramme(owner: pg.Pool, files: FileStore, today: string): Promise<void> {
  const { institutions } = programmeOn(Temporal.PlainDate.from(today));
  for (const it of institutions) {
    const id = await seedInstitution(owner, {
      slug: it.slug,
      names: it.names,
      shortNames: withCyrillic(it.shortNames),
      descriptions: withCyrillic(it.description),
      colour: it.colour,
      isDemo: true,
      contact: it.contact,
    });
    const picture = async (file: string) =>
      seedPicture(owner, files, id, await readFile(new URL(`../../demo/media/${file}`, import.meta.url)));
    await owner.query('update institutions set logo_media_id = $1 where id = $2', [
      await picture(it.logo),
      id,
    ]);
    const accounts = new Map<string, string>();
    for (const account of it.accounts) {
      const { network, handle, variant } = account;
      const displayName = account.displayName[variant] ?? account.displayName.bs;
      accounts.set(account.key, await seedAccount(owner, id, { network, handle, variant, displayName }));
    }
    for (const post of it.posts.filter(({ state }) => state === 'published')) {
      const [hour = 9, minute = 0] = post.at.time.split(':').map(Number);
      const at = Temporal.PlainDate.from(today)
        .add({ days: post.at.day })
        .toZonedDateTime({
          timeZone: it.timeZone,
          plainTime: Temporal.PlainTime.from({ hour, minute }),
        });
      const images: PostContent['images'] = [];
      for (const { file, alt } of post.media ?? []) {
        images.push({ mediaId: await picture(file), alt: withCyrillic(alt) });
      }
      await seedPost(owner, id, {
        texts: withCyrillic(post.texts),
        accountIds: [...new Set(post.targets.map((target) => accounts.get(target.account) ?? ''))].filter(
          Boolean,
        ),
        at: at.toInstant().toString(),
        images,
        title: post.title,
      });
    }
  }
}
