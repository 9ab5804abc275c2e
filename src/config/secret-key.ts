import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { ConfigFaults, keyFileOf, type Config } from './config.ts';
import type { Secret } from './secret.ts';
import { secretKeys } from './settings.ts';

/**
 * The keys that were given, or the one in the data folder, made at the first start. Whoever loses that file
 * loses the sealed tokens: it belongs into the back-up, apart from the database (docs/operating.md).
 * @throws ConfigFaults where the file is there and holds no key
 */
export async function ensureSecretKeys(config: Config): Promise<readonly Secret[]> {
  if (config.secretKeys.length > 0) return config.secretKeys;
  const file = keyFileOf(config);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return makeKey(config.dataFolder, file);
    throw error;
  });
  const keys = secretKeys.safeParse(text);
  if (keys.success) return keys.data;
  throw new ConfigFaults([
    { setting: file, remedy: 'The file holds no key of 32 characters. Put it back from a back-up.' },
  ]);
}

/** Two processes that start together must end with the same key, and never with half of one. */
async function makeKey(folder: string, file: string): Promise<string> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  // The embedded database may run under another account, which walks through here (src/db/embedded.ts).
  if (made && process.getuid?.() === 0) await chmod(folder, 0o711);
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
