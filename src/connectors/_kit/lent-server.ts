import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lend } from '../contract.ts';

/** Lends files over real HTTP, as the program does, for fakes of networks that fetch media by themselves. */
export function createLentServer(): { lend: Lend; close: () => Promise<void> } {
  const files = new Map<string, { bytes: Uint8Array; mime: string }>();
  let server: Server | undefined;
  const urlOf = async (): Promise<string> => {
    server ??= await listen(files);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const lend = async ({ bytes, mime }: Parameters<Lend>[0]) => {
    const path = `/lent/${randomUUID()}`;
    files.set(path, { bytes, mime });
    return { url: `${await urlOf()}${path}`, until: Temporal.Now.instant().add({ hours: 2 }) };
  };
  return {
    lend: Object.assign(lend, { home: 'https://glasnik.example' }),
    close: async () => {
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    },
  };
}

async function listen(files: ReadonlyMap<string, { bytes: Uint8Array; mime: string }>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 404, file ? { 'content-type': file.mime } : {});
    response.end(file?.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
