import { auth } from '../api/auth.ts';
import { isSignedOut, queryClient } from '../api/index.ts';
import { meQuery } from './me.ts';

/** The server took the password, yet the browser brings no session back: a cookie did not come through. */
export class CookieLost extends Error {
  override readonly name = 'CookieLost';
}

export type SecondFactor = 'totp' | 'recovery';

/** @returns true where a second factor is asked for */
export async function signIn(email: string, password: string): Promise<boolean> {
  const { twoFactorRedirect } = await auth('sign-in/email', { email, password });
  if (twoFactorRedirect) return true;
  await expectSession();
  return false;
}

export async function giveSecondFactor(
  kind: SecondFactor,
  code: string,
  trustDevice: boolean,
): Promise<void> {
  if (kind === 'totp')
    await auth('two-factor/verify-totp', { code: code.replaceAll(/\s/g, ''), trustDevice });
  else await auth('two-factor/verify-backup-code', { code: code.trim() });
  await expectSession();
}

/** @throws CookieLost where the browser brings no session back */
export async function expectSession(): Promise<void> {
  try {
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  } catch (error) {
    throw isSignedOut(error) ? new CookieLost() : error;
  }
}
