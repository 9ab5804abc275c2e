import type { Context, Hono } from 'hono';
import { isProblem } from '#/kernel/errors.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { finishConnection, institutionOfState, type ConnectDeps } from '#/modules/accounts/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { Visit } from './router.ts';

/** Longer than anything a network puts there. */
const LONGEST = 4000;

/**
 * `GET /connect/<network>/callback`: where networks send people back to. It answers with a page of the studio always,
 * since a person's browser stands here and not a program: with what came of it, or `unknown` where the state is not
 * theirs, not of this institution, used or too old. Nothing of the network's answer goes into that address.
 */
export function mountConnectCallback(
  app: Hono,
  deps: ConnectDeps & { url: string },
  visit: (context: Context) => Promise<Visit>,
): void {
  // Networks that take posts only from a program that listens knock here. What they say is not read.
  app.post('/connect/:network/knock', (context) => context.body(null, 200, { 'Cache-Control': 'no-store' }));
  app.get('/connect/:network/callback', async (context) => {
    context.header('Cache-Control', 'no-store');
    context.header('Referrer-Policy', 'no-referrer');
    const query = Object.fromEntries(
      Object.entries(context.req.query()).filter(([, value]) => value.length <= LONGEST),
    );
    const state = query['state'] ?? '';
    const institutionId = institutionOfState(state);
    const actor = institutionId ? await actorAt(context, visit, institutionId) : null;
    if (!actor) return context.redirect('/studio/', 303);
    const institution = await deps.db.within(actor, (tx) => findInstitution(tx, actor.institutionId));
    const page = `/studio/${institution?.slug ?? ''}/accounts`;
    try {
      const back = { network: context.req.param('network'), state, query, publicUrl: deps.url };
      const { id } = await finishConnection(deps, actor, back);
      return context.redirect(`${page}?connection=${id}`, 303);
    } catch (error) {
      if (!isProblem(error)) throw error;
      return context.redirect(`${page}?connection=unknown`, 303);
    }
  });
}

/** Null for whoever is not signed in or has no role there: they learn no more than a stranger. */
async function actorAt(
  context: Context,
  visit: (context: Context) => Promise<Visit>,
  institutionId: string,
): Promise<Actor | null> {
  try {
    return await (await visit(context)).actorOf(institutionId);
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
