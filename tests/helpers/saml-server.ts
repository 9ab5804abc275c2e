import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DirectoryPerson } from './oidc-server.ts';
import { createSamlIdp, type SamlIdp } from './saml-idp.ts';

export type SamlServer = AsyncDisposable & {
  idp: SamlIdp;
  /** Where its metadata lie. */
  metadataUrl: string;
  /** Who sits at the keyboard: the login page asks nobody. */
  atKeyboard: DirectoryPerson;
  /** Where Glasnik describes itself, as the directory's administrator would enter it. */
  ours: string;
};

/** The directory of `saml-idp.ts` on this machine: its login page sends the browser back with a signed answer by POST. */
export async function startSamlServer(): Promise<SamlServer> {
  const server = createServer((request, response) => {
    page(request).then(
      (text) => {
        // A browser asks for an icon too.
        if (text === undefined) return response.writeHead(404).end();
        return response
          .writeHead(200, { 'content-type': text.startsWith('<!') ? 'text/html' : 'text/xml' })
          .end(text);
      },
      // Whoever looks whether the login page answers brings no request: a directory says so, and stays up.
      (error: unknown) => response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const idp = await createSamlIdp('imenik', `${url}/login`);
  const self: SamlServer = {
    idp,
    metadataUrl: `${url}/metadata`,
    atKeyboard: { email: '', name: '', groups: [] },
    ours: '',
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  async function page(request: IncomingMessage): Promise<string | undefined> {
    const asked = new URL(request.url ?? '', url);
    if (asked.pathname === '/metadata') return idp.metadata;
    if (asked.pathname !== '/login') return undefined;
    const ours = await (await fetch(self.ours)).text();
    const answer = await idp.answer(asked, ours, self.atKeyboard);
    const to = /AssertionConsumerService[^>]+Location="([^"]+)"/.exec(ours)?.[1] ?? '';
    return `<!doctype html><title>Imenik</title><form method="post" action="${to}">
      <input type="hidden" name="SAMLResponse" value="${answer}"></form><script>document.forms[0].submit()</script>`;
  }
  return self;
}
