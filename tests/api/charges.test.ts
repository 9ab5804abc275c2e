import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { MonthOfCharges } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

describe('what networks charge', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;

  before(async () => {
    app = await testApp({ clock: new ManualClock('2027-01-10T09:00:00Z') });
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const owner = (text: string, values: unknown[]) => app.database.owner.query(text, values);
  const addAccount = async (handle: string, of = house) => {
    const id = newId();
    await owner(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'x', $1::uuid::text, $3, 'Ured', 'https://x.com/ured', 'bs', '{}', '', 'connected', now())`,
      [id, of.id, handle],
    );
    return id;
  };
  /** As a worker leaves it: what it cost stands in the proof. */
  const addPost = async (
    accountId: string,
    publishedAt: string,
    charged: object | null,
    state = 'published',
  ) => {
    const { id } = await editor.get<{ id: string }>('createPost', {
      params: { institutionId: house.id },
      body: emptyPost(),
    });
    const proof = {
      networkId: '1',
      url: 'https://x.com/ured/status/1',
      publishedAt,
      ...(charged && { charged }),
    };
    await owner(
      `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at,
         proof, published_at, request_id, created_at)
       values ($1, $2, $3, 1, $4, 'bs', $5, $6, $6, $7, $6, 'r', $6)`,
      [newId(), house.id, id, accountId, state, publishedAt, JSON.stringify(proof)],
    );
  };
  const read = async (who = editor, query: Record<string, string> = {}, of = house) =>
    (await who.get<{ items: MonthOfCharges[] }>('listCharges', { params: { institutionId: of.id }, query }))
      .items;
  const short = ({ month, account, currency, posts, amount }: MonthOfCharges) =>
    `${month} ${account.handle} ${posts} ${amount} ${currency}`;

  test('are summed by month of the institution’s clock and by account, what was taken down too', async () => {
    const usd = (amount: number) => ({ currency: 'USD', amount });
    const [first, second] = [await addAccount('@ured'), await addAccount('@zavod')];
    // Half past eleven at night of the 31st in Greenwich is the new year in Sarajevo.
    await addPost(first, '2026-12-31T23:30:00Z', usd(0.2));
    await addPost(first, '2026-12-31T22:30:00Z', usd(0.1));
    await addPost(first, '2026-12-30T09:00:00Z', usd(0.2), 'removed');
    await addPost(second, '2026-12-01T09:00:00Z', usd(0.015));
    await addPost(second, '2026-12-02T09:00:00Z', null);
    await addPost(second, '2025-11-02T09:00:00Z', usd(5));
    assert.deepEqual((await read()).map(short), [
      '2027-01 @ured 1 0.2 USD',
      '2026-12 @ured 2 0.3 USD',
      '2026-12 @zavod 1 0.015 USD',
    ]);
    assert.deepEqual((await read(editor, { months: '1' })).map(short), ['2027-01 @ured 1 0.2 USD']);
    assert.equal((await read(editor, { months: '36' })).length, 4);
  });

  test('are seen by no other institution', async () => {
    const other = await app.addInstitution();
    const neighbour = await signIn(app.url, other.people.editor.email);
    assert.deepEqual(await read(neighbour, {}, other), []);
    const params = { institutionId: house.id };
    assert.equal((await neighbour.call('listCharges', { params })).status, 404);
  });
});
