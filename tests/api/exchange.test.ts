import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { ImportReport, PlanItem, Post, PostInput } from '#/contract/index.ts';
import { VARIANTS } from '#/language/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

type Cell = string | number | Date | null;
type Listed = { items: { id: string; title: string; state: string }[] };

/** A sheet of a workbook as arrays of cells. */
const sheetOf = async (file: Uint8Array, index: number) => (await readXlsx(file)).sheets[index]!;
const workbook = (name: string, rows: Cell[][]) => writeXlsx({ sheets: [{ name, rows }] });
const csv = (text: string) => new TextEncoder().encode(text);
const bytesOf = (answer: { body: unknown }) => answer.body as Uint8Array;

describe('the plan as a table', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  let params: { institutionId: string };
  let account: { id: string; handle: string };

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    account = await administrator.get('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings: { handle: 'uvoz', displayName: '', code } },
    });
    await editor.get('createObjective', {
      params,
      body: { titles: { bs: 'Viši upis u vrtiće' }, measures: {}, audiences: {} },
    });
  });
  after(() => app[Symbol.asyncDispose]());

  const send = (name: 'lookAtImport' | 'importPlan', file: Uint8Array, fileName = 'plan.xlsx') =>
    editor.call(name, { params, query: { fileName }, body: file });
  const look = async (file: Uint8Array) => {
    const answer = await send('lookAtImport', file);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as ImportReport;
  };
  const take = async (file: Uint8Array) => {
    const answer = await send('importPlan', file);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body as ImportReport;
  };
  const posts = async (search: string) =>
    (await editor.get<Listed>('listPosts', { params, query: { search } })).items;
  const post = (id: string) => editor.get<Post>('getPost', { params: { ...params, postId: id } });
  const everything = async () => {
    const { rows } = await app.database.owner.query<{ count: string }>(
      `select (select count(*) from posts) + (select count(*) from plan_items) + (select count(*) from acts)
         + (select count(*) from plan_imports) + (select count(*) from post_versions) as count`,
    );
    return Number(rows[0]?.count);
  };
  const exported = async (query: Record<string, string> = {}) =>
    bytesOf(await editor.call('exportPlan', { params, query: { language: 'en', ...query } }));
  /** The exported posts with some cells of one row written anew. */
  const changed = async (title: string, cells: Record<string, Cell>) => {
    const { rows } = await sheetOf(await exported(), 1);
    const head = rows[0]! as string[];
    const at = rows.findIndex((row) => row[0] === title);
    assert.ok(at > 0, `no row ${title}`);
    for (const [name, value] of Object.entries(cells)) {
      assert.ok(head.includes(name), name);
      rows[at]![head.indexOf(name)] = value;
    }
    return workbook('Posts', rows as Cell[][]);
  };

  test('the template of every variant is filled in and taken in: days, times, drop-downs, both sheets', async () => {
    for (const language of VARIANTS) {
      const answer = await editor.call('getPlanTemplate', { params, query: { language } });
      assert.match(answer.headers.get('content-disposition')!, /attachment; filename="glasnik-template/);
      const [plan, sheet, help] = (await readXlsx(bytesOf(answer))).sheets;
      assert.ok(help!.rows.length > 5 && String(help!.rows[0]![1]).length > 50);
      const offers = sheet!.dataValidations!.map(({ formula1 }) => formula1);
      assert.ok(offers.length >= 1, 'drop-downs');
      assert.ok(plan!.dataValidations!.length >= 2);
      const planHead = plan!.rows[0] as string[];
      const head = sheet!.rows[0] as string[];
      const name = `Upisni rok ${language}`;
      const planRow = planHead.map((): Cell => null);
      planRow[0] = new Date(Date.UTC(2026, 11, 20));
      planRow[1] = name;
      planRow[7] = 'visi upis u vrtice';
      planRow[9] = 'bs; hrvatski, srpski (latinica)';
      const row = head.map((): Cell => null);
      row[0] = `Obrazac ${language}`;
      row[1] = new Date(Date.UTC(2026, 11, 24));
      row[2] = 0.4375;
      row[3] = name;
      row[4] = 'sandbox: uvoz [hr]';
      row[5] = 'Upis počinje.';
      row[7] = 'Upis počinje u četvrtak.';
      row[10] = 'upis #vrtići';
      const file = await writeXlsx({
        sheets: [
          { name: 'Plan', rows: [planHead, planRow] },
          { name: 'Objave', rows: [head, row] },
          { name: 'Bilješke', rows: [['Ovo nije tabela']] },
        ],
      });
      const before = await everything();
      const report = await look(file);
      assert.deepEqual(report.faults, [], language);
      assert.deepEqual(
        report.rows.map(({ act, row: no, on }) => [act, no, on]),
        [
          ['made', 2, '2026-12-20'],
          ['made', 2, '2026-12-24T10:30'],
        ],
      );
      assert.equal(await everything(), before, 'a look makes nothing');
      await take(file);
      const [made] = await posts(`Obrazac ${language}`);
      const { content, planItemId, version } = await post(made!.id);
      assert.equal(version, 1);
      assert.equal(content.dueAt, '2026-12-24T09:30:00Z');
      assert.deepEqual(content.targets, [{ accountId: account.id, variant: 'hr' }]);
      assert.equal(content.texts.bs, 'Upis počinje.\n\n#upis #vrtići');
      assert.match(content.texts['sr-Cyrl']!, /^Упис почиње у четвртак\./);
      const item = await editor.get<PlanItem>('getPlanItem', {
        params: { ...params, planItemId: planItemId! },
      });
      assert.deepEqual(item.titles, { bs: name });
      assert.deepEqual(item.variants, ['bs', 'hr', 'sr-Latn']);
      assert.ok(item.objectiveId);
    }
  });

  test('every faulty cell is told where the spreadsheet shows it, and nothing is half imported', async () => {
    const file = await workbook('Objave', [
      ['Radni naslov', 'Datum', 'Vrijeme', 'Nalozi', 'Uz stavku plana', 'Nepoznato', 'Oznaka'],
      ['Dobar red', '24. 12. 2026.', '10:30', 'uvoz', null, null, null],
      ['Loš datum', '31. 2. 2027.', '10:30', null, null, null, null],
      ['Loše vrijeme', '2027-02-01', '25:00', null, null, 'x', null],
      ['Nema naloga', '2027-02-01', '9.05', 'twitter: niko; uvoz [xx]', 'Nema je', null, null],
      [null, null, null, null, null, null, 'ovo-nije-oznaka'],
      ['Nema takvog sata', '2027-03-28', '02:30', null, null, null, null],
      ['Sat dva puta', '2027-10-31', '02:30', null, null, null, null],
    ]);
    const before = await everything();
    const { faults, rows } = await look(file);
    assert.deepEqual(
      faults.map(({ row, column, code }) => `${column}${row} ${code}`),
      [
        'F1 import.column-unknown',
        'B3 import.date-wrong',
        'C4 import.time-wrong',
        'E5 import.item-unknown',
        'D5 import.account-unknown',
        'D5 import.variant-unknown',
        'G6 import.id-unknown',
        'C7 post.time-gap',
        'C8 post.time-twice',
      ],
    );
    assert.ok(faults.every(({ sheet, message }) => sheet === 'Objave' && message.length > 20));
    assert.equal(
      faults[1]!.message,
      '“31. 2. 2027.” is not a date. Write it as 24. 11. 2026. or 2026-11-24.',
    );
    assert.deepEqual(
      rows.map(({ row }) => row),
      [2],
    );
    const refused = await send('importPlan', file);
    assert.equal(refused.status, 422);
    assert.equal((refused.body as { code: string }).code, 'import.faulty');
    assert.equal((refused.body as { faults: { path: string }[] }).faults[1]!.path, '/Objave/B3');
    assert.equal(await everything(), before);
  });

  test('the faulty rows come back with the remarks, and can be mended and taken in', async () => {
    const file = await workbook('Objave', [
      ['Radni naslov', 'Datum', 'Vrijeme'],
      ['Vraća se', 'sutra', '10:30'],
      ['Ostaje', '2027-01-04', '10:30'],
    ]);
    const answer = await editor.call('remarkImport', {
      params,
      query: { fileName: 'x.xlsx', language: 'en' },
      body: file,
    });
    const sheet = await sheetOf(bytesOf(answer), 0);
    assert.equal(sheet.rows.length, 2);
    assert.match(String(sheet.rows[1]![0]), /^B: “sutra” is not a date/);
    assert.match(sheet.cells?.get('1,2')?.comment?.text ?? '', /sutra/);
    const ofCsv = await editor.call('remarkImport', {
      params,
      query: { fileName: 'x.csv', language: 'en' },
      headers: { 'idempotency-key': 'as-a-browser-sends-it' },
      body: csv('Radni naslov;Datum;Vrijeme\nVraća se;sutra;10:30\n'),
    });
    assert.equal(ofCsv.status, 200, 'of a CSV too');
    assert.equal((await sheetOf(bytesOf(ofCsv), 0)).rows[1]![1], 'Vraća se');
    sheet.rows[1]![2] = '5. 1. 2027.';
    const { rows } = await take(await workbook('Objave', sheet.rows as Cell[][]));
    assert.deepEqual(
      rows.map(({ title, on }) => [title, on]),
      [['Vraća se', '2027-01-05T10:30']],
    );
  });

  test('the same rows twice are told, however the file was saved', async () => {
    const text = 'Working title;Date;Time\r\nJednom;2027-02-02;08:00\r\n';
    await take(csv(text));
    const again = await workbook('Drugi list', [
      ['Radni naslov', 'datum', 'VRIJEME'],
      ['Jednom', new Date(Date.UTC(2027, 1, 2)), '8:00'],
    ]);
    const { earlier } = await look(again);
    assert.equal(earlier?.by, house.people.editor.name);
    const refused = await send('importPlan', again);
    assert.deepEqual([refused.status, (refused.body as { code: string }).code], [409, 'import.done-already']);
    assert.equal((await posts('Jednom')).length, 1);
  });

  test('garbage of any size is refused with what to do, and leaves nothing', async () => {
    const before = await everything();
    const noise = (bytes: number, head: number[] = []) => {
      const file = randomBytes(bytes);
      file.set(head);
      return new Uint8Array(file);
    };
    const codeOf = async (file: Uint8Array) => {
      const { status, body } = await send('importPlan', file);
      return `${status} ${(body as { code: string }).code}`;
    };
    assert.equal(await codeOf(noise(10_000_000)), '413 import.too-large');
    assert.equal(await codeOf(noise(4_000_000, [0x50, 0x4b, 3, 4])), '422 import.not-a-workbook');
    assert.match(await codeOf(noise(4_000_000, [0x20])), /^422 import[.](csv-broken|no-table)$/);
    const rows = 'Naslov,2027-02-03,08:00\n'.repeat(100_000);
    assert.equal(await codeOf(csv(`title,date,time\n${rows}`)), '422 import.too-many-rows');
    const long = await send(
      'lookAtImport',
      csv(`title,date,time,text.bs\nDugo,2027-02-03,08:00,${'a'.repeat(1_000_000)}\n`),
    );
    assert.equal(long.status, 200);
    assert.deepEqual(
      (long.body as ImportReport).faults.map(({ column, row }) => `${column}${row}`),
      ['D2'],
    );
    assert.equal(await everything(), before);
  });

  test('two at once with the same file make one', async () => {
    const file = csv('title,date,time\nIstovremeno,2027-02-03,08:00\n');
    const answers = await Promise.all([send('importPlan', file), send('importPlan', file)]);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201, 409]));
    assert.equal((await posts('Istovremeno')).length, 1);
  });

  test('an export that is changed changes by id; one that is not is the same', async () => {
    await take(csv('title,date,time,text.bs\nZa izmjenu,2027-02-04,08:00,"Prvi, ""tekst"""\n'));
    const untouched = await look(await exported());
    assert.deepEqual(untouched.faults, []);
    assert.ok(untouched.rows.length > 5 && untouched.rows.every(({ act }) => act === 'same'));
    const file = await changed('Za izmjenu', { Time: '9:15', 'Text: Bosnian': 'Drugi tekst' });
    const report = await take(file);
    assert.deepEqual(
      report.rows.filter(({ act }) => act !== 'same').map(({ act, title }) => [act, title]),
      [['changed', 'Za izmjenu']],
    );
    const [found] = await posts('Za izmjenu');
    const { content, version } = await post(found!.id);
    assert.deepEqual([version, content.texts.bs, content.dueAt], [2, 'Drugi tekst', '2027-02-04T08:15:00Z']);
  });

  test('what somebody changed after the export is not written over; what nobody touched here does not stand in the way', async () => {
    await take(csv('title,date,time,text.bs\nTuđa,2027-02-05,08:00,Prvi\nMoja,2027-02-05,09:00,Prvi\n'));
    const [theirs] = await posts('Tuđa');
    const mine = await changed('Moja', { 'Text: Bosnian': 'Moja izmjena' });
    const both = await changed('Tuđa', { 'Text: Bosnian': 'Prepisano' });
    const now = await post(theirs!.id);
    const { dueAt: _due, ...content } = now.content;
    const body: PostInput = {
      title: now.title,
      planItemId: null,
      content: { ...content, texts: { bs: 'Njihova izmjena' }, due: { local: '2027-02-05T08:00' } },
    };
    const at = { params: { ...params, postId: theirs!.id }, headers: { 'if-match': '"1"' } };
    await editor.get('savePost', { ...at, body });
    const { faults } = await look(both);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['import.changed-since'],
    );
    assert.equal((await send('importPlan', both)).status, 422);
    await take(mine);
    assert.equal((await post(theirs!.id)).content.texts.bs, 'Njihova izmjena');
    const [moja] = await posts('Moja');
    assert.equal((await post(moja!.id)).content.texts.bs, 'Moja izmjena');
  });

  test('a table that leaves columns out leaves those things as they are', async () => {
    await take(csv('title,date,time,text.bs,accounts\nSkraćena,2027-02-06,08:00,Tekst,uvoz\n'));
    const [found] = await posts('Skraćena');
    const { rows } = await sheetOf(await exported(), 1);
    const mark = rows.find((row) => row[0] === 'Skraćena')![12] as string;
    await take(csv(`id,mark,title,date,time\n${found!.id},${mark},Skraćena sasvim,2027-02-06,08:00\n`));
    const after = await post(found!.id);
    assert.deepEqual(
      [after.title, after.content.texts.bs, after.content.targets.length],
      ['Skraćena sasvim', 'Tekst', 1],
    );
  });

  test('formulas are refused, and what a spreadsheet would run goes out as text and comes back', async () => {
    const withFormula = await writeXlsx({
      sheets: [
        {
          name: 'Objave',
          rows: [
            ['Radni naslov', 'Datum', 'Vrijeme'],
            ['x', '2027-02-07', null],
          ],
          cells: new Map([
            ['1,2', { value: '10:30', type: 'formula' as const, formula: 'TEXT(NOW(),"hh:mm")' }],
          ]),
        },
      ],
    });
    assert.deepEqual(
      (await look(withFormula)).faults.map(({ code, column }) => column + code),
      ['Cimport.formula'],
    );
    const title = '=HYPERLINK("https://zlo.example";"klik")';
    await take(
      await workbook('Objave', [
        ['Radni naslov', 'Datum', 'Vrijeme'],
        [title, null, null],
      ]),
    );
    const file = await exported({ format: 'csv', table: 'posts' });
    assert.deepEqual(Array.from(file.slice(0, 3)), [0xef, 0xbb, 0xbf], 'says that it is UTF-8');
    const text = new TextDecoder().decode(file);
    assert.ok(text.includes(`"'=HYPERLINK(`), text.slice(0, 400));
    const sheet = await sheetOf(await exported(), 1);
    const at = sheet.rows.findIndex((row) => row[0] === title);
    assert.ok(at > 0);
    assert.equal(sheet.cells?.get(`${at},0`)?.formula, undefined);
    const back = await look(file);
    assert.deepEqual(back.faults, []);
    assert.ok(back.rows.every(({ act }) => act === 'same'));
  });

  test('state and addresses of what is out stand in the export', async () => {
    const body: PostInput = {
      title: 'Izašla',
      planItemId: null,
      content: {
        texts: { bs: 'Izašla je.' },
        cyrillicFollows: true,
        overrides: {},
        images: [],
        targets: [{ accountId: account.id, variant: 'bs' }],
        due: null,
      },
    };
    const made = await editor.get<Post>('createPost', { params, body });
    await app.database.owner.query(
      `insert into deliveries (id, institution_id, post_id, version, account_id, variant, state, due_at, next_attempt_at,
         request_id, created_at, published_at, url)
       values (gen_random_uuid(), $1, $2, 1, $3, 'bs', 'published', now(), now(), 'r', now(), now(), 'https://mreza.example/1')`,
      [house.id, made.id, account.id],
    );
    const { rows } = await sheetOf(await exported({ language: 'hr' }), 1);
    const row = rows.find((one) => one[0] === 'Izašla')!;
    const head = rows[0] as string[];
    assert.equal(row[head.indexOf('Stanje')], 'Nacrt');
    assert.equal(row[head.indexOf('Adrese objava')], 'https://mreza.example/1');
    const december = await sheetOf(await exported({ from: '2026-12-01', to: '2026-12-31' }), 1);
    assert.ok(december.rows.length > 1);
    assert.ok(december.rows.slice(1).every((one) => (one[1] as Date).getUTCMonth() === 11));
  });

  test('whoever may not write plans may export and not import', async () => {
    const auditor = await signIn(app.url, house.people.auditor.email);
    assert.equal((await auditor.call('exportPlan', { params })).status, 200);
    const problem = await auditor.problem('importPlan', {
      params,
      query: { fileName: 'x.csv' },
      body: csv('title,date\nx,\n'),
    });
    assert.equal(problem.code, 'permission.missing');
  });
});
