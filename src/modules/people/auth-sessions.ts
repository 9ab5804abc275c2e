import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

type NewSession = { userId: string; providerId?: string | null } & Record<string, unknown>;

/** A passkey that a device verified is two factors; so is a code after a password. */
const STRONG = /^\/(passkey\/verify-authentication|two-factor\/verify-)/;

/** Decides what a new session is worth, by the way it came about. One that replaces another is worth the same. */
export async function strengthOf(session: NewSession, context: GenericEndpointContext | null) {
  return { data: { ...session, ...(await worthOf(session, context)) } };
}

async function worthOf(session: NewSession, context: GenericEndpointContext | null) {
  const path = context?.path ?? '';
  if (STRONG.test(path)) return { strong: true, providerId: null };
  if (path === '/sign-in/email') {
    // Where a code is due, the library withdraws this session again; where it stays, the device is trusted.
    const person = (await context?.context.internalAdapter.findUserById(session.userId)) as {
      twoFactorEnabled?: boolean;
    } | null;
    return { strong: person?.twoFactorEnabled === true, providerId: null };
  }
  const before = context?.context.session?.session as { strong?: boolean; providerId?: string } | undefined;
  return {
    strong: before?.strong === true,
    providerId: session.providerId ?? before?.providerId ?? null,
  };
}

/** A session for whom an institution's directory vouched. Not to be reached over HTTP: whoever calls it has checked. */
export const openSessionPlugin = () =>
  ({
    id: 'open-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ personId: z.string(), providerId: z.string() }) },
        async (context) => {
          const { personId, providerId } = context.body;
          const user = await context.context.internalAdapter.findUserById(personId);
          if (!user) throw new Error('no such person');
          const session = await context.context.internalAdapter.createSession(
            personId,
            false,
            { providerId },
            true,
          );
          await setSessionCookie(context, { session, user });
          return context.json({ opened: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
