import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Clock } from '#/kernel/clock.ts';
import { SandboxRefusal, type SandboxFault } from '#/modules/sandbox/index.ts';

export const SLOW_SECONDS = 20;

export type SandboxEnv = { Bindings: Partial<HttpBindings> };

/** Plays a fault out: what the client sees is what a network with that fault would show. */
export async function actOut(
  deps: { clock: Clock },
  context: Context<SandboxEnv>,
  fault: SandboxFault | null,
  work: () => Promise<Response>,
): Promise<Response> {
  switch (fault) {
    case 'error-500':
      throw new SandboxRefusal('internal-error');
    case 'rate-limit':
      throw new SandboxRefusal('rate-limited');
    case 'expire-token':
      throw new SandboxRefusal('token-expired');
    case 'refuse-media':
      throw new SandboxRefusal('media-refused');
    case 'slow': {
      const response = await work();
      await deps.clock.sleep(SLOW_SECONDS * 1000, context.req.raw.signal);
      return response;
    }
    case 'lose-answer':
      await work();
      return cut(context);
    default:
      return work();
  }
}

/** Cuts the connection in place of an answer. */
function cut(context: Context<SandboxEnv>): Response {
  const socket = context.env?.incoming?.socket;
  // Without a socket there is nothing to cut: the app was called in-process, as tests do.
  if (!socket) throw new Error('an answer can only be lost on a real connection');
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
