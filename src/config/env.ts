import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The settings as they were given: names to texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of this process over those in `.env`, if there is one; null looks for none. Nothing else reads process.env. */
export function readEnvironment(file: string | null = '.env'): Environment {
  const kept = file !== null && existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...kept, ...process.env };
}
