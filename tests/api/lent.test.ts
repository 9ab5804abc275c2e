import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connector, Lend } from '#/connectors/contract.ts';
import { instagram } from '#/connectors/instagram/index.ts';
import { sandbox } from '#/connectors/sandbox/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp } from '../helpers/app.ts';

const BYTES = Buffer.from('a rendition made for one delivery');

/** The practice network, and what it was given to lend with when it was asked how an account is. */
function watched(): { connector: Connector; lend: () => Lend | null | undefined } {
  let seen: Lend | null | undefined;
  return {
    lend: () => seen,
    connector: {
      ...sandbox,
      diagnose: (context, account) => {
        seen = context.lend;
        return sandbox.diagnose(context, account);
      },
    },
  };
}

async function lendIn(options: { reachable?: boolean }) {
  const { connector, lend } = watched();
  const app = await testApp({ connectors: [connector, instagram], ...options });
  const house = await app.addInstitution();
  const them = await signIn(app.url, house.people.administrator.email);
  const params = { institutionId: house.id };
  const { code } = await them.get<{ code: string }>('getSandboxCode', { params });
  const settings = { handle: 'proba', displayName: '', code };
  const account = await them.get<{ id: string }>('connectAccount', {
    params,
    body: { network: 'sandbox', variant: 'bs', settings },
  });
  await them.get('diagnoseAccount', { params: { ...params, accountId: account.id } });
  return { app, them, params, lend: lend() };
}

const body = {
  network: 'instagram',
  variant: 'bs',
  settings: { appId: '990602627938098', appSecret: 'a secret of the app' },
  accountId: null,
};

describe('lending files to networks', () => {
  test('a connector gets an address of the whole program, and anybody may fetch what is there', async () => {
    const { app, them, params, lend } = await lendIn({ reachable: true });
    await using _app = app;
    assert.ok(lend);
    const { url, until } = await lend({ bytes: BYTES, mime: 'image/jpeg' });
    assert.ok(url.startsWith(`${app.url}/lent/`), url);
    assert.ok(Temporal.Instant.compare(until, Temporal.Now.instant()) > 0);
    const answer = await fetch(url);
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), BYTES);
    const knock = await fetch(`${lend.home}/connect/viber/knock`, {
      method: 'POST',
      body: '{"event":"webhook"}',
    });
    assert.deepEqual([knock.status, await knock.text()], [200, '']);
    assert.equal((await fetch(url, { headers: { range: 'bytes=2-10' } })).status, 206);
    for (const wrong of [`${app.url}/lent/`, url.replace('/lent/1', '/lent/2')]) {
      assert.equal((await fetch(wrong)).status, 404, wrong);
    }
    const begun = await them.get<{ url: string }>('beginConnection', { params, body });
    assert.equal(new URL(begun.url).origin, 'https://www.instagram.com');
  });

  test('where networks cannot reach us, one that fetches by itself says so before anything is begun', async () => {
    const { app, them, params, lend } = await lendIn({});
    await using _app = app;
    assert.equal(lend, null);
    const refused = await them.problem('beginConnection', { params, body });
    assert.equal(refused.code, 'account.refused');
    assert.match(JSON.stringify(refused), /GLASNIK_URL/);
  });
});
