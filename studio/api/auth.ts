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
};

/**
 * Sign-in and what belongs to it; better-auth answers here.
 * @throws ApiProblem with better-auth's code in our spelling (`invalid-email-or-password`), OfflineProblem
 */
export async function auth<Path extends keyof AuthAnswers>(
  path: Path,
  body: Record<string, unknown> = {},
): Promise<AuthAnswers[Path]> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'glasnik-request': 'studio' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new OfflineProblem('No answer', { cause: error });
  });
  const said = (await response.json().catch(() => ({}))) as { code?: string; requestId?: string };
  if (response.ok) return said as AuthAnswers[Path];
  if (!said.code && response.status >= 502) throw new OfflineProblem('No answer');
  const code = response.status === 429 ? 'too-many' : (said.code ?? '').toLowerCase().replaceAll('_', '-');
  throw new ApiProblem({ status: response.status, code: code || 'unexpected', requestId: said.requestId });
}
