import { exchange, troubleOf, type Call, type Exchange, type Trouble } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Session, Wait } from '../contract.ts';

export const API = 'https://api.linkedin.com/rest';

/** A version lives for at least a year (https://learn.microsoft.com/en-us/linkedin/marketing/versioning). */
const VERSION = '202607';

/** Posting as an organisation, reading what stands there, and learning which organisations there are. */
export const SCOPES = ['w_organization_social', 'r_organization_social', 'rw_organization_admin'] as const;

export const organisationUrn = (id: string): string => `urn:li:organization:${id}`;

/** The token goes along with uploads, and to nobody else. */
export const isTheirs = (url: string): boolean => /^https:\/\/([\w-]+\.)*linkedin\.com\//.test(url);

/** One call with a token, renewed by nobody. */
export const send = (context: ConnectorContext, session: Session, call: Call): Promise<Exchange> =>
  exchange(context, {
    ...call,
    headers: {
      'linkedin-version': VERSION,
      'x-restli-protocol-version': '2.0.0',
      ...call.headers,
      authorization: `Bearer ${textField(session, 'accessToken') ?? ''}`,
    },
  });

/** The `code` of an error body (https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling). */
export const codeOf = (it: Exchange): string | undefined =>
  it.kind === 'answered' && it.status >= 400 ? textField(it.json, 'code') : undefined;

/** `troubleOf` with what a person has to mend told apart. */
export function trouble(context: ConnectorContext, it: Exchange): Trouble {
  const found = troubleOf(context, it);
  if (it.kind !== 'answered' || it.json === undefined) return found;
  const words = textField(it.json, 'message');
  // "Resource level throttle APPLICATION DAY limit …": of the app, where others say MEMBER.
  if (found.kind === 'retry' && it.status === 429 && /\bAPPLICATION\b/.test(words ?? ''))
    return { ...found, of: 'app' };
  if (it.status === 403) return { kind: 'reauthorise', reason: reason('no-permission', undefined, words) };
  if (it.status === 426) return { kind: 'rejected', reason: reason('version-ended', undefined, words) };
  return found;
}

export const isGone = (it: Exchange): boolean =>
  it.kind === 'answered' && it.status === 404 && field(it.json, 'status') === 404;

export const unreadable = (status: number): Wait => ({
  kind: 'retry',
  after: null,
  reason: reason(NETWORK_REASONS.unreadable, { status }),
});
