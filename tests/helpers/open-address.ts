import { request, type IncomingHttpHeaders } from 'node:http';

export type Opened = { status: number; headers: IncomingHttpHeaders; body: string };

/** Opens a path as a visitor does: no redirect is followed, and the host may be another than the server's own. */
export function openAddress(
  server: string,
  path: string,
  options: { host?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Opened> {
  const { hostname, port } = new URL(server);
  const headers = { ...(options.host === undefined ? {} : { host: options.host }), ...options.headers };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: options.method ?? 'GET', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
