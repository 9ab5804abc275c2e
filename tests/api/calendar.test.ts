import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import ICAL from 'ical.js';
import type {
  CalendarLink,
  CalendarSettings,
  CalendarSettingsInput,
  CalendarView,
  Campaign,
  Observance,
  PlanItem,
  Post,
  PostSummary,
} from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

type List<Item> = { items: Item[] };

describe('the calendar over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let auditor: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    const by = (role: 'editor' | 'head' | 'auditor') => signIn(app.url, house.people[role].email);
    [editor, head, auditor] = await Promise.all([by('editor'), by('head'), by('auditor')]);
  });
  after(() => app[Symbol.asyncDispose]());

  const over = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
  const write = (title: string, local: string, planItemId: string | null = null) =>
    editor.get<Post>('createPost', {
      params,
      body: {
        title,
        planItemId,
        content: {
          texts: { bs: title },
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: [],
          due: { local },
        },
      },
    });
  const actsOf = async (subjectId: string) =>
    (
      await app.database.owner.query<{ kind: string }>(
        'select kind from acts where subject_id = $1 order by id',
        [subjectId],
      )
    ).rows.map(({ kind }) => kind);
  const inputOf = ({ revision: _revision, ...input }: CalendarSettings): CalendarSettingsInput => input;

  test('settings have defaults, are changed by a head over what was read, and not by an editor', async () => {
    const first = await auditor.get<CalendarSettings>('getCalendarSettings', { params });
    assert.deepEqual([first.revision, first.daysOffSets, first.deadlines.length], [0, ['bih'], 7]);
    const body = { ...inputOf(first), daysOffSets: ['bih', 'rs'], busyPosts: 3 };
    const refused = await editor.problem('changeCalendarSettings', { params, body, ...over(0) });
    assert.deepEqual([refused.status, refused.code], [403, 'permission.missing']);
    const saved = await head.get<CalendarSettings>('changeCalendarSettings', { params, body, ...over(0) });
    assert.deepEqual(saved, { ...body, revision: 1 });
    const late = await head.problem('changeCalendarSettings', { params, body, ...over(0) });
    assert.deepEqual([late.status, late.code], [412, 'calendar-settings.changed']);
    const hours = { ...body, workFrom: '16:00', workTo: '08:00' };
    const wrong = await head.problem('changeCalendarSettings', { params, body: hours, ...over(1) });
    assert.deepEqual([wrong.status, wrong.code], [422, 'calendar-settings.hours']);
    assert.deepEqual(
      (await actsOf(house.id)).filter((kind) => kind.startsWith('calendar.')),
      ['calendar.settings-changed'],
    );
  });

  test('observances come in the reader’s language, and those of chosen sets are days off', async () => {
    const query = { from: '2026-11-01', to: '2026-12-01' };
    const read = async (language: string) =>
      (
        await auditor.get<List<Observance>>('listObservances', {
          params,
          query,
          headers: { 'accept-language': language },
        })
      ).items;
    const english = await read('en');
    const named = (id: string) => english.find((day) => day.id === id);
    assert.deepEqual(
      [named('dayton-day')?.dayOff, named('statehood-day')?.dayOff, named('statehood-day')?.day],
      [true, false, '2026-11-25'],
    );
    assert.equal(named('statehood-day')?.name, 'Statehood Day of BiH');
    assert.equal(
      (await read('sr-Cyrl')).find(({ id }) => id === 'statehood-day')?.name,
      'Дан државности БиХ',
    );
    const long = { from: '2026-01-01', to: '2028-01-01' };
    assert.equal(
      (await auditor.problem('listObservances', { params, query: long })).code,
      'calendar.long-span',
    );
  });

  test('a view is a person’s own until they share it, and nobody else changes it', async () => {
    const body = { name: 'Moj tjedan', query: 'view=week&state=draft', shared: false };
    const mine = await editor.get<CalendarView>('keepCalendarView', { params, body });
    const seenBy = async (client: ApiClient) =>
      (await client.get<List<CalendarView>>('listCalendarViews', { params })).items.map(({ id }) => id);
    assert.deepEqual([await seenBy(editor), await seenBy(head)], [[mine.id], []]);
    const at = { params: { ...params, viewId: mine.id } };
    await editor.get('changeCalendarView', { ...at, body: { ...body, shared: true } });
    assert.deepEqual(await seenBy(head), [mine.id]);
    for (const name of ['changeCalendarView', 'dropCalendarView'] as const)
      assert.equal((await head.problem(name, { ...at, body })).code, 'calendar-view.not-found');
    // An auditor keeps views, and changes nothing of what others see.
    const own = await auditor.get<CalendarView>('keepCalendarView', { params, body });
    assert.equal(own.own, true);
    const shared = { ...body, shared: true };
    assert.equal((await auditor.problem('keepCalendarView', { params, body: shared })).status, 403);
    assert.equal((await editor.call('dropCalendarView', at)).status, 204);
    assert.deepEqual(await seenBy(head), []);
  });

  test('a campaign holds plan items and their posts, and a post may have its own', async () => {
    const body = {
      names: { bs: 'Popis', hr: 'Popis' },
      startsOn: '2027-05-01',
      endsOn: '2027-05-31',
      colour: '#7a3b1d',
    };
    assert.equal((await auditor.problem('createCampaign', { params, body })).status, 403);
    const wrong = { ...body, endsOn: '2027-04-01' };
    assert.equal(
      (await editor.problem('createCampaign', { params, body: wrong })).code,
      'campaign.ends-before',
    );
    const popis = await editor.get<Campaign>('createCampaign', { params, body });
    const upis = await head.get<Campaign>('createCampaign', {
      params,
      body: { ...body, names: { bs: 'Upis' } },
    });
    const item = await editor.get<PlanItem>('createPlanItem', {
      params,
      body: {
        objectiveId: null,
        campaignId: popis.id,
        titles: { bs: 'Poziv' },
        theme: 'statistika',
        variants: ['bs'],
        dueOn: '2027-05-05',
      },
    });
    const post = await write('Poziv', '2027-05-05T09:00', item.id);
    const inCalendar = async () => {
      const query = { from: '2027-05-01T00:00:00Z', to: '2027-06-01T00:00:00Z' };
      const { items } = await auditor.get<List<PostSummary>>('listCalendar', { params, query });
      return items.find(({ id }) => id === post.id);
    };
    assert.deepEqual(
      [(await inCalendar())?.campaignId, (await inCalendar())?.theme],
      [popis.id, 'statistika'],
    );
    const at = { params: { ...params, postId: post.id } };
    const set = await editor.get<Post>('setPostCampaign', { ...at, body: { campaignId: upis.id } });
    assert.deepEqual([set.campaignId, set.version, set.seal], [upis.id, post.version, post.seal]);
    assert.equal((await inCalendar())?.campaignId, upis.id);
    assert.equal(
      (await auditor.problem('setPostCampaign', { ...at, body: { campaignId: null } })).status,
      403,
    );
    assert.ok((await actsOf(post.id)).includes('post.campaign-set'));
    const of = { params: { ...params, campaignId: popis.id } };
    const changed = await head.get<Campaign>('changeCampaign', {
      ...of,
      body: { ...body, colour: '#004466' },
      ...over(1),
    });
    assert.deepEqual([changed.colour, changed.revision], ['#004466', 2]);
    assert.equal(
      (await editor.problem('changeCampaign', { ...of, body, ...over(1) })).code,
      'campaign.changed',
    );
    await editor.get('archiveCampaign', of);
    const shown = await editor.get<List<Campaign>>('listCampaigns', { params });
    assert.deepEqual(
      shown.items.map(({ id }) => id),
      [upis.id],
    );
    assert.equal((await editor.get<Campaign>('restoreCampaign', of)).archivedAt, null);
    assert.deepEqual(await actsOf(popis.id), [
      'campaign.created',
      'campaign.changed',
      'campaign.archived',
      'campaign.restored',
    ]);
  });

  describe('by a private link', () => {
    const day = Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days: 20 });

    async function link(client: ApiClient): Promise<{ id: string; url: string }> {
      return client.get<CalendarLink & { url: string }>('createCalendarLink', {
        params,
        body: { name: 'Telefon' },
      });
    }
    const eventsOf = (text: string) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

    test('a calendar program reads posts, own deadlines and observances, which another library understands', async () => {
      const post = await write('Radionica, dan 1; „otvoreno“', `${day.toString()}T09:30`);
      const { url } = await link(editor);
      const answer = await fetch(url);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      const text = await answer.text();
      assert.ok(
        text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
        'lines are folded',
      );
      const events = eventsOf(text);
      const event = events.find(({ uid }) => uid === `${post.id}@glasnik`);
      assert.ok(event);
      assert.ok(event.summary.startsWith('Radionica, dan 1; „otvoreno“ ('), event.summary);
      assert.equal(event.startDate.toJSDate().toISOString(), new Date(post.content.dueAt!).toISOString());
      assert.equal(event.component.getFirstPropertyValue('status'), 'TENTATIVE');
      assert.match(
        String(event.component.getFirstPropertyValue('url')),
        new RegExp(`/studio/${house.slug}/posts/${post.id}$`),
      );
      // Steps that nobody has are the author's.
      assert.ok(events.some(({ uid }) => uid === `${post.id}-approval@glasnik`));
      const all = events.filter(({ startDate }) => startDate.isDate);
      assert.ok(
        all.length > 2 && all.every((one) => one.endDate.subtractDate(one.startDate).toSeconds() === 86_400),
      );
      const [feast] = await editor
        .get<List<Observance>>('listObservances', {
          params,
          query: { from: day.toString(), to: day.add({ days: 60 }).toString() },
        })
        .then(({ items }) => items);
      assert.ok(
        all.some(({ startDate, uid }) => startDate.toString() === feast?.day && uid.startsWith(feast.id)),
      );
      const again = await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      assert.equal(again.status, 304);
    });

    test('only its owner revokes it, and then it opens nothing', async () => {
      const { id, url } = await link(editor);
      const at = { params: { ...params, linkId: id } };
      assert.equal((await head.problem('revokeCalendarLink', at)).code, 'calendar-link.not-found');
      const listed = await editor.get<List<CalendarLink>>('listCalendarLinks', { params });
      assert.ok(listed.items.some((one) => one.id === id && one.lastUsedAt === null));
      assert.equal((await fetch(url)).status, 200);
      const used = await editor.get<List<CalendarLink>>('listCalendarLinks', { params });
      assert.ok(used.items.find((one) => one.id === id)?.lastUsedAt);
      assert.equal((await editor.call('revokeCalendarLink', at)).status, 204);
      assert.equal((await fetch(url)).status, 404);
      assert.deepEqual(await actsOf(id), ['calendar.link-created', 'calendar.link-revoked']);
    });

    test('the secret is kept nowhere, and a wrong one opens nothing', async () => {
      const { url } = await link(head);
      const secret = /([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';
      const { rows } = await app.database.owner.query(
        `select 1 from calendar_links where hash like '%' || $1 || '%'
         union all select 1 from acts where detail::text like '%' || $1 || '%'
         union all select 1 from idempotency_keys where body like '%' || $1 || '%'`,
        [secret],
      );
      assert.equal(rows.length, 0);
      for (const wrong of [secret.slice(1) + 'x', 'x', '../me', secret.toUpperCase()])
        assert.equal((await fetch(`${app.url}/api/calendar-feeds/${wrong}.ics`)).status, 404, wrong);
    });

    test('who has left the institution has no calendar there any more', async () => {
      const other = await app.addInstitution();
      const theirs = await signIn(app.url, other.people.auditor.email);
      const { url } = await theirs.get<{ url: string }>('createCalendarLink', {
        params: { institutionId: other.id },
        body: { name: 'x' },
      });
      assert.equal((await fetch(url)).status, 200);
      const administrator = await signIn(app.url, other.people.administrator.email);
      await administrator.get('setColleagueRoles', {
        params: { institutionId: other.id, personId: other.people.auditor.id },
        body: { roles: [] },
      });
      assert.equal((await fetch(url)).status, 404);
    });

    test('a program with a key has neither views nor links', async () => {
      const administrator = await signIn(app.url, house.people.administrator.email);
      const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
        params,
        body: { name: 'proba', role: 'editor' },
      });
      const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
      for (const name of ['listCalendarViews', 'listCalendarLinks'] as const)
        assert.equal((await program.problem(name, { params })).code, 'calendar.by-person');
    });
  });
});

