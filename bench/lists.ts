import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { createPostWorks } from '#/api/post-works.ts';
import { searchEverything } from '#/api/search.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { enterScope, type Db, type Tables, type Tx } from '#/db/database.ts';
import { systemClock } from '#/kernel/clock.ts';
import { foldForSearch, transliterate } from '#/language/index.ts';
import { listCalendar, listPosts, listWaiting, type ListedPost } from '#/modules/posts/index.ts';
import { deliveriesToday, troublesOf } from '#/modules/publishing/index.ts';
import { postsThatAskMe } from '#/modules/review/index.ts';
import { addInstitution, type TestInstitution } from '../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../tests/helpers/database.ts';
import { makeAccount } from '../tests/kill/stage.ts';
import { median, type Part, type Row } from './table.ts';

const PAGE = 50;
const POSTS_A_DAY = 15;
const AHEAD = 100;
const RATIO = { of: 'ratio', atMost: 1.5 } as const;

type Options = { quick: boolean; plans: boolean; say: (line: string) => void };
type House = TestInstitution & { middle: string; now: Temporal.Instant };
/** Answers how many rows the screen gets. */
type Query = { what: string; ask: (db: Db, house: House) => Promise<number> };

/** What the studio asks for most, at a small and at a large institution, taking turns so that both meet the same load. */
export async function run({ quick, plans, say }: Options): Promise<Part> {
  const [few, many] = quick ? [1000, 10_000] : [1000, 100_000];
  return compare({ few, many, queries: QUERIES, searches: true, quick, plans, say });
}

/** The calendar alone, where the archive of many years and many houses stands behind the month. */
export async function runCalendar({ quick, plans, say }: Options): Promise<Part> {
  const [few, many] = quick ? [1000, 50_000] : [1000, 1_000_000];
  const queries = QUERIES.filter(({ what }) => what.startsWith('calendar'));
  return compare({ few, many, queries, searches: false, quick, plans, say });
}

type Comparison = Options & { few: number; many: number; queries: readonly Query[]; searches: boolean };

async function compare({ few, many, queries, searches, quick, plans, say }: Comparison): Promise<Part> {
  const runs = quick ? 9 : 41;
  await using small = await testDatabase({ poolSize: 2 });
  await using large = await testDatabase({ poolSize: 2 });
  const others = quick ? 4 : 20;
  const [smallHouse, largeHouse] = [
    await fill(small, few, others, say),
    await fill(large, many, others, say),
  ];
  const rows: Row[] = [];
  for (const query of queries) {
    if (plans) await printPlans(large, largeHouse, query, say);
    const times: [number[], number[]] = [[], []];
    let found: [number, number] = [0, 0];
    for (let no = 0; no < runs + 3; no += 1) {
      const [a, b] = [await timed(small, smallHouse, query), await timed(large, largeHouse, query)];
      found = [a.found, b.found];
      if (no < 3) continue; // the first ones warm up
      times[0].push(a.ms);
      times[1].push(b.ms);
    }
    const [base, value] = [median(times[0]), median(times[1])];
    const reference = `${Number(base.toPrecision(3))} ms at ${few.toLocaleString('en')} (${found[0]} rows)`;
    rows.push({
      what: `${query.what} (${found[1]} rows)`,
      value,
      unit: 'ms',
      reference,
      ratio: value / base,
      reach: RATIO,
    });
    say(`${query.what}: ${base.toFixed(2)} ms, ${value.toFixed(2)} ms`);
  }
  if (searches) rows.push(...(await searchRows(large, largeHouse, runs, say)));
  return {
    title: `Lists at ${many.toLocaleString('en')} posts`,
    rows,
    notes: [
      `An institution with ${many.toLocaleString('en')} posts against one with ${few.toLocaleString('en')}: each in a database of its own beside ${others} others of 1,000 posts; ${POSTS_A_DAY} posts a day, two accounts, texts in four variants. The longer archive has as many more unfinished drafts and withdrawn posts; what is still to come and what failed lately is the same.`,
      ...(searches ? SEARCH_NOTES : []),
      `Median of ${runs} runs, taken in turns, of what the API does for the request: a transaction as the restricted role behind row-level security, the page of ${PAGE} (or the month), and what is wrong with its deliveries.`,
    ],
  };
}

