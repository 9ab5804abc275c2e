import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** A real server in this process: pages for links, and a machine that speaks as OpenAI's chat completions do. */
export type Neighbour = {
  url: string;
  asked: { path: string; body: string; key: string | undefined }[];
  server: Server;
};

/** Pages and the picture that each names. */
const PAGES: Record<string, string> = {
  '/bez-slike': '',
  '/slike-nema': '/nema.png',
  '/nije-slika': '/tekst.png',
  '/velika-slika': '/velika.png',
};
const HUGE = Buffer.alloc(6_000_000);

export async function neighbour(): Promise<Neighbour> {
  const asked: Neighbour['asked'] = [];
  const picture = await sharp({ create: { width: 1200, height: 630, channels: 3, background: '#246' } })
    .png()
    .toBuffer();
  const answer = (request: IncomingMessage, body: string, response: ServerResponse) => {
    const path = request.url ?? '';
    asked.push({ path, body, key: request.headers.authorization });
    if (path === '/v1/chat/completions') {
      const { model } = JSON.parse(body) as { model: string };
      if (body.includes('TVRDOGLAVO')) return response.writeHead(429).end('{"error":{}}');
      if (body.includes('BESMISLENO')) return response.end('<html>');
      const content = 'Ured radi od 8 do 16 sati.';
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify({
          id: 'x',
          object: 'chat.completion',
          model,
          choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        }),
      );
    }
    if (path === '/vijest') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(
        '<title>x</title><meta property="og:title" content="Nova uredba"><meta property="og:description" content="Šta se mijenja"><meta property="og:image" content="/slika.png"><meta property="og:image:alt" content="Zgrada">',
      );
    }
    const named = PAGES[path];
    if (named !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(
        `<title>Stranica</title>${named && `<meta property="og:image" content="${named}">`}`,
      );
    }
    if (path === '/tekst.png') return response.setHeader('content-type', 'image/png').end('nije slika');
    if (path === '/velika.png') return response.setHeader('content-type', 'image/png').end(HUGE);
    if (path === '/slika.png') return response.setHeader('content-type', 'image/png').end(picture);
    if (path === '/robot') return response.writeHead(403).end();
    return response.writeHead(404).end('nema');
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}
