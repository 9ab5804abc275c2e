import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The settings as they were given: names to texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process over those in `.env`, if there is one. Nothing else reads process.env. */
export function readEnvironment(file = '.env'): Environment {
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...kept, ...process.env };
}