test('in both nights of changed clocks a post stands at the hour that is meant, and a deadline at the end of work', async () => {
  const clock = new ManualClock('2027-03-10T08:00:00Z');
  await using app = await testApp({ clock });
  const house = await app.addInstitution();
  const params = { institutionId: house.id };
  const editor = await signIn(app.url, house.people.editor.email);
  const { url } = await editor.get<{ url: string }>('createCalendarLink', { params, body: { name: 'x' } });
  const startOf = async (due: { local: string; hour?: string }): Promise<string[]> => {
    const post = await editor.get<Post>('createPost', {
      params,
      body: {
        title: 'Noć',
        planItemId: null,
        content: { texts: {}, cyrillicFollows: false, overrides: {}, images: [], targets: [], due },
      },
    });
    const text = await (await fetch(url)).text();
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));
    const at = (uid: string) => events.find((event) => event.uid === uid);
    return [
      at(`${post.id}@glasnik`)!.startDate.toJSDate().toISOString(),
      at(`${post.id}-approval@glasnik`)!.endDate.toJSDate().toISOString(),
    ];
  };
  // The Friday before, at 16:00 of the clock on the wall.
  assert.deepEqual(await startOf({ local: '2027-03-28T03:30' }), [
    '2027-03-28T01:30:00.000Z',
    '2027-03-26T15:00:00.000Z',
  ]);
  clock.set('2027-10-10T08:00:00Z');
  assert.deepEqual(await startOf({ local: '2027-10-31T02:30', hour: 'earlier' }), [
    '2027-10-31T00:30:00.000Z',
    '2027-10-29T14:00:00.000Z',
  ]);
  assert.deepEqual(await startOf({ local: '2027-10-31T02:30', hour: 'later' }), [
    '2027-10-31T01:30:00.000Z',
    '2027-10-29T14:00:00.000Z',
  ]);
});
