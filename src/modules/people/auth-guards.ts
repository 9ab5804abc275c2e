import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type pg from 'pg';

/** How a person changed the ways in which they sign in. */
export type OwnAct = (
  act: 'passkey.added' | 'passkey.removed' | 'two-factor.added' | 'two-factor.removed',
  personId: string,
) => Promise<void>;

/** Whoever may add or remove a way in may keep it: a password alone must not, where the account has more than one. */
const GUARDED = new Set([
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/delete-passkey',
  '/passkey/update-passkey',
]);

const TOLD: Record<string, Parameters<OwnAct>[0]> = {
  '/passkey/verify-registration': 'passkey.added',
  '/passkey/delete-passkey': 'passkey.removed',
  '/two-factor/disable': 'two-factor.removed',
};

type Standing = { has_factor: boolean; strong: boolean; reaches_beyond: boolean };

/** What the library does not ask before a way of signing in is added or taken away, and what we do after it. */
export function createAuthGuards({ pool, onOwnAct }: { pool: pg.Pool; onOwnAct?: OwnAct | undefined }) {
  return {
    before: createAuthMiddleware(async (context) => {
      if (!GUARDED.has(context.path)) return;
      const session = await getSessionFromCtx(context);
      if (!session) return; // the endpoint itself says so
      const { rows } = await pool.query<Standing>('select * from sign_in_standing($1)', [session.session.id]);
      const standing = rows[0];
      if (standing?.has_factor && !standing.strong) throw refusal('SECOND_FACTOR_NOT_USED');
      // An institution's directory must not open a door to another institution's house.
      if (standing?.reaches_beyond) throw refusal('SIGNED_IN_FOR_ONE_INSTITUTION');
    }),
    after: createAuthMiddleware(async (context) => {
      if (context.context.returned instanceof Error) return;
      const session = context.context.session ?? context.context.newSession;
      if (!session) return;
      if (context.path === '/passkey/verify-registration') {
        // Whoever has just proved the new passkey need not prove it once more.
        await pool.query('update sessions set strong = true where id = $1', [session.session.id]);
      }
      const enabled =
        context.path === '/two-factor/verify-totp' && !context.context.session?.user.twoFactorEnabled;
      const act = enabled && context.context.session ? 'two-factor.added' : TOLD[context.path];
      if (act) await onOwnAct?.(act, session.user.id);
    }),
  };
}

const refusal = (code: string) => new APIError('FORBIDDEN', { code, message: code });

/** Presence alone (a touch) is one factor: finger, face or PIN make it two. */
export function requireVerified(verified: boolean | undefined): void {
  if (!verified) throw new APIError('BAD_REQUEST', { code: 'PASSKEY_NOT_VERIFIED', message: 'not verified' });
}
