import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiProblem, OfflineProblem } from './problems.ts';

type AuthAnswers = {
  'sign-in/email': { twoFactorRedirect?: boolean };
  'sign-out': unknown;
  'two-factor/verify-totp': unknown;
  'two-factor/verify-backup-code': unknown;
  'two-factor/enable': { totpURI: string; backupCodes: string[] };
  'two-factor/disable': unknown;
  'two-factor/generate-backup-codes': { backupCodes: string[] };
  'change-password': unknown;
  'passkey/verify-authentication': unknown;
  'passkey/verify-registration': unknown;
  'passkey/update-passkey': unknown;
  'passkey/delete-passkey': unknown;
};

export type Passkey = { id: string; name: string | null; createdAt: string; backedUp: boolean };

type AuthReadings = {
  'passkey/generate-authenticate-options': PublicKeyCredentialRequestOptionsJSON;
  'passkey/generate-register-options': PublicKeyCredentialCreationOptionsJSON;
  'passkey/list-user-passkeys': Passkey[];
};

/**
 * Sign-in and what belongs to it; better-auth answers here.
 * @throws ApiProblem with better-auth's code in our spelling (`invalid-email-or-password`), OfflineProblem
 */
export async function auth<Path extends keyof AuthAnswers>(
  path: Path,
  body: Record<string, unknown> = {},
): Promise<AuthAnswers[Path]> {
  return (await send(path, { method: 'POST', body: JSON.stringify(body) })) as AuthAnswers[Path];
}

/** The same for what is only read. */
export async function ask<Path extends keyof AuthReadings>(path: Path): Promise<AuthReadings[Path]> {
  return (await send(path, { method: 'GET' })) as AuthReadings[Path];
}

async function send(path: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(`/api/auth/${path}`, {
    ...request,
    headers: { 'content-type': 'application/json', 'glasnik-request': 'studio' },
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw new OfflineProblem('No answer', { cause: error });
  });
  const said = (await response.json().catch(() => ({}))) as { code?: string; requestId?: string };
  if (response.ok) return said;
  if (!said.code && response.status >= 502) throw new OfflineProblem('No answer');
  const code = response.status === 429 ? 'too-many' : (said.code ?? '').toLowerCase().replaceAll('_', '-');
  throw new ApiProblem({ status: response.status, code: code || 'unexpected', requestId: said.requestId });
}
