import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import { appToken, ask, signedOut, trouble, type App } from './wire.ts';

export type Inspected = {
  scopes: readonly string[];
  /** ISO 8601; null where the token does not end by itself. */
  expiresAt: string | null;
  /** Ninety days after the person was last here, Facebook stops letting us read. Null where it does not. */
  readableUntil: string | null;
};

/**
 * What Facebook knows of a token (https://developers.facebook.com/docs/graph-api/reference/debug_token): whether it is
 * good, what it was given for, and when it ends.
 */
export async function inspect(
  context: ConnectorContext,
  app: App,
  token: string,
): Promise<Inspected | Wait | Refused> {
  const got = await ask(
    context,
    { token: appToken(app), app },
    {
      path: '/debug_token',
      query: { input_token: token },
    },
  );
  const data = isGood(got) ? field(got.json, 'data') : undefined;
  if (!isGood(got) || data === undefined) return orRetry(trouble(context, got));
  if (field(data, 'is_valid') !== true) {
    const error = field(data, 'error');
    const subcode = field(error, 'subcode');
    return {
      kind: 'reauthorise',
      reason: signedOut(typeof subcode === 'number' ? subcode : 0, textField(error, 'message') ?? ''),
    };
  }
  if (textField(data, 'app_id') !== app.id)
    return { kind: 'reauthorise', reason: reason(NETWORK_REASONS.clientRefused) };
  const scopes = field(data, 'scopes');
  return {
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    expiresAt: momentIn(data, 'expires_at'),
    readableUntil: momentIn(data, 'data_access_expires_at'),
  };
}

/** Seconds since 1970; 0 means never. */
function momentIn(data: Json, name: string): string | null {
  const seconds = field(data, name);
  if (typeof seconds !== 'number' || seconds <= 0) return null;
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}
