import { testImage } from '#/connectors/_kit/contract-stage.ts';
import type { Fake } from '#/connectors/_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Said, type Step } from '#/connectors/_kit/faulty-network.ts';
import { sandboxPaths } from '#/connectors/sandbox/protocol.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { newId } from '#/kernel/ids.ts';
import type { Actor } from '#/modules/people/index.ts';
import { addComment, claimAccount, issueCode, setFault } from '#/modules/sandbox/index.ts';
import { createSandboxApi } from '#/site/index.ts';
import type { TestDatabase } from './database.ts';
import { listen, seedInstitution, testTranslators } from './site.ts';

export const SANDBOX_SECRET = 'a secret of thirty-two characters';

/**
 * The kit's own picture has a wrong checksum, which a network that looks inside refuses. It travels as this one, and
 * comes back as it was; a picture that is whole is not touched.
 */
const WHOLE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADklEQVQImWNoAAMGCAUAKg4GAeLeQoEAAAAASUVORK5CYII=',
  'base64',
);

export type RealSandbox = {
  url: string;
  clock: ManualClock;
  actor: Actor;
  code(): string;
  deps: { db: TestDatabase['db']; clock: ManualClock; secret: string };
  close(): Promise<void>;
};

/** The practice network as it is: its API on a real connection, on a real database, for a new institution. */
export async function startRealSandbox(database: TestDatabase): Promise<RealSandbox> {
  const institutionId = await seedInstitution(database.owner, { slug: `i-${newId().slice(-12)}` });
  const clock = new ManualClock('2026-11-24T09:00:00Z');
  const deps = { db: database.db, clock, secret: SANDBOX_SECRET };
  const translators = await testTranslators();
  const app = createSandboxApi({
    ...deps,
    translators,
    url: 'http://glasnik.example',
    log: createLogger('silent'),
  });
  const server = await listen(app);
  const actor: Actor = {
    personId: null,
    institutionId,
    roles: ['administrator', 'head'],
    via: 'session',
    requestId: 'test',
  };
  return { url: server.url, clock, actor, deps, code: () => issueCode(deps, actor), close: server.close };
}

const STEPS: [method: string, path: string, step: Step][] = [
  ['POST', sandboxPaths.accounts(), 'session'],
  ['POST', sandboxPaths.session(), 'session'],
  ['GET', sandboxPaths.account(), 'look'],
  ['POST', sandboxPaths.media(), 'upload'],
  ['PUT', `${sandboxPaths.post('')}:key`, 'publish'],
  ['GET', `${sandboxPaths.post('')}:key`, 'find'],
  ['DELETE', `${sandboxPaths.post('')}:key`, 'remove'],
  ['GET', sandboxPaths.comments(null), 'replies'],
];

/**
 * The real practice network behind the kit's faulty one, which hands every request on and can lose, delay or break
 * what comes back: so the whole contract runs on the real server.
 */
export async function startSandboxBehindKit(database: TestDatabase): Promise<Fake> {
  const real = await startRealSandbox(database);
  const { institutionId } = real.actor;
  const handle = `h-${newId().slice(-12)}`;
  // The kit does not wait for what it asks of a fake; the next request does.
  let pending: Promise<unknown> = Promise.resolve();
  let state: Fake['posts'] extends () => infer T ? T : never = [];
  const network = await startFaultyNetwork(
    STEPS.map(([method, path, step]) => ({
      method,
      path,
      step,
      answer: async (asked) => {
        await pending;
        const broken = Buffer.from(await testImage('').read());
        if (asked.body.equals(broken)) asked.body = WHOLE;
        const said = await handOn(real.url, asked);
        state = await readPosts(database, institutionId, broken);
        return said;
      },
    })),
  );
  return {
    network,
    ownUrl: network.url,
    settings: { handle, displayName: 'Općina Primjer', code: real.code() },
    refused: { handle, displayName: '', code: 'too-old' },
    posts: () => state,
    expire: () => real.clock.advance({ hours: 13 }),
    // Whoever claims the account again ends the grant that was.
    revoke: () => {
      pending = claimAccount(real.deps, institutionId, { handle, displayName: '' });
    },
    lay: {
      'media-refused': () => {
        pending = setFault(real.deps, real.actor, { fault: 'refuse-media', times: 5 });
      },
    },
    repeated: 'one',
    say: (text) => {
      pending = say(database, real, text);
    },
    close: async () => {
      await network.close();
      await real.close();
    },
  };
}

async function handOn(url: string, asked: Asked): Promise<Said> {
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = asked.headers;
  const query = asked.query.size > 0 ? `?${asked.query}` : '';
  const response = await fetch(url + encodeURI(asked.path) + query, {
    method: asked.method,
    headers: headers as Record<string, string>,
    ...(asked.body.byteLength > 0 ? { body: new Uint8Array(asked.body) } : {}),
  });
  const kept = ['content-type', 'retry-after', 'www-authenticate'];
  return {
    status: response.status,
    headers: Object.fromEntries(
      kept.flatMap((name) => [[name, response.headers.get(name)]]).filter(([, it]) => it),
    ),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

async function readPosts({ owner }: TestDatabase, institutionId: string, broken: Uint8Array) {
  const asSent = (bytes: Buffer) => new Uint8Array(bytes.equals(WHOLE) ? broken : bytes);
  const { rows } = await owner.query<{
    text: string;
    comment: string;
    language: string;
    images: { alt: string; data: string }[];
  }>(
    `select text, comment, language, (
       select coalesce(json_agg(json_build_object('alt', m.alt, 'data', encode(m.data, 'base64')) order by place), '[]')
       from unnest(media_ids) with ordinality as used (id, place) join sandbox_media m on m.id = used.id) as images
     from sandbox_posts where institution_id = $1 and removed_at is null order by published_at, id`,
    [institutionId],
  );
  return rows.flatMap(({ text, comment, language, images }) => [
    {
      text,
      language,
      images: images.map(({ alt, data }) => ({ alt, bytes: asSent(Buffer.from(data, 'base64')) })),
    },
    ...(comment === '' ? [] : [{ text: comment, language, images: [] }]),
  ]);
}

async function say({ owner }: TestDatabase, real: RealSandbox, text: string): Promise<void> {
  const { rows } = await owner.query<{ id: string; handle: string }>(
    `select p.id, a.handle from sandbox_posts p join sandbox_accounts a on a.id = p.account_id
     where p.institution_id = $1 order by p.id desc limit 1`,
    [real.actor.institutionId],
  );
  const post = rows[0];
  if (post) await addComment(real.deps, { handle: post.handle, postId: post.id, author: 'Građanin', text });
}