const SEARCH_NOTES = [
  'The search box asks posts, plan items, campaigns, people, accounts and pictures at once, for eight things that people type, two letters and nothing among them.',
  'The word of every hundredth post fills the page at the large institution only, which has five times the rows to bring and a hundred times the matches to put in order.',
];

const TYPED = ['vodovod', 'чекаоница', 'natječaj', 'Bijambare', 'sjednica vijeća', 'kornjača', 'mo', ''];

/** What the search box asks while somebody types: all kinds at once, the slowest twentieth of it. */
async function searchRows(
  database: TestDatabase,
  house: House,
  runs: number,
  say: Options['say'],
): Promise<Row[]> {
  const actor = house.actor('editor');
  const times: number[] = [];
  for (let no = 0; no < runs * TYPED.length; no += 1) {
    const asked = { q: TYPED[no % TYPED.length] ?? '', limit: 5, variant: 'bs' } as const;
    const started = performance.now();
    await database.db.within(actor, (tx) => searchEverything(tx, actor, asked));
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  say(`search box: median ${median(times).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
  return [
    {
      what: `search box, all kinds, p95 of ${times.length}`,
      value: p95,
      unit: 'ms',
      reference: `median ${Number(median(times).toPrecision(3))} ms`,
    },
  ];
}

/** What the API does for a list of posts. */
const posts =
  (find: (tx: Tx, house: House) => Promise<readonly ListedPost[]>): Query['ask'] =>
  (db, house) =>
    db.within(house.actor('head'), async (tx) => {
      const rows = await find(tx, house);
      const ids = rows.map((row) => row.id);
      await troublesOf(tx, ids, house.now);
      await works.networksOf(tx, rows);
      return rows.length;
    });
const page = (filter: Partial<Parameters<typeof listPosts>[2]>) =>
  posts(async (tx, house) => (await listPosts(tx, house.actor('head'), { limit: PAGE, ...filter })).rows);
const waiting =
  (role: 'head' | 'editor'): Query['ask'] =>
  (db, house) =>
    db.within(
      house.actor(role),
      async (tx) =>
        (await listWaiting(tx, house.actor(role), await postsThatAskMe(tx, house.actor(role)), house)).length,
    );

const QUERIES: readonly Query[] = [
  { what: 'post list, first page', ask: page({}) },
  { what: 'post list, a page in the middle', ask: (db, house) => page({ after: house.middle })(db, house) },
  { what: 'post list, only drafts', ask: page({ state: 'draft' }) },
  { what: 'search, a word of every tenth post', ask: page({ search: 'sjednica' }) },
  { what: 'search, a word of every hundredth post', ask: page({ search: 'natječaj' }) },
  { what: 'search, a word of three posts', ask: page({ search: 'Бијамбаре' }) },
  { what: 'search, a word of no post', ask: page({ search: 'kornjača' }) },
  {
    what: 'calendar, a month',
    ask: posts((tx, house) => {
      const from = house.now.subtract({ hours: 25 * 24 }).toString();
      return listCalendar(tx, house.actor('head'), from, house.now.add({ hours: 6 * 24 }).toString());
    }),
  },
  { what: 'today, what waits for a head', ask: waiting('head') },
  { what: 'today, what waits for an editor', ask: waiting('editor') },
  {
    what: 'today, deliveries',
    ask: async (db, house) => {
      const deps = { db, clock: systemClock };
      const today = await deliveriesToday(deps, house.actor('head'), 'Europe/Sarajevo');
      return today.goingOut.length + today.trouble.length + today.published.length;
    },
  },
];

const works = createPostWorks({
  clock: systemClock,
  registry: createRegistry([]),
  url: 'http://localhost',
});

async function timed(
  database: TestDatabase,
  house: House,
  query: Query,
): Promise<{ ms: number; found: number }> {
  const started = performance.now();
  const found = await query.ask(database.db, house);
  return { ms: performance.now() - started, found };
}

/** Each statement of the request as the planner runs it, as the restricted role behind the wall. */
async function printPlans(
  database: TestDatabase,
  house: House,
  query: Query,
  say: Options['say'],
): Promise<void> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const listening = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: database.db.pool }),
    log: (event) => {
      if (/^\s*select/.test(event.query.sql) && !event.query.sql.includes('set_config'))
        asked.push(event.query);
    },
  });
  const within: Db['within'] = (scope, work) =>
    listening.transaction().execute(async (tx) => {
      await enterScope(tx, scope);
      return work(tx);
    });
  await query.ask({ ...database.db, within }, house);
  for (const { sql, parameters } of asked.splice(0)) {
    const client = await database.db.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('glasnik.institution', $1, true)`, [house.id]);
      const explain = `explain (analyze, buffers, costs off) ${sql}`;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(explain, [...parameters]);
      const plan = rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n');
      say(`\n${query.what}\n${sql.slice(0, 200)}\n${plan.replace(/'\{[^}]{80,}\}'/g, "'{…}'")}`);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
}

const SENTENCES = [
  'Radovi na vodovodnoj mreži u ulici Đure Đakovića traju do petka u 15 sati.',
  'Šalter za lične karte radi i subotom, od 8 do 12 sati.',
  'Poziv za subvencije poljoprivrednicima otvoren je do kraja mjeseca.',
  'Zbog čišćenja rezervoara, potrošači u gornjim naseljima mogu očekivati slabiji pritisak.',
  'Građani mogu podnijeti zahtjev putem interneta, bez dolaska u službu.',
  'Hitna pomoć podsjeća: u slučaju nužde zovite 124.',
  'Javna rasprava o prostornom planu održava se u velikoj sali.',
  'Izmjena saobraćaja na mostu važi tokom cijele sedmice.',
  'Osnovne škole počinju upis prvačića, potrebna je ljekarska potvrda.',
  'Muzej poziva na izložbu stećaka, ulaz je slobodan za učenike.',
  'Stanje rijeke Bosne je u granicama redovne odbrane od poplava.',
  'Rezultati konkursa za pripravnike objavljeni su na oglasnoj ploči.',
];
const SESSION = 'Sjednica vijeća prenosi se uživo.';
const RARE = 'Izlet u Bijambare polazi u devet.';
const SELDOM = 'Raspisan je natječaj za stipendije.';

/** Institutions with people, accounts, posts and deliveries, written past all rules by the owner of the database. */
async function fill(
  database: TestDatabase,
  posts: number,
  others: number,
  say: Options['say'],
): Promise<House> {
  say(`writing ${posts.toLocaleString('en')} posts and ${others} other institutions`);
  const now = systemClock.now();
  const indexes = await dropSearchIndexes(database);
  const house = await addInstitution(database, ['head', 'editor', 'administrator']);
  await fillOne(database, house, posts, now);
  for (let no = 0; no < others; no += 1) {
    await fillOne(database, await addInstitution(database, ['head', 'editor', 'administrator']), 1000, now);
  }
  for (const index of indexes) await database.owner.query(index);
  await database.owner.query('vacuum analyze');
  const { rows } = await database.owner.query<{ key: string }>(
    `select to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || id as key
     from posts where institution_id = $1 order by updated_at desc, id desc offset $2 limit 1`,
    [house.id, Math.floor(posts / 2)],
  );
  return { ...house, middle: rows[0]!.key, now };
}

/** A GIN index is made in a tenth of the time that filling it row by row takes. */
async function dropSearchIndexes(database: TestDatabase): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'posts' and indexdef like '%USING gin%'`,
  );
  for (const { name } of rows) await database.owner.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

async function fillOne(
  database: TestDatabase,
  house: TestInstitution,
  posts: number,
  now: Temporal.Instant,
): Promise<void> {
  const accounts = [
    await makeAccount(database.db, house.id, 'kit-askable', 'http://127.0.0.1:1'),
    await makeAccount(database.db, house.id, 'kit-unaskable', 'http://127.0.0.1:1'),
  ];
  const people = [house.people.editor.id, house.people.administrator.id];
  const latin = [...SENTENCES, SESSION, RARE, SELDOM];
  const cyrillic = latin.map((text) => transliterate(text, { to: 'sr-Cyrl' }).text);
  await database.owner.query(INSERT_POSTS, [
    house.id,
    posts,
    people,
    accounts,
    latin,
    cyrillic,
    latin.map(foldForSearch),
    now.toString(),
  ]);
  await database.owner.query(INSERT_DELIVERIES, [house.id, accounts, randomUUID(), now.toString()]);
  await database.owner.query(INSERT_APPROVALS, [house.id, people[1]]);
  await database.owner.query(INSERT_REVIEWS, [house.id]);
}

/**
 * The last AHEAD are still to come, the rest is archive: one in twelve without a date and never finished. Three posts
 * have the rare word, every tenth the frequent one, every hundredth the seldom one; a half is the editor's.
 */
const INSERT_POSTS = `
  with numbered as (
    select n, hashint4(n) & 65535 as h, n > $2::int - ${AHEAD} as ahead,
      $8::timestamptz + (n - ($2::int - ${AHEAD}) - 0.5) * interval '1 day' / ${POSTS_A_DAY} as at
    from generate_series(1, $2::int) n
  ),
  stated as (
    select *, case
      when ahead then (array['draft', 'draft', 'in-review', 'approved', 'sent-back', 'scheduled', 'scheduled', 'scheduled',
        'scheduled', 'scheduled'])[1 + n % 10]
      when n % 48 < 3 then 'draft' when n % 48 = 3 then 'sent-back'
      when n % 48 = 4 then 'expired' when n % 48 = 5 then 'withdrawn' else 'published' end as state,
      array[1 + h % 12, 1 + (h / 12) % 12, 1 + (h / 144) % 12,
        case when n % 10 = 0 then 13 end,
        case when n in ($2::int / 20, $2::int / 2, $2::int * 17 / 20) then 14 end,
        case when n % 100 = 55 then 15 end] as sentences
    from numbered
  ),
  written as (
    select *, case when not ahead and state in ('draft', 'sent-back') then null else at end as due,
      (select string_agg(($5::text[])[no], ' ') from unnest(sentences) no) || ' Broj ' || n || '.' as latin,
      (select string_agg(($6::text[])[no], ' ') from unnest(sentences) no) || ' Број ' || n || '.' as cyrillic,
      (select string_agg(($7::text[])[no], ' ') from unnest(sentences) no) || ' broj ' || n || '.' as folded
    from stated
  )
  insert into posts (id, institution_id, title, state, content, version, due_at, author_id, last_saved_by, search,
    created_at, updated_at)
  select uuidv7(at - now()), $1, left(latin, 50), state,
    jsonb_build_object(
      'texts', jsonb_build_object('bs', latin, 'hr', latin, 'sr-Latn', latin, 'sr-Cyrl', cyrillic),
      'cyrillicFollows', true, 'overrides', '{}'::jsonb,
      'images', jsonb_build_array(jsonb_build_object('mediaId', gen_random_uuid(), 'alt', jsonb_build_object('bs', left(latin, 60)))),
      'targets', jsonb_build_array(jsonb_build_object('accountId', ($4::uuid[])[1], 'variant', 'bs'),
        jsonb_build_object('accountId', ($4::uuid[])[2], 'variant', 'sr-Cyrl')),
      'dueAt', to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
    1, due, ($3::uuid[])[1 + n % 2], ($3::uuid[])[1 + n % 2],
    left(folded, 50) || ' ' || folded || ' ' || folded || ' ' || folded || ' ' || folded,
    least(at, now()) - interval '2 days', case when ahead then now() - (1000 - n % 1000) * interval '1 second' else at end
  from written`;

const INSERT_DELIVERIES = `
  insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at,
    published_at, request_id, created_at)
  select gen_random_uuid(), $1, posts.id, 1, account, 'bs',
    case when state = 'published' and due_at > $4::timestamptz - interval '20 days' and hashtext(posts.id::text) % 10 = 0
      then 'failed' else state end,
    due_at, due_at, case when state = 'published' then due_at end, $3, $4::timestamptz
  from posts cross join unnest($2::uuid[]) account
  where institution_id = $1 and state in ('published', 'scheduled')`;

const INSERT_APPROVALS = `
  insert into approvals (id, institution_id, post_id, version, seal, approved_by, approved_at, broken_at)
  select gen_random_uuid(), $1, id, 1, 'seal', $2, updated_at, case when state in ('draft', 'sent-back') then updated_at end
  from posts where institution_id = $1 and state <> 'in-review'`;

/** What stands before a head, on the house path. */
const INSERT_REVIEWS = `
  with begun as (
    insert into reviews (id, institution_id, post_id, version, seal, path, step, arrived_at, started_at)
    select gen_random_uuid(), $1, id, 1, 'seal',
      '{"id": null, "name": "", "steps": [{"id": "head", "name": "", "roles": ["head"], "people": [], "outside": [],
        "deputies": [], "need": "any", "edits": false, "deadline": null}]}', 0, updated_at, updated_at
    from posts where institution_id = $1 and state = 'in-review' returning id)
  insert into review_seats (id, institution_id, review_id, step, role, deputy)
  select gen_random_uuid(), $1, id, 0, 'head', false from begun`;
