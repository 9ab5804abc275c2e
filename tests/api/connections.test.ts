import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sandbox } from '#/connectors/sandbox/index.ts';
import { mastodon } from '#/connectors/mastodon/index.ts';
import { startFakeMastodon, type MastodonFake } from '#/connectors/mastodon/fake.ts';
import type { Connector } from '#/connectors/contract.ts';
import { systemClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

/** A network on which one person looks after several pages. */
const pages: Connector = {
  ...mastodon,
  manifest: { ...mastodon.manifest, network: 'pages', name: 'Pages' },
  authorise: {
    ...mastodon.authorise!,
    finish: async (...input) => {
      const [one] = await mastodon.authorise!.finish(...input);
      assert.ok(one);
      return ['prva', 'druga'].map((name) => ({
        ...one,
        networkId: `${one.networkId}/${name}`,
        handle: name,
      }));
    },
  },
};

type Begun = { id: string; url: string };
type Connection = {
  state: string;
  reasonText: string | null;
  accountId: string | null;
  choices: { networkId: string; handle: string }[];
};

describe('connecting on the network’s own page', () => {
  let app: TestApp;
  let fake: MastodonFake;
  let house: TestInstitution;
  let them: ApiClient;
  let offset = 0;

  before(async () => {
    const clock = { ...systemClock, now: () => systemClock.now().add({ minutes: offset }) };
    app = await testApp({
      env: { GLASNIK_ALLOW_PRIVATE: '127.0.0.1' },
      connectors: [mastodon, pages, sandbox],
      clock,
    });
    fake = await startFakeMastodon();
    house = await app.addInstitution();
    them = await signIn(app.url, house.people.administrator.email);
  });
  after(async () => {
    await fake.close();
    await app[Symbol.asyncDispose]();
  });

  const begin = (network = 'mastodon', accountId: string | null = null, by = them, where = house) =>
    by.get<Begun>('beginConnection', {
      params: { institutionId: where.id },
      body: { network, variant: 'bs', settings: { server: fake.network.url }, accountId },
    });
  /** What the network's page sends the browser back to. */
  const consent = async (url: string): Promise<string> => {
    const answer = await fetch(url, { redirect: 'manual' });
    const location = answer.headers.get('location') ?? '';
    assert.ok(location.startsWith(`${app.url}/connect/`), location);
    return location;
  };
  const back = async (address: string, by = them): Promise<string> => {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: by.headers['cookie'] ?? '' },
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    return answer.headers.get('location') ?? '';
  };
  const outcome = (id: string, by = them) =>
    by.get<Connection>('getConnection', { params: { institutionId: house.id, connectionId: id } });
  const unknown = () => `/studio/${house.slug}/accounts?connection=unknown`;

  it('connects, seals the session, and tells what came of it', async () => {
    const { id, url } = await begin();
    assert.equal((await outcome(id)).state, 'waiting');
    assert.equal(await back(await consent(url)), `/studio/${house.slug}/accounts?connection=${id}`);
    const done = await outcome(id);
    assert.equal(done.state, 'connected');
    const { rows } = await app.database.owner.query<{
      handle: string;
      session_sealed: string;
      sealed: string;
    }>(
      'select handle, session_sealed, sealed from accounts, connections c where accounts.id = $1 and c.id = $2',
      [done.accountId, id],
    );
    assert.match(rows[0]?.handle ?? '', /^opcina@127\.0\.0\.1:\d+$/);
    assert.ok(!rows[0]?.session_sealed.includes('fake-access-token'));
    assert.equal(rows[0]?.sealed, '');
    // Again, by the same door: the same row, and no second account.
    const again = await begin('mastodon', done.accountId);
    await back(await consent(again.url));
    assert.equal((await outcome(again.id)).accountId, done.accountId);
  });

  it('keeps the state as a hash and the verifier sealed', async () => {
    const { id, url } = await begin();
    const state = new URL(url).searchParams.get('state') ?? '';
    const { rows } = await app.database.owner.query<Record<string, string>>(
      'select row_to_json(c) as row from connections c where id = $1',
      [id],
    );
    assert.ok(!JSON.stringify(rows).includes(state.slice(40)));
    assert.ok(!JSON.stringify(rows).includes('fake-client'));
    assert.equal(new URL(url).searchParams.get('code_challenge_method'), 'S256');
  });

  it('takes a state once', async () => {
    const { id, url } = await begin();
    const address = await consent(url);
    const [one, two] = await Promise.all([back(address), back(address)]);
    assert.deepEqual(
      [one, two].toSorted(),
      [`/studio/${house.slug}/accounts?connection=${id}`, unknown()].toSorted(),
    );
    assert.equal(await back(address), unknown());
    assert.equal((await outcome(id)).state, 'connected');
  });

  it('takes a state of nobody else, of no other network and of no other house', async () => {
    const { id, url } = await begin();
    const address = await consent(url);
    const other = await app.addInstitution();
    const stranger = await signIn(app.url, other.people.administrator.email);
    assert.equal(await back(address, stranger), '/studio/');
    const head = await signIn(app.url, house.people.head.email);
    assert.equal(await back(address, head), unknown());
    const nobody = { ...them, headers: {} };
    assert.equal(await back(address, nobody), '/studio/');
    assert.equal(await back(address.replace('/mastodon/', '/pages/')), unknown());
    const swapped = new URL(address);
    const state = swapped.searchParams.get('state') ?? '';
    swapped.searchParams.set('state', state.replace(house.id, other.id));
    assert.equal(await back(swapped.href, stranger), `/studio/${other.slug}/accounts?connection=unknown`);
    assert.equal((await outcome(id)).state, 'waiting');
    const foreign = await stranger.problem('getConnection', {
      params: { institutionId: other.id, connectionId: id },
    });
    assert.equal(foreign.code, 'account.connection-not-found');
    await back(address);
    assert.equal((await outcome(id)).state, 'connected');
  });

  it('takes no state after a quarter of an hour', async () => {
    const { url } = await begin();
    const address = await consent(url);
    offset = 16;
    assert.equal(await back(address), unknown());
    offset = 0;
  });

  it('says in words what went wrong on the page, and connects nothing', async () => {
    fake.consent?.(false);
    const refused = await begin();
    await back(await consent(refused.url));
    fake.consent?.(true);
    const no = await outcome(refused.id);
    assert.equal(no.state, 'failed');
    assert.match(no.reasonText ?? '', /did not allow/);
    const broken = await begin();
    const address = new URL(await consent(broken.url));
    address.searchParams.set('code', 'made-up');
    await back(address.href);
    assert.match((await outcome(broken.id)).reasonText ?? '', /did not succeed/);
    const blip = await begin();
    const there = await consent(blip.url);
    fake.network.fault({ kind: 'error-503', step: 'session' });
    await back(there);
    assert.match((await outcome(blip.id)).reasonText ?? '', /trouble/);
  });

  it('lets a person choose among several, and no other account', async () => {
    const { id, url } = await begin('pages');
    await back(await consent(url));
    const { state, choices } = await outcome(id);
    assert.equal(state, 'choosing');
    assert.deepEqual(
      choices.map(({ handle }) => handle),
      ['prva', 'druga'],
    );
    assert.ok(!JSON.stringify(choices).includes('token'));
    const params = { institutionId: house.id, connectionId: id };
    const none = await them.problem('chooseAccount', { params, body: { networkId: 'treca' } });
    assert.equal(none.code, 'account.choice-unknown');
    const body = { networkId: choices[1]?.networkId };
    const account = await them.get<{ handle: string; id: string }>('chooseAccount', { params, body });
    assert.equal(account.handle, 'druga');
    assert.equal((await them.get<{ id: string }>('chooseAccount', { params, body })).id, account.id);
    const wrong = await begin('mastodon', account.id);
    await back(await consent(wrong.url));
    assert.match((await outcome(wrong.id)).reasonText ?? '', /druga is to be connected again/);
  });

  it('is begun by a form that is whole, on a network that has a page, by a person', async () => {
    const params = { institutionId: house.id };
    const ask = (body: object) => them.problem('beginConnection', { params, body });
    const rest = { variant: 'bs', accountId: null };
    const empty = await ask({ ...rest, network: 'mastodon', settings: { server: ' ' } });
    assert.equal(empty.faults?.[0]?.path, '/settings/server');
    assert.equal(
      (await ask({ ...rest, network: 'sandbox', settings: {} })).code,
      'account.connection-by-form',
    );
    const form = await them.problem('connectAccount', {
      params,
      body: { network: 'mastodon', variant: 'bs', settings: { server: fake.network.url } },
    });
    assert.equal(form.code, 'account.connection-by-redirect');
    const key = await them.get<{ secret?: string; key?: string }>('createApiKey', {
      params,
      body: { name: 'program', role: 'administrator' },
    });
    const secret = Object.values(key).find((it) => typeof it === 'string' && it.length > 40) ?? '';
    const answer = await fetch(`${app.url}/api/institutions/${house.id}/connections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...rest, network: 'mastodon', settings: { server: fake.network.url } }),
    });
    assert.equal(answer.status, 403);
  });
});
