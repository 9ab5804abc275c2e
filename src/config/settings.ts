import { z } from 'zod';
import { Secret } from './secret.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

const list = (separator: RegExp) =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

const origin = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return (
      url !== null && /^https?:$/.test(url.protocol) && /^\/?$/.test(url.pathname + url.search + url.hash)
    );
  })
  .transform((text) => new URL(text).origin);

/** A path is allowed, a query is not: `/chat/completions` is put after it. */
const endpoint = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.search + url.hash + url.username === '';
  })
  .transform((text) => text.replace(/\/+$/, ''));

const databaseUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''))
  .transform((text) => new Secret(text));

/** The query may say what nodemailer takes there, such as `?requireTLS=true`. */
const smtpUrl = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  })
  .transform((text) => new Secret(text));

/** Several keys, the first of which seals. Short ones are guessed; 32 characters are what our advice makes. */
export const secretKeys = list(/[\n,]/)
  .pipe(z.array(z.string().min(32)).min(1))
  .transform((keys) => keys.map((key) => new Secret(key)));

/** Every variable that Glasnik knows, and its value where it is not given. */
export const settings = z.object({
  GLASNIK_PORT: integer(0, 65_535).default(4600),
  GLASNIK_HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  GLASNIK_URL: origin.optional(),
  GLASNIK_DATA: z.string().default('./data'),
  GLASNIK_DEMO: onOff.default(true),
  DATABASE_URL: databaseUrl.optional(),
  GLASNIK_DATABASE_APP_URL: databaseUrl.optional(),
  GLASNIK_DATABASE_POOL: integer(2, 500).default(16),
  GLASNIK_WORKER_CONCURRENCY: integer(1, 500).default(32),
  GLASNIK_SECRET_KEY: secretKeys.optional(),
  GLASNIK_SECRET_KEY_FILE: z.string().optional(),
  GLASNIK_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  GLASNIK_METRICS_TOKEN: z
    .string()
    .min(16)
    .transform((text) => new Secret(text))
    .optional(),
  GLASNIK_TRUST_PROXY: z
    .literal('off')
    .transform(() => 0)
    .or(integer(0, 10))
    .default(0),
  GLASNIK_ALLOW_PRIVATE: list(/,/)
    .pipe(z.array(z.string().regex(/^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i)))
    .default([]),
  GLASNIK_MAX_UPLOAD_MB: integer(1, 500).default(20),
  GLASNIK_SMTP_URL: smtpUrl.optional(),
  GLASNIK_MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  GLASNIK_MACHINE_URL: endpoint.optional(),
  GLASNIK_MACHINE_MODEL: z.string().max(200).default('default'),
  GLASNIK_MACHINE_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
});

export type SettingName = keyof typeof settings.shape;

/** What a setting wants, as the remedy when it got something else. */
export const REMEDIES: Readonly<Record<SettingName, string>> = {
  GLASNIK_PORT: 'Give a number from 0 to 65535, such as 4600 (0 takes any free port).',
  GLASNIK_HOST: 'Give the address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 for all.',
  GLASNIK_URL:
    'Give the address that people type, without a path, such as https://objave.example.ba (a path below a site is not supported).',
  GLASNIK_DATA: 'Give a folder that Glasnik may write to, such as ./data.',
  GLASNIK_DEMO: 'Write on or off.',
  DATABASE_URL:
    'Give postgres://user:password@host:5432/database, or leave it out to use the database that comes with Glasnik.',
  GLASNIK_DATABASE_APP_URL:
    'Give postgres://user:password@host:5432/database of a role without BYPASSRLS, together with DATABASE_URL of the owner; or leave it out, and Glasnik makes the role.',
  GLASNIK_DATABASE_POOL: 'Give a number of connections from 2 to 500, such as 16.',
  GLASNIK_WORKER_CONCURRENCY: 'Give a number of jobs at the same time from 1 to 500, such as 32.',
  GLASNIK_SECRET_KEY:
    'Give keys of at least 32 characters, separated by commas, the newest first. Make one with: openssl rand -base64 32',
  GLASNIK_SECRET_KEY_FILE:
    'Give the path of a file that Glasnik can read, with one key of at least 32 characters on each line, the newest first. Use either this or GLASNIK_SECRET_KEY.',
  GLASNIK_LOG_LEVEL: `Write one of: ${LOG_LEVELS.join(', ')}.`,
  GLASNIK_METRICS_TOKEN: 'Give at least 16 characters, or leave it out.',
  GLASNIK_TRUST_PROXY: 'Write off, or the number of proxies in front of Glasnik, mostly 1.',
  GLASNIK_ALLOW_PRIVATE: 'Give hosts separated by commas, each as host or host:port, without http://.',
  GLASNIK_MAX_UPLOAD_MB: 'Give a number of megabytes from 1 to 500, such as 20.',
  GLASNIK_SMTP_URL:
    'Give smtp://user:password@host:587 or smtps://user:password@host:465 together with GLASNIK_MAIL_FROM, or leave both out: then Glasnik sends no e-mail.',
  GLASNIK_MAIL_FROM:
    'Give the sender of all e-mail together with GLASNIK_SMTP_URL, such as: Glasnik <glasnik@example.ba>',
  GLASNIK_MACHINE_URL:
    'Give the address below which /chat/completions answers, such as http://localhost:11434/v1, or leave it out.',
  GLASNIK_MACHINE_MODEL: 'Give the name of the model, as the machine calls it.',
  GLASNIK_MACHINE_KEY: 'Give the key that the machine asks for, or leave it out.',
};
