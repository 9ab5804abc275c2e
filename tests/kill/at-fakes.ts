import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rerouted } from '#/connectors/_kit/contract-stage.ts';
import type { ConnectedAccount, Connector, ConnectorContext, Lend, Settings } from '#/connectors/contract.ts';
import type { FakePlace } from './fakes-process.ts';

/** The setting of an account by which a worker of the storm knows the fake that stands for its network. */
const SETTING = 'fake';

export const settingsAt = (settings: Settings, place: FakePlace): Settings => ({
  ...settings,
  [SETTING]: JSON.stringify({ url: place.url, origins: place.origins, ownUrl: place.ownUrl }),
});

/** The connector as it is; only its requests go to the fake of the account they are for. */
export function atFakes(connector: Connector): Connector {
  const there = (context: ConnectorContext, { settings }: ConnectedAccount): ConnectorContext => {
    const { url, origins, ownUrl } = JSON.parse(settings[SETTING] ?? '{}') as FakePlace;
    const fetch = rerouted(context.fetch, { network: { url }, origins });
    return { ...context, fetch, ownUrl: ownUrl ?? context.ownUrl };
  };
  const plain = (account: ConnectedAccount): ConnectedAccount => {
    const { [SETTING]: _, ...settings } = account.settings;
    return { ...account, settings };
  };
  return {
    ...connector,
    prepare: (context, account, message) =>
      connector.prepare(there(context, account), plain(account), message),
    publish: (context, account, message, handle) =>
      connector.publish(there(context, account), plain(account), message, handle),
    find: (context, account, message, handle) =>
      connector.find(there(context, account), plain(account), message, handle),
  };
}

/** Lends files whose bytes stand in their address: whoever lent one may be dead when the network fetches it. */
export const lendFrom = (server: string): Lend =>
  Object.assign(
    async ({ bytes, mime }: Parameters<Lend>[0]) => ({
      url: `${server}/${encodeURIComponent(mime)}/${Buffer.from(bytes).toString('base64url')}`,
      until: Temporal.Now.instant().add({ hours: 2 }),
    }),
    { home: 'https://glasnik.example' },
  );

/** Serves what `lendFrom` lent. */
export async function startLending(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer({ maxHeaderSize: 256_000 }, (request, response) => {
    const [, mime = '', bytes = ''] = (request.url ?? '').split('/');
    response.writeHead(200, { 'content-type': decodeURIComponent(mime) });
    response.end(Buffer.from(bytes, 'base64url'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
