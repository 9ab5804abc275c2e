import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { createApi } from './api.ts';
import { keepConnection, toAddress, travelsOpen } from './connection.ts';
import { ClientFault, EXIT, type Desk, type Exit } from './io.ts';
import { nameIn } from './show.ts';

/** Asks for the address and the key, tries them, and keeps them for whoever owns this account of the machine. */
export async function login(desk: Desk): Promise<Exit> {
  const { t } = desk;
  const { address, key } = await askFor(desk);
  const url = toAddress(address);
  if (!/^glasnik_[\x21-\x7e]+$/.test(key)) throw new ClientFault(EXIT.usage, 'login.no-key');
  if (travelsOpen(url)) desk.tell(t('client:login.travels-open'));
  const { institution, role, scopes } = await createApi(desk, { url, key }).inHand();
  const file = await keepConnection(desk, { url, key });
  const name = nameIn(institution.names, desk.variant);
  if (desk.json) desk.print(JSON.stringify({ url, institution, role, scopes, file }));
  else {
    desk.print(t('client:login.done', { name, role: t(`common:role.${role}`) }));
    desk.print(t('client:login.kept', { file }));
  }
  return EXIT.ok;
}

/** What the environment has is not asked for. From a pipe they come as lines, in the same order. */
async function askFor(desk: Desk): Promise<{ address: string; key: string }> {
  const { t, stdin, stderr, env } = desk;
  let hidden = false;
  // What is typed is shown by readline; the key is not.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: stdin, output, terminal: stdin.isTTY === true });
  const typed = lines[Symbol.asyncIterator]();
  const next = async (question: string): Promise<string> => {
    stderr.write(`${question} `);
    const { value, done } = await typed.next();
    return done === true ? '' : value.trim();
  };
  try {
    const address = env.GLASNIK_URL || (await next(t('client:login.ask-address')));
    if (env.GLASNIK_API_KEY) return { address, key: env.GLASNIK_API_KEY.trim() };
    const asked = next(t('client:login.ask-key'));
    hidden = true;
    return { address, key: await asked };
  } finally {
    if (hidden) stderr.write('\n');
    lines.close();
  }
}
