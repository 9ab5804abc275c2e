import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ClientFault, EXIT, type Desk } from './io.ts';

export type Connection = { url: string; key: string };

const Kept = z.object({ url: z.string(), key: z.string() });
const FOR_OWNER_ONLY = 0o600;

const fileOf = ({ env }: Pick<Desk, 'env'>): string =>
  join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'glasnik', 'client.json');

/**
 * The address and the key: what the environment says, then what `login` kept.
 * @throws ClientFault where one of them is missing
 */
export async function findConnection(desk: Desk): Promise<Connection> {
  const kept = await readKept(desk);
  const given = desk.env.GLASNIK_URL || kept?.url;
  if (!given) throw new ClientFault(EXIT.usage, 'no-connection-kept');
  const url = toAddress(given);
  // A kept key is for the server that it was kept for, and goes to no other.
  const own = kept && toAddress(kept.url) === url ? kept.key : undefined;
  const key = (desk.env.GLASNIK_API_KEY || own)?.trim();
  if (!key) throw new ClientFault(EXIT.usage, 'no-connection-kept');
  if (!fitsHeader(key)) throw new ClientFault(EXIT.usage, 'login.no-key');
  if (travelsOpen(url)) desk.tell(desk.t('client:login.travels-open'));
  return { url, key };
}

const fitsHeader = (key: string): boolean => /^[\x21-\x7e]+$/.test(key);

async function readKept(desk: Desk): Promise<Connection | undefined> {
  const file = fileOf(desk);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  const seenBy = (await stat(file)).mode & 0o077;
  if (seenBy !== 0 && process.platform !== 'win32') {
    await chmod(file, FOR_OWNER_ONLY);
    desk.tell(desk.t('client:login.was-open', { file }));
  }
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    throw new ClientFault(EXIT.usage, 'login.kept-broken', { file });
  }
}

/** Whole or not at all, and for nobody else at any moment. Answers where. */
export async function keepConnection(desk: Desk, connection: Connection): Promise<string> {
  const file = fileOf(desk);
  const part = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(part, `${JSON.stringify(connection, null, 2)}\n`, { mode: FOR_OWNER_ONLY });
    await rename(part, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ClientFault(EXIT.refused, 'login.not-kept', { file, reason: code });
  }
  return file;
}

/** The origin of a server. @throws ClientFault where it is none */
export function toAddress(text: string): string {
  const typed = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol)) throw new ClientFault(EXIT.usage, 'login.no-address');
  return url.origin;
}

/** Whether the key would travel open to another machine. */
export const travelsOpen = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
};
