import { createHash } from 'node:crypto';
import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { bodyOf, no, type FakeState } from './fake-wire.ts';

/** Registering an app, the page of consent and the token: https://docs.joinmastodon.org/methods/{apps,oauth}/. */
export function oauthRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/api/v1/apps',
      step: 'session',
      answer: (asked) => {
        const { client_name: name, redirect_uris: uris, scopes } = asked.json() as Record<string, string>;
        if (!name || !uris) return no(422, "Validation failed: Application name can't be blank");
        return {
          json: {
            id: '1',
            name,
            website: null,
            scopes: (scopes ?? 'read').split(' '),
            redirect_uris: [uris],
            redirect_uri: uris,
            client_id: 'fake-client',
            client_secret: 'fake-client-secret',
            client_secret_expires_at: 0,
          },
        };
      },
    },
    {
      method: 'GET',
      path: '/oauth/authorize',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        back.searchParams.set('state', query.get('state') ?? '');
        if (state.consents) {
          const code = `code-${state.codes.size + 1}`;
          state.codes.set(code, query.get('code_challenge') ?? '');
          back.searchParams.set('code', code);
        } else {
          back.searchParams.set('error', 'access_denied');
          back.searchParams.set(
            'error_description',
            'The resource owner or authorization server denied the request.',
          );
        }
        return { status: 302, headers: { location: back.href } };
      },
    },
    { method: 'POST', path: '/oauth/token', step: 'session', answer: (asked) => grant(state, asked) },
  ];
}

/** A code is good once, and only with the verifier of its challenge where it was given for one. */
async function grant(state: FakeState, asked: Asked): Promise<Said> {
  const form = (await bodyOf(asked)) as Record<string, string>;
  if (form['client_id'] !== 'fake-client' || form['client_secret'] !== 'fake-client-secret') {
    return {
      status: 401,
      json: { error: 'invalid_client', error_description: 'Client authentication failed.' },
    };
  }
  const challenge = state.codes.get(form['code'] ?? '');
  state.codes.delete(form['code'] ?? '');
  const proved = createHash('sha256')
    .update(form['code_verifier'] ?? '')
    .digest('base64url');
  if (challenge === undefined || (challenge !== '' && challenge !== proved)) {
    const words = 'The provided authorization grant is invalid, expired, revoked.';
    return { status: 400, json: { error: 'invalid_grant', error_description: words } };
  }
  state.revoked = false;
  const scope = state.scope ?? form['scope'] ?? 'read';
  return {
    json: { access_token: 'fake-access-token', token_type: 'Bearer', scope, created_at: 1_764_000_000 },
  };
}
