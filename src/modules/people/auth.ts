import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { newId } from '#/kernel/ids.ts';
import type { Logger } from '#/kernel/logger.ts';
import { createAuthGuards, type OwnAct } from './auth-guards.ts';
import { passkeys, secondFactor } from './auth-plugins.ts';
import { openSessionPlugin, strengthOf } from './auth-sessions.ts';

export type AuthOptions = {
  /** A pool of the restricted role, with pg's own date parsing: this library wants Date. */
  pool: pg.Pool;
  /** The address people type. */
  url: string;
  /** Every address that is ours. */
  origins: readonly string[];
  /** The first signs and seals, all open: with an old one behind the new one, second factors stay readable. */
  secrets: readonly string[];
  log: Logger;
  /** Told after a person changed how they sign in, for the record. */
  onOwnAct?: OwnAct;
  /** False in tests that sign in a thousand times. */
  rateLimit?: boolean;
};

const WEEK_SECONDS = 7 * 24 * 3600;
const DAY_SECONDS = 24 * 3600;
export const MIN_PASSWORD = 12;

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** What the library brings and nobody here uses: a door that does not exist needs no lock. */
const CLOSED = [
  '/update-user',
  '/update-session',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/get-access-token',
  '/refresh-token',
  '/account-info',
];

/** Sign-in: password, TOTP, recovery codes, passkeys. People are added by an administrator, so nobody signs up. */
export function createAuth(options: AuthOptions) {
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool: options.pool }) });
  return betterAuth({
    appName: 'Glasnik',
    baseURL: options.url,
    basePath: '/api/auth',
    secrets: options.secrets.map((value) => ({ version: versionOf(value), value })),
    trustedOrigins: [...options.origins],
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => options.log[level === 'error' ? 'error' : 'warn']({ part: 'auth' }, message),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: 200,
    },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: { language: { type: 'string', required: false, defaultValue: 'bs', input: false } },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      expiresIn: WEEK_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: {
        strong: { type: 'boolean', required: false, input: false },
        providerId: { type: 'string', required: false, input: false, fieldName: 'provider_id' },
      },
    },
    databaseHooks: { session: { create: { before: strengthOf } } },
    hooks: createAuthGuards(options),
    disabledPaths: CLOSED,
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times } },
    plugins: [secondFactor(), passkeys(options.origins), openSessionPlugin()],
    rateLimit: { enabled: options.rateLimit ?? true, window: 60, max: 100 },
    advanced: {
      cookiePrefix: 'glasnik',
      useSecureCookies: options.url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      // The edge puts the address that it believes here, over whatever the caller wrote.
      ipAddress: { ipAddressHeaders: ['x-glasnik-address'] },
      database: { generateId: () => newId() },
    },
  });
}

/** A key keeps its number wherever it stands in the list; the number is no hint at the key. */
const versionOf = (secret: string): number => createHash('sha256').update(secret).digest().readUInt32BE(0);

export type Auth = ReturnType<typeof createAuth>;
