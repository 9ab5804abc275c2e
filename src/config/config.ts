import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Environment } from './env.ts';
import { REMEDIES, secretKeys, settings, type SettingName } from './settings.ts';
import type { Secret } from './secret.ts';

export type Config = Readonly<{
  /** Where we listen. Port 0 takes any free one. */
  host: string;
  port: number;
  /** The address people type, without a slash at the end. */
  url: string;
  /** False where `url` is only made from the port. */
  urlGiven: boolean;
  /** Absolute path: the embedded database, files, the generated key. */
  dataFolder: string;
  demo: boolean;
  database: Readonly<{
    /** Of the owner, who migrates; undefined: the embedded database. */
    url: Secret | undefined;
    /** Of the role that row-level security binds; undefined: made by Glasnik. */
    appUrl: Secret | undefined;
    poolSize: number;
  }>;
  workerConcurrency: number;
  /** The first seals, all open. Empty: none given, see `ensureSecretKeys`. */
  secretKeys: readonly Secret[];
  logLevel: string;
  /** undefined: /metrics answers to this machine only. */
  metricsToken: Secret | undefined;
  /** Number of proxies whose X-Forwarded-* is believed. */
  trustProxy: number;
  allowPrivate: readonly string[];
  maxUploadBytes: number;
  /** undefined: Glasnik sends no e-mail. */
  mail: Readonly<{ smtpUrl: Secret; from: string }> | undefined;
  /** What helps to write, by the protocol of OpenAI's chat completions; null: nothing does. */
  machine: Readonly<{ url: string; model: string; key: Secret | null }> | null;
}>;

export type ConfigFault = { setting: string; remedy: string };

/** All that is wrong with the settings, not only the first. */
export class ConfigFaults extends Error {
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(describeFaults(faults));
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}

/** The faults for the terminal: one line each, with its remedy. Values are not repeated: some are secret. */
export function describeFaults(faults: readonly ConfigFault[]): string {
  const head = faults.length === 1 ? 'One setting is wrong:' : `${faults.length} settings are wrong:`;
  return [head, ...faults.map(({ setting, remedy }) => `  ${setting}: ${remedy}`)].join('\n');
}

/**
 * Checks the settings. An empty text counts as not given, as compose files pass those on.
 * @throws ConfigFaults
 */
export function loadConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()));
  const faults = unknownSettings(given);
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    for (const name of names) faults.push({ setting: name, remedy: REMEDIES[name] });
  }
  if (given.GLASNIK_DATABASE_APP_URL && !given.DATABASE_URL) faults.push(faultOf('GLASNIK_DATABASE_APP_URL'));
  // One without the other sends nothing, and nobody would notice.
  if (given.GLASNIK_SMTP_URL && !given.GLASNIK_MAIL_FROM) faults.push(faultOf('GLASNIK_MAIL_FROM'));
  if (given.GLASNIK_MAIL_FROM && !given.GLASNIK_SMTP_URL) faults.push(faultOf('GLASNIK_SMTP_URL'));
  const keys = readKeys(given, faults);
  if (!parsed.success || faults.length > 0) throw new ConfigFaults(faults);
  return deepFreeze(present(parsed.data, keys));
}

const faultOf = (setting: SettingName): ConfigFault => ({ setting, remedy: REMEDIES[setting] });

/** A misspelt name would silently do nothing: GLASNIK_DMEO=off would load the demonstration. */
function unknownSettings(given: Environment): ConfigFault[] {
  const known = Object.keys(settings.shape);
  return Object.keys(given)
    .filter((name) => /^GLASNIK_(?!TEST_)/.test(name) && !known.includes(name))
    .map((name) => {
      const near = known.find((other) => letters(other) === letters(name));
      const hint = near ? `Did you mean ${near}?` : 'All settings are listed in .env.example.';
      return { setting: name, remedy: `There is no such setting. ${hint}` };
    });
}

const letters = (name: string) => name.replaceAll('_', '').split('').sort().join('');

function readKeys(given: Environment, faults: ConfigFault[]): readonly Secret[] {
  const path = given.GLASNIK_SECRET_KEY_FILE;
  if (path && given.GLASNIK_SECRET_KEY) faults.push(faultOf('GLASNIK_SECRET_KEY_FILE'));
  if (!path) return secretKeys.safeParse(given.GLASNIK_SECRET_KEY).data ?? [];
  try {
    return secretKeys.parse(readFileSync(path, 'utf8'));
  } catch {
    if (!faults.some(({ setting }) => setting === 'GLASNIK_SECRET_KEY_FILE')) {
      faults.push(faultOf('GLASNIK_SECRET_KEY_FILE'));
    }
    return [];
  }
}

function present(given: z.infer<typeof settings>, keys: readonly Secret[]): Config {
  const { GLASNIK_SMTP_URL: smtpUrl, GLASNIK_MAIL_FROM: from } = given;
  return {
    host: given.GLASNIK_HOST,
    port: given.GLASNIK_PORT,
    url: given.GLASNIK_URL ?? `http://localhost:${given.GLASNIK_PORT}`,
    urlGiven: given.GLASNIK_URL !== undefined,
    dataFolder: resolve(given.GLASNIK_DATA),
    demo: given.GLASNIK_DEMO,
    database: {
      url: given.DATABASE_URL,
      appUrl: given.GLASNIK_DATABASE_APP_URL,
      poolSize: given.GLASNIK_DATABASE_POOL,
    },
    workerConcurrency: given.GLASNIK_WORKER_CONCURRENCY,
    secretKeys: keys,
    logLevel: given.GLASNIK_LOG_LEVEL,
    metricsToken: given.GLASNIK_METRICS_TOKEN,
    trustProxy: given.GLASNIK_TRUST_PROXY,
    allowPrivate: given.GLASNIK_ALLOW_PRIVATE,
    maxUploadBytes: given.GLASNIK_MAX_UPLOAD_MB * 1_000_000,
    mail: smtpUrl && from ? { smtpUrl, from } : undefined,
    machine: given.GLASNIK_MACHINE_URL
      ? {
          url: given.GLASNIK_MACHINE_URL,
          model: given.GLASNIK_MACHINE_MODEL,
          key: given.GLASNIK_MACHINE_KEY ?? null,
        }
      : null,
  };
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}

/** Where the generated key lies; see secret-key.ts. */
export const keyFileOf = (config: Config): string => join(config.dataFolder, 'secret.key');
