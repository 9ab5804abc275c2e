import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** Somebody in the directory, as its claims tell of them. */
export type DirectoryPerson = {
  email: string;
  email_verified?: boolean;
  name: string;
  groups: string[];
};

export type OidcServer = AsyncDisposable & {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who sits at the keyboard: the login page lets them in without asking. Null: they refuse. */
  atKeyboard: string | null;
  people: Record<string, DirectoryPerson>;
  /** Registers our address; before it the server knows no client. */
  register(redirectUri: string): void;
};

/** A certified OpenID Connect server on this machine, with a login page that knows who is there. */
export async function startOidcServer(): Promise<OidcServer> {
  let handler: ReturnType<Provider['callback']> | undefined;
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const uid = /^\/login\/([\w-]+)/.exec(request.url ?? '')?.[1];
      if (!provider || !handler) response.writeHead(404).end();
      else if (uid === undefined) await handler(request, response);
      else
        await provider.interactionFinished(
          request,
          response,
          self.atKeyboard === null
            ? { error: 'access_denied', error_description: 'not today' }
            : { login: { accountId: self.atKeyboard } },
        );
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: OidcServer = {
    issuer,
    clientId: 'glasnik',
    clientSecret: 'a secret that the directory gave',
    atKeyboard: null,
    people: {},
    register: (redirectUri) => {
      provider = new Provider(issuer, configuration(self, redirectUri));
      handler = provider.callback();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}

const configuration = (self: OidcServer, redirectUri: string): Configuration => ({
  clients: [
    {
      client_id: self.clientId,
      client_secret: self.clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (_context, interaction) => `/login/${interaction.uid}` },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email_verified: true, ...self.people[id] }),
  }),
  // Nobody is asked whether they agree: an institution's own directory does not ask either.
  loadExistingGrant: async (context) => {
    const { client, session, provider } = context.oidc;
    const grant = new provider.Grant({
      clientId: client?.clientId ?? '',
      accountId: session?.accountId ?? '',
    });
    grant.addOIDCScope('openid email profile groups');
    await grant.save();
    return grant;
  },
});
