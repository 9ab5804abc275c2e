import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Faults = {
  /** What happens meanwhile. */
  before?: (request: IncomingMessage) => Promise<void>;
  loseAnswerOf?: (request: IncomingMessage) => boolean;
  /** Bytes of the first upload that are let through. */
  cutUploadAfter?: number;
  redirectTo?: string;
  /** Whether the lost answer breaks off only when its headers are out. */
  afterHeaders?: boolean;
  /** Answers everything with a page, as a sign-in of a network does. */
  page?: boolean;
};

/** Stands between client and server, and breaks the first request that it is told to break. */
export async function faultyProxy(target: string, faults: Faults) {
  let broken = 0;
  const cut = (incoming: IncomingMessage, after: number) => {
    let taken = 0;
    incoming.on('data', (chunk: Buffer) => {
      taken += chunk.byteLength;
      if (taken < after) return;
      broken = 1;
      incoming.socket.destroy();
    });
  };
  const handle = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    await faults.before?.(incoming);
    const isUpload = incoming.url?.includes('/media?') === true;
    if (faults.redirectTo) answer.writeHead(308, { location: faults.redirectTo }).end();
    else if (faults.page) answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Prijava</p>');
    else if (isUpload && faults.cutUploadAfter !== undefined && broken === 0)
      cut(incoming, faults.cutUploadAfter);
    else {
      const lose = broken === 0 && faults.loseAnswerOf?.(incoming) === true;
      if (lose) broken += 1;
      pass(target, incoming, answer, lose, faults.afterHeaders === true);
    }
  };
  const server: Server = createServer((incoming, answer) => void handle(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    broken: () => broken,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(
  target: string,
  incoming: IncomingMessage,
  answer: ServerResponse,
  lose: boolean,
  afterHeaders: boolean,
): void {
  const { method, headers } = incoming;
  const onward = request(`${target}${incoming.url}`, { method, headers }, (said) => {
    if (lose && afterHeaders) answer.writeHead(said.statusCode ?? 500, said.headers).flushHeaders();
    if (lose) said.on('end', () => incoming.socket.destroy()).resume();
    else said.pipe(answer.writeHead(said.statusCode ?? 500, said.headers));
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}
