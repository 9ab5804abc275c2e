import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '#/kernel/ids.ts';
import { CODE_LIFETIME_MINUTES, TOKEN_LIFETIME_HOURS } from './rules.ts';

/**
 * A connect code: `<institution>.<end of validity>.<signature>`. It says by itself which institution it was given to,
 * so it needs no table, and a restart of the server does not kill it.
 */
export function makeCode(secret: string, institutionId: string, now: Temporal.Instant): string {
  const until = now.add({ minutes: CODE_LIFETIME_MINUTES }).epochMilliseconds.toString(36);
  const body = `${institutionId}.${until}`;
  return `${body}.${signature(codeKey(secret), body)}`;
}

/** The institution that a code was given to; null where the code is wrong or too old. */
export function readCode(secret: string, code: string, now: Temporal.Instant): string | null {
  const [institutionId = '', until = '', signed = '', ...rest] = code.trim().split('.');
  if (rest.length > 0 || !isId(institutionId)) return null;
  if (!equal(signed, signature(codeKey(secret), `${institutionId}.${until}`))) return null;
  return Number.parseInt(until, 36) >= now.epochMilliseconds ? institutionId : null;
}

/** The purpose is in the key: a signature made with the same secret for anything else is none here. */
const codeKey = (secret: string): string => `glasnik sandbox code\n${secret}`;

/**
 * A grant is one random string, the renew token. From it follows the access half, of which the database keeps the
 * hash; a token for use is the access half with an end of validity that the access half itself signs. So a token can
 * be checked and can expire without a row of its own, and nobody can make the renew token out of it.
 */
export const newRenewToken = (): string => randomBytes(32).toString('base64url');

export const hashOfRenewToken = (renewToken: string): string => hash(accessHalf(renewToken));

export function makeToken(renewToken: string, now: Temporal.Instant): string {
  const half = accessHalf(renewToken);
  const until = now.add({ hours: TOKEN_LIFETIME_HOURS }).epochMilliseconds.toString(36);
  return `${half}.${until}.${signature(half, until)}`;
}

/** The hash to look for, and whether the time is over; null where it was never a token of ours. */
export function readToken(token: string, now: Temporal.Instant): { hash: string; isExpired: boolean } | null {
  const [half = '', until = '', signed = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSecret(half) || !equal(signed, signature(half, until))) return null;
  return { hash: hash(half), isExpired: Number.parseInt(until, 36) < now.epochMilliseconds };
}

/** 32 bytes in base64url, as every secret half of ours is. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

const accessHalf = (renewToken: string): string => signature(renewToken, 'access');
const signature = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function equal(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
