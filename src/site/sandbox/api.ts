import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import {
  SANDBOX_LIMITS,
  SandboxRefusal,
  accountOf,
  claimAccount,
  commentsSince,
  getPost,
  holderOfRenewToken,
  holderOfToken,
  institutionOfCode,
  keepMedia,
  putPost,
  removePost,
  renewSession,
  takeFault,
  type RequestKind,
  type SandboxHolder,
} from '#/modules/sandbox/index.ts';
import type { Db, Translators } from '../deps.ts';
import { actOut, type SandboxEnv } from './faults.ts';
import { refuse } from './problems.ts';
import * as wire from './wire.ts';

export type SandboxApiDeps = {
  db: Db;
  clock: Clock;
  /** Signs connect codes. Not shorter than 32 characters. */
  secret: string;
  /** Where people reach this Glasnik, without a trailing slash. */
  url: string;
  translators: Translators;
  log: Logger;
};

const BASE = '/sandbox/api/v1';
const MAX_JSON_BYTES = 300_000;

type Visit = Context<SandboxEnv>;
const key = (context: Visit): string => context.req.param('key') ?? '';

type Work = (context: Visit, holder: SandboxHolder) => Promise<Response>;

/** The practice network's API: the server side of `connectors/sandbox/protocol.ts`. */
export function createSandboxApi(deps: SandboxApiDeps): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.onError((error, context) => refuse(deps, context, error));
  const small = limit(MAX_JSON_BYTES, 'invalid');
  const picture = limit(SANDBOX_LIMITS.imageBytes, 'media-too-large');

  app.post(`${BASE}/accounts`, small, (context) => claim(deps, context));
  app.post(`${BASE}/session`, small, (context) => renew(deps, context));
  app.get(
    `${BASE}/account`,
    withToken(deps, 'other', async (context, holder) =>
      context.json(wire.presentAccount(deps.url, await accountOf(deps, holder))),
    ),
  );
  app.post(
    `${BASE}/media`,
    picture,
    withToken(deps, 'media', async (context, holder) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const id = await keepMedia(deps, holder, { bytes, alt: context.req.query('alt') ?? '' });
      return context.json({ id }, 201);
    }),
  );
  app.put(
    `${BASE}/posts/:key`,
    small,
    withToken(deps, 'publish', async (context, holder) => {
      const { isNew, ...post } = await putPost(deps, holder, key(context), await read(context, wire.NewPost));
      return context.json(wire.presentPost(deps.url, holder.handle, post), isNew ? 201 : 200);
    }),
  );
  app.get(
    `${BASE}/posts/:key`,
    withToken(deps, 'other', async (context, holder) =>
      context.json(wire.presentPost(deps.url, holder.handle, await getPost(deps, holder, key(context)))),
    ),
  );
  app.delete(
    `${BASE}/posts/:key`,
    withToken(deps, 'other', async (context, holder) => {
      await removePost(deps, holder, key(context));
      return context.body(null, 204);
    }),
  );
  app.get(
    `${BASE}/comments`,
    withToken(deps, 'other', async (context, holder) => {
      const found = await commentsSince(deps, holder, context.req.query('since') ?? null);
      return context.json(wire.presentComments(deps.url, holder.handle, found));
    }),
  );
  app.all(`${BASE}/*`, (context) => refuse(deps, context, new SandboxRefusal('not-found')));
  return app;
}

const limit = (maxSize: number, code: 'invalid' | 'media-too-large') =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new SandboxRefusal(code);
    },
  });

const withToken =
  (deps: SandboxApiDeps, kind: RequestKind, work: Work) =>
  async (context: Visit): Promise<Response> => {
    context.header('Cache-Control', 'no-store');
    const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    if (bearer === undefined) throw new SandboxRefusal('token-unknown');
    const holder = await holderOfToken(deps, bearer);
    const fault = await takeFault(deps, holder.institutionId, kind);
    return actOut(deps, context, fault, () => work(context, holder));
  };

async function claim(deps: SandboxApiDeps, context: Visit): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const wanted = await read(context, wire.NewAccount);
  const institutionId = institutionOfCode(deps, wanted.code);
  const fault = await takeFault(deps, institutionId, 'session');
  return actOut(deps, context, fault, async () => {
    const { isNew, ...grant } = await claimAccount(deps, institutionId, wanted);
    return context.json(wire.presentGrant(deps.url, grant), isNew ? 201 : 200);
  });
}

async function renew(deps: SandboxApiDeps, context: Visit): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const { renewToken } = await read(context, wire.Renewal);
  const holder = await holderOfRenewToken(deps, renewToken);
  const fault = await takeFault(deps, holder.institutionId, 'session');
  return actOut(deps, context, fault, async () => {
    return context.json(wire.presentGrant(deps.url, await renewSession(deps, holder, renewToken)));
  });
}

/** @throws SandboxRefusal `invalid` where the body is not what is asked for */
async function read<T>(context: Visit, schema: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch (cause) {
    throw new SandboxRefusal('invalid', { cause });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new SandboxRefusal('invalid', { cause: parsed.error });
  return parsed.data;
}
