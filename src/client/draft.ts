import { access, constants, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Account, Media, PostInput } from '#/contract/index.ts';
import { createApi, type Api } from './api.ts';
import { findConnection } from './connection.ts';
import { toDue } from './due.ts';
import { ClientFault, EXIT, UsageFault, type Desk, type Exit, type Values } from './io.ts';
import { readDraft, type Draft } from './read-draft.ts';
import { studioAddress } from './show.ts';

/** Begins a post from a file: pictures first, then the draft, in one write that can be sent again. */
export async function draft(desk: Desk, rest: string[], values: Values): Promise<Exit> {
  if (rest.length > 1) throw new UsageFault(rest.slice(1).join(' '));
  const connection = await findConnection(desk);
  const written = await readDraft(desk, rest[0]);
  if (typeof values.due === 'string') written.due = toDue(values.due);
  await Promise.all(written.media.map(({ file }) => sizeOf(resolve(written.folder, file))));
  const api = createApi(desk, connection);
  const targets = findTargets(desk, written, await listAccounts(api, written));
  const images = [];
  for (const { file, alt } of written.media) {
    const { id } = await upload(desk, api, resolve(written.folder, file));
    images.push({ mediaId: id, alt });
  }
  const body: PostInput = {
    title: written.title,
    planItemId: null,
    content: {
      texts: written.texts,
      cyrillicFollows: written.texts['sr-Cyrl'] === undefined,
      overrides: {},
      images,
      targets,
      due: written.due,
    },
  };
  const once = typeof values.once === 'string' ? { idempotencyKey: toKey(values.once) } : {};
  const post = await api.call('createPost', { body, ...once });
  const { slug } = (await api.inHand()).institution;
  const url = studioAddress(connection.url, slug, post.id);
  if (desk.json) desk.print(JSON.stringify({ id: post.id, state: post.state, url, checks: post.checks }));
  else {
    desk.print(post.id);
    desk.print(url);
    for (const { message, blocks } of post.checks)
      desk.tell(desk.t(blocks ? 'client:draft.blocks' : 'client:draft.look', { message }));
  }
  return EXIT.ok;
}

const toKey = (name: string): string => {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new UsageFault(`--once ${name}`);
  return `glasnik-client-${name}`;
};

const listAccounts = async (api: Api, { accounts }: Draft): Promise<Account[]> =>
  accounts.length === 0
    ? []
    : (await api.call('listAccounts')).items.filter(({ state }) => state !== 'retired');

const plain = (handle: string): string => handle.replace(/^@/, '').toLowerCase();

/** @throws ClientFault with every account that is not there, or is there more than once */
function findTargets({ t }: Desk, { accounts }: Draft, known: readonly Account[]) {
  const faults: string[] = [];
  const targets = accounts.flatMap(({ handle, variant }) => {
    const [, network, name = ''] = /^(?:([a-z]+)\/)?(.+)$/.exec(handle) ?? [];
    const found = known.filter(
      (one) => plain(one.handle) === plain(name) && (network === undefined || one.network === network),
    );
    const [account] = found;
    if (account && found.length === 1) return { accountId: account.id, variant: variant ?? account.variant };
    const among = (found.length > 0 ? found : known).map((one) => `${one.network}/${one.handle}`);
    const key = found.length > 0 ? 'client:draft.several-accounts' : 'client:draft.no-account';
    faults.push(t(key, { handle, accounts: among.join(', ') || '–' }));
    return [];
  });
  if (faults.length > 0) throw new ClientFault(EXIT.usage, 'input.faults', {}, faults);
  return targets;
}

const MIME: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

/** @throws ClientFault where there is no such file, or one that this person may not read */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ClientFault(EXIT.usage, 'draft.no-file', { file: path });
  await access(path, constants.R_OK).catch(() => {
    throw new ClientFault(EXIT.usage, 'draft.not-readable', { file: path });
  });
  return found.size;
}

/** The server judges a file by its content; the same file again is the one that is there. */
async function upload(desk: Desk, api: Api, path: string): Promise<Media> {
  const bytes = await sizeOf(path);
  const file = { path, bytes, mime: MIME[extname(path).toLowerCase()] ?? 'application/octet-stream' };
  const name = basename(path).slice(-200);
  const meter = progress(desk, name, bytes);
  try {
    return await api.call('uploadMedia', { query: { fileName: name }, file, onSent: meter.sent });
  } finally {
    meter.end();
  }
}

/** One line that counts up at a terminal; elsewhere only that it begins. */
function progress({ stderr, t, tell, json }: Desk, name: string, bytes: number) {
  const line = (percent: number) => t('client:draft.uploading', { name, percent });
  if (json) return { sent: () => undefined, end: () => undefined };
  if (!stderr.isTTY) {
    let told = -1;
    const sent = (done: number) => {
      const quarter = Math.floor((done / Math.max(1, bytes)) * 4) * 25;
      if (quarter > told) tell(line(quarter));
      told = Math.max(told, quarter);
    };
    return { sent, end: () => undefined };
  }
  const sent = (done: number) =>
    void stderr.write(`\r${line(Math.round((done / Math.max(1, bytes)) * 100))}\u001B[K`);
  return { sent, end: () => void stderr.write('\n') };
}
