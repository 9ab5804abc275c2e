import type * as openid from 'openid-client';
import { Problem } from '#/kernel/errors.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';
import { callbackOf, type Directory, type DirectoryDeps, type Finding, type Provider } from './directory.ts';
import { textIn, textsIn, type Vouched } from './rules.ts';

type Client = typeof openid;
const load = (): Promise<Client> => import('openid-client');

/** OpenID Connect: authorization code with PKCE and nonce; the answer's signature is checked even over TLS. */
export function createOidcDirectory(deps: DirectoryDeps): Directory {
  const configure = async (client: Client, provider: Provider): Promise<openid.Configuration> => {
    const server = new URL(provider.issuer);
    const secret = deps.openSecret(provider);
    const options: openid.DiscoveryRequestOptions = {
      [client.customFetch]: (url, init) => deps.fetch(url, init as RequestInit),
      execute: [
        client.enableNonRepudiationChecks,
        ...(mayBePlain(server, deps.allowPrivate) ? [client.allowInsecureRequests] : []),
      ],
    };
    // How the secret is to be sent is only known once the server has said what it takes.
    let config: openid.Configuration | undefined;
    const authentication: openid.ClientAuth = (as, metadata, body, headers) => {
      const takes = config?.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      const method = takes.includes('client_secret_post')
        ? client.ClientSecretPost
        : client.ClientSecretBasic;
      method(secret)(as, metadata, body, headers);
    };
    config = await client.discovery(server, provider.client_id ?? '', undefined, authentication, options);
    return config;
  };

  return {
    depart: async (provider) => {
      const client = await load();
      const config = await told(() => configure(client, provider));
      const kept = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callbackOf(deps.url, provider),
        scope: scopesOf(config),
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, kept };
    },
    arrive: async (provider, answer, kept) => {
      const client = await load();
      return told(async () => {
        const config = await configure(client, provider);
        const tokens = await client.authorizationCodeGrant(
          config,
          new URL(`${callbackOf(deps.url, provider)}?${answer}`),
          {
            pkceCodeVerifier: kept.verifier ?? '',
            expectedState: kept.state ?? '',
            expectedNonce: kept.nonce ?? '',
            idTokenExpected: true,
          },
        );
        return vouchedOf(client, config, tokens, provider);
      });
    },
    test: (provider) => testOidc(provider, configure, deps),
  };
}

const scopesOf = (config: openid.Configuration): string => {
  const offered = config.serverMetadata().scopes_supported ?? [];
  return ['openid', 'email', 'profile', ...offered.filter((scope) => scope === 'groups')].join(' ');
};

/** Plain http is for a directory on the operator's own machine or in a test; the wire would see every token. */
export const mayBePlain = (url: URL, allowed: readonly string[]): boolean =>
  url.protocol === 'http:' && (allowed.includes(url.hostname) || allowed.includes(url.host));

async function vouchedOf(
  client: Client,
  config: openid.Configuration,
  tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
  provider: Provider,
): Promise<Vouched> {
  let claims: Record<string, unknown> = { ...tokens.claims() };
  const subject = String(claims.sub);
  // Many directories keep the token small and tell the rest when asked.
  const complete = claims.email !== undefined && claims[provider.groups_claim] !== undefined;
  if (!complete && config.serverMetadata().userinfo_endpoint) {
    claims = { ...(await client.fetchUserInfo(config, tokens.access_token, subject)), ...claims };
  }
  if (claims.email_verified === false) throw new Problem('forbidden', 'sign-in.email-unverified');
  return {
    subject,
    email: textIn(claims.email),
    name: textIn(claims.name) ?? textIn(claims.preferred_username),
    groups: textsIn(claims[provider.groups_claim]),
  };
}

/** The library's errors as ours. What the other side wrote is not shown to people: it may be anything. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (faultIn(error)) return new Problem('unavailable', 'sign-in.unreachable', { cause: error });
  const said = (error as { error?: unknown }).error;
  if (said === 'access_denied') return new Problem('forbidden', 'sign-in.refused-there', { cause: error });
  if (said === 'invalid_client' || said === 'unauthorized_client') {
    return new Problem('unavailable', 'sign-in.secret-refused', { cause: error });
  }
  return new Problem('forbidden', 'sign-in.answer-invalid', { cause: error });
}

function faultIn(error: unknown): FetchFault | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchFault) return cause;
  }
  return null;
}

type Configure = (client: Client, provider: Provider) => Promise<openid.Configuration>;

async function testOidc(provider: Provider, configure: Configure, deps: DirectoryDeps): Promise<Finding[]> {
  const client = await load();
  let config: openid.Configuration;
  try {
    config = await configure(client, provider);
  } catch (error) {
    const fault = faultIn(error);
    const code = fault ? `sign-in-test.address-${fault.code}` : 'sign-in-test.address-not-oidc';
    return [{ step: 'address', state: 'bad', code, params: { address: provider.issuer } }];
  }
  return [
    { step: 'address', state: 'good', code: 'sign-in-test.address-good' },
    await testKeys(config, deps),
    await testSecret(client, config, provider, deps),
  ];
}

async function testKeys(config: openid.Configuration, deps: DirectoryDeps): Promise<Finding> {
  const address = config.serverMetadata().jwks_uri ?? '';
  try {
    const { keys } = (await (await deps.fetch(address)).json()) as { keys?: unknown[] };
    if (Array.isArray(keys) && keys.length > 0)
      return { step: 'keys', state: 'good', code: 'sign-in-test.keys-good' };
  } catch {
    // The same to the administrator, whatever it was: the directory's own people have to look.
  }
  return { step: 'keys', state: 'bad', code: 'sign-in-test.keys-missing', params: { address } };
}

/** Trades in a code that cannot be good: who is known is told that the code is wrong, who is not that they are unknown. */
async function testSecret(
  client: Client,
  config: openid.Configuration,
  provider: Provider,
  deps: DirectoryDeps,
): Promise<Finding> {
  const step = 'secret' as const;
  try {
    const callback = new URL(callbackOf(deps.url, provider));
    callback.search = String(
      new URLSearchParams({ code: 'glasnik-test', state: 'test', iss: config.serverMetadata().issuer }),
    );
    await client.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: 'x'.repeat(43),
      expectedState: 'test',
    });
  } catch (error) {
    const said = (error as { error?: unknown }).error;
    if (said === 'invalid_grant') return { step, state: 'good', code: 'sign-in-test.secret-good' };
    if (said === 'invalid_client' || said === 'unauthorized_client') {
      return { step, state: 'bad', code: 'sign-in-test.secret-refused' };
    }
  }
  return { step, state: 'warning', code: 'sign-in-test.secret-unknown' };
}
