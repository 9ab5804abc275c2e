import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Delivery, Media, MediaDetails, Post, ProblemDetails } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { warnOfRights } from '#/modules/media/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const RIGHTS: MediaDetails['rights'] = {
  licence: 'bought',
  author: 'Amra Hadžić',
  source: 'Agencija',
  until: null,
  shows: '',
  consent: 'none',
  consentUntil: null,
};

describe('by what right a picture is shown', () => {
  let app: TestApp;
  let clock: ManualClock;
  let house: TestInstitution;
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    clock = new ManualClock('2026-11-24T09:00:00Z');
    app = await testApp({ clock, log: createLogger('fatal') });
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params: params() });
    const body = { network: 'sandbox', variant: 'bs', settings: { handle: 'prava', displayName: '', code } };
    accountId = (await administrator.get<{ id: string }>('connectAccount', { params: params(), body })).id;
  });
  after(() => app[Symbol.asyncDispose]());

  const gradient = (width: number, flip = false) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320"><rect width="400" height="320" fill="#ddd"/>
       <circle cx="${flip ? 320 : 90}" cy="110" r="80" fill="#123"/><rect x="${flip ? 20 : 220}" y="180" width="150" height="110" fill="#954"/></svg>`,
      ),
    ).resize(width);
  let count = 300;
  const picture = async () => {
    count += 1;
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
    return sharp({ create: { width: count, height: 200, channels: 3, background: '#222', noise } })
      .png()
      .toBuffer();
  };
  const upload = (bytes: Uint8Array, fileName = 'slika.png') =>
    editor.call('uploadMedia', { params: params(), query: { fileName }, body: new Uint8Array(bytes) });
  const fresh = async (fileName?: string) => (await upload(await picture(), fileName)).body as Media;
  const describeIt = (mediaId: string, rights: Partial<MediaDetails['rights']>, tags: string[] = []) =>
    editor
      .get<Media>('describeMedia', {
        params: { ...params(), mediaId },
        body: { rights: { ...RIGHTS, ...rights }, tags },
        headers: over(revisions.get(mediaId) ?? 1),
      })
      .then((media) => {
        revisions.set(mediaId, media.revision);
        return media;
      });
  const revisions = new Map<string, number>();
  const over = (revision: number) => ({ 'if-match': `"${revision}"` });
  const create = (mediaId: string, local = '2026-12-01T10:00') =>
    editor.get<Post>('createPost', {
      params: params(),
      body: {
        title: 'Proba',
        planItemId: null,
        content: {
          texts: { bs: 'Dobar dan.' },
          cyrillicFollows: true,
          overrides: {},
          images: [{ mediaId, alt: { bs: 'Zgrada' } }],
          targets: [{ accountId, variant: 'bs' }],
          due: { local },
        },
      },
    });
  const at = ({ id, version }: Post) => ({ params: { ...params(), postId: id }, body: { version } });
  const rightsOf = ({ checks }: Post) => checks.filter(({ code }) => code.startsWith('media.'));
  const list = async (query: Record<string, string>) =>
    (await editor.get<{ items: Media[] }>('listMedia', { params: params(), query })).items.map(
      ({ id }) => id,
    );

  test('a licence that ends before the post is due keeps it from review; the last day still counts', async () => {
    const { id, rights } = await fresh();
    assert.equal(rights.licence, 'unsaid');
    await describeIt(id, { until: '2026-11-30' });
    const post = await create(id);
    assert.deepEqual(
      rightsOf(post).map(({ code, blocks, path, params: p }) => [code, blocks, path, p.until]),
      [['media.licence-ended', true, '/content/images/0', '2026-11-30']],
    );
    assert.match(
      rightsOf(post)[0]?.message ?? '',
      /lasts until 30\s+November 2026\. Extend it in the picture library/,
    );
    const refused = await editor.call('submitPost', at(post));
    assert.equal((refused.body as ProblemDetails).code, 'post.blocked');
    await describeIt(id, { until: '2026-12-01' });
    assert.equal((await editor.get<Post>('submitPost', at(post))).state, 'in-review');
  });

  test('a consent that is withdrawn while the post is in review keeps it from being approved', async () => {
    const { id } = await fresh();
    await describeIt(id, { shows: 'Emir', consent: 'given', consentUntil: '2027-01-01' });
    const post = await editor.get<Post>('submitPost', at(await create(id)));
    await describeIt(id, { shows: 'Emir', consent: 'withdrawn' });
    const refused = await head.call('approvePost', at(post));
    assert.equal((refused.body as ProblemDetails).code, 'post.blocked');
    await describeIt(id, { shows: 'Emir', consent: 'given', consentUntil: '2026-11-01' });
    const read = await head.get<Post>('getPost', { params: { ...params(), postId: post.id } });
    assert.deepEqual(
      rightsOf(read).map(({ code }) => code),
      ['media.consent-ended'],
    );
  });

  test('what ended after the approval is held at its time and told, and goes out once it is mended', async () => {
    const { id } = await fresh();
    const inReview = await editor.get<Post>('submitPost', at(await create(id, '2026-11-24T10:30')));
    const scheduled = await head.get<Post>('approvePost', at(inReview));
    assert.equal(scheduled.state, 'scheduled');
    await describeIt(id, { consent: 'withdrawn' });
    clock.advance({ minutes: 31 });
    await app.database.owner.query(`select pg_notify('glasnik_due', '')`);
    const failed = await until(scheduled, ({ state }) => state === 'failed');
    assert.equal(failed.reason?.code, 'network.consent-withdrawn');
    assert.match(failed.reasonText ?? '', /was not sent/);
    const { rowCount } = await app.database.owner.query(
      `select 1 from notices where kind = 'delivery.failed'`,
    );
    assert.ok((rowCount ?? 0) > 0);
    await describeIt(id, {});
    await head.get('retryDelivery', { params: { ...params(), deliveryId: failed.id } });
    await until(scheduled, ({ state }) => state === 'published');
  });
  const until = async (post: Post, isIt: (delivery: Delivery) => boolean): Promise<Delivery> => {
    for (let round = 0; round < 100; round += 1) {
      const options = { params: { ...params(), postId: post.id } };
      const { items } = await head.get<{ items: Delivery[] }>('listPostDeliveries', options);
      const found = items.find(isIt);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('it did not come to that');
  };

  test('people hear 30 days before, once, and again when the end was moved', async () => {
    const { id } = await fresh('uskoro.png');
    const { db } = app.database;
    await warnOfRights({ db, clock });
    const told = async () =>
      (
        await app.database.owner.query(
          'select params from notices where kind = $1 and subject_id = $2 and person_id = $3',
          ['media.rights-end', id, house.people.editor.id],
        )
      ).rows as { params: object }[];
    await describeIt(id, { until: '2026-12-25' });
    await warnOfRights({ db, clock });
    assert.deepEqual(await told(), [], '31 days before is too early');
    await describeIt(id, { until: '2026-12-24' });
    await warnOfRights({ db, clock });
    await warnOfRights({ db, clock });
    assert.deepEqual(
      (await told()).map((one) => one.params),
      [{ name: 'uskoro.png', count: 30 }],
    );
    await describeIt(id, { until: '2026-12-04' });
    await warnOfRights({ db, clock });
    // A notice that nobody has read yet is not doubled: it tells the later.
    assert.deepEqual(
      (await told()).map((one) => one.params),
      [{ name: 'uskoro.png', count: 10 }],
    );
    const { rowCount } = await app.database.owner.query(
      `select 1 from acts where kind = 'media.rights-end' and subject_id = $1`,
      [id],
    );
    assert.equal(rowCount, 2);
  });

  test('each of two ends is told; what has ended, or is not shown any more, is not', async () => {
    const { db } = app.database;
    const told = async (id: string) =>
      (
        await app.database.owner.query(
          `select detail->>'endsOn' as day from acts where kind = 'media.rights-end' and subject_id = $1 order by 1`,
          [id],
        )
      ).rows.map(({ day }: { day: string }) => day);
    const [both, hidden] = [await fresh(), await fresh()];
    await describeIt(both.id, { until: '2026-11-23', consent: 'given', consentUntil: '2026-12-20' });
    const kept = await describeIt(hidden.id, { consent: 'withdrawn', consentUntil: '2026-11-30' });
    assert.equal(kept.rights.consentUntil, null);
    await warnOfRights({ db, clock });
    assert.deepEqual(await told(both.id), ['2026-12-20']);
    assert.deepEqual(await told(hidden.id), []);
    await describeIt(hidden.id, { until: '2026-12-01', consent: 'given', consentUntil: '2027-03-01' });
    await warnOfRights({ db, clock });
    assert.deepEqual(await told(hidden.id), ['2026-12-01']);
    await warnOfRights({ db, clock: new ManualClock('2027-02-10T09:00:00Z') });
    assert.deepEqual(await told(hidden.id), ['2026-12-01', '2027-03-01']);
  });

  test('who saves over what another has said meanwhile is told what stands', async () => {
    const { id, revision } = await fresh();
    const given = await describeIt(id, { shows: 'Emir', consent: 'given' });
    assert.equal(given.revision, revision + 1);
    const save = (who: ApiClient, rights: Partial<MediaDetails['rights']>, read: number) =>
      who.call('describeMedia', {
        params: { ...params(), mediaId: id },
        body: { rights: { ...RIGHTS, shows: 'Emir', ...rights }, tags: [] },
        headers: over(read),
      });
    assert.equal((await save(head, { consent: 'withdrawn' }, given.revision)).status, 200);
    const late = await save(editor, { consent: 'given', author: 'Mirza' }, given.revision);
    const { code, current } = late.body as ProblemDetails & { current: Media };
    assert.deepEqual([late.status, code, current.rights.consent], [412, 'media.changed', 'withdrawn']);
    const again = await save(editor, { ...current.rights, author: 'Mirza' }, current.revision);
    const { rights } = again.body as Media;
    assert.deepEqual([rights.consent, rights.author], ['withdrawn', 'Mirza']);
  });

  test('the record tells of rights, and not of whom a picture shows', async () => {
    const { id } = await fresh();
    await describeIt(id, { shows: 'Dijete iz vrtića', consent: 'given' }, ['Dijete iz vrtića']);
    const { rows } = await app.database.owner.query(
      `select detail from acts where kind = 'media.described' and subject_id = $1`,
      [id],
    );
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows), /Dijete/);
    await describeIt(id, {});
  });

  test('tags are found across scripts, filter, and are kept once', async () => {
    const { id } = await fresh();
    const other = await fresh();
    const { tags } = await describeIt(id, {}, ['Čekaonica', 'чекаоница', 'Zgrada']);
    assert.deepEqual(tags, ['Čekaonica', 'Zgrada']);
    for (const search of ['cekaonica', 'чекаоница', 'hadzic'])
      assert.ok((await list({ search })).includes(id), search);
    assert.deepEqual(await list({ tag: 'Zgrada' }), [id]);
    assert.ok(!(await list({ search: 'cekaonica' })).includes(other.id));
    const inUse = await editor.get<{ items: string[] }>('listMediaTags', { params: params() });
    assert.deepEqual(inUse.items.toSorted(), ['Zgrada', 'Čekaonica']);
  });

  test('the same file is not kept twice and says so; one that looks like it is pointed to', async () => {
    const first = await upload(await gradient(400).png().toBuffer(), 'prva.png');
    const again = await upload(await gradient(400).png().toBuffer(), 'opet.png');
    const body = (answer: { body: unknown }) => answer.body as Media & { known: boolean };
    assert.deepEqual([first.status, body(first).known], [201, false]);
    assert.deepEqual([again.status, body(again).known, body(again).id], [200, true, body(first).id]);
    const small = body(await upload(await gradient(220).jpeg({ quality: 50 }).toBuffer(), 'mala.jpg'));
    const other = body(await upload(await gradient(400, true).png().toBuffer(), 'druga.png'));
    const alike = async (mediaId: string) =>
      (
        await editor.get<{ items: Media[] }>('listAlikeMedia', { params: { ...params(), mediaId } })
      ).items.map(({ fileName }) => fileName);
    assert.deepEqual(await alike(small.id), ['prva.png']);
    assert.deepEqual(await alike(other.id), []);
    const plain = async (width: number) => {
      const create = { width, height: 90, channels: 3 as const, background: '#1f4e79' };
      return body(await upload(await sharp({ create }).png().toBuffer())).id;
    };
    await plain(90);
    assert.deepEqual(await alike(await plain(91)), [], 'a plain area has no look');
  });

  test('a reader looks and changes nothing; a day that is none is refused', async () => {
    const { id } = await fresh();
    const auditor = await signIn(app.url, house.people.auditor.email);
    const options = {
      params: { ...params(), mediaId: id },
      body: { rights: RIGHTS, tags: [] },
      headers: over(1),
    };
    assert.equal((await auditor.problem('describeMedia', options)).status, 403);
    const wrong = { ...options, body: { rights: { ...RIGHTS, until: '2026-02-31' }, tags: [] } };
    assert.equal((await editor.problem('describeMedia', wrong)).status, 422);
  });
});
