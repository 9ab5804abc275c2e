import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from '#/kernel/logger.ts';
import { SandboxRefusal, type RefusalCode } from '#/modules/sandbox/index.ts';
import type { Translators } from '../deps.ts';
import { acceptedVariant } from '../reader.ts';

/** The status of every refusal, as `connectors/sandbox/protocol.ts` has it; a test keeps the two equal. */
export const STATUS = {
  invalid: 400,
  'token-unknown': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'code-refused': 403,
  'not-found': 404,
  'post-not-found': 404,
  'handle-taken': 409,
  'key-used': 409,
  'post-removed': 410,
  'media-too-large': 413,
  'media-kind': 415,
  'handle-invalid': 422,
  'text-empty': 422,
  'text-too-long': 422,
  'too-many-images': 422,
  'alt-missing': 422,
  'media-unknown': 422,
  'media-refused': 422,
  'rate-limited': 429,
  'internal-error': 500,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

export const RATE_LIMIT_SECONDS = 30;

/** Any error as problem details (RFC 9457). What we do not know is logged and told as `internal-error`. */
export function refuse(
  deps: { translators: Translators; log: Logger },
  context: Context,
  error: unknown,
): Response {
  const known = error instanceof SandboxRefusal;
  if (!known) deps.log.error({ err: error, path: context.req.path }, 'the practice network failed');
  const code = known ? error.code : 'internal-error';
  const status = STATUS[code];
  const variant = acceptedVariant(context.req.header('accept-language')) ?? 'en';
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'content-language': variant,
    'cache-control': 'no-store',
  };
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (code === 'rate-limited') headers['retry-after'] = String(RATE_LIMIT_SECONDS);
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    code,
    detail: deps.translators.of(variant).t(`site:sandbox.problem.${code}`),
  };
  return new Response(JSON.stringify(body), { status, headers });
}
