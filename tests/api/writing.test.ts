import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  GlossaryItem,
  Look,
  Post,
  PostInput,
  WordDecisions,
  WritingSettings,
} from '#/contract/index.ts';
import { WRITING_RULE_NAMES } from '#/contract/index.ts';
import { RULE_NAMES } from '#/language/checks/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { neighbour, type Neighbour } from '../helpers/neighbour.ts';

describe('writing over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let web: Neighbour;
  const as = {} as Record<'administrator' | 'head' | 'editor' | 'auditor', ApiClient>;

  before(async () => {
    web = await neighbour();
    app = await testApp({
      env: {
        GLASNIK_ALLOW_PRIVATE: new URL(web.url).host,
        GLASNIK_MACHINE_URL: `${web.url}/v1/`,
        GLASNIK_MACHINE_MODEL: 'proba-1',
        GLASNIK_MACHINE_KEY: 'tajni-kljuc',
      },
    });
    house = await app.addInstitution();
    params = { institutionId: house.id };
    for (const role of ['administrator', 'head', 'editor', 'auditor'] as const)
      as[role] = await signIn(app.url, house.people[role].email);
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    web.server.close();
  });

  const input = (bs: string, more: Partial<PostInput['content']> = {}): PostInput => ({
    title: 'Proba',
    planItemId: null,
    content: {
      texts: { bs },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [],
      due: null,
      ...more,
    },
  });
  const codes = (post: Post) =>
    post.checks.map(({ code }) => code).filter((code) => code.startsWith('writing.'));
  const settings = () => as.auditor.get<WritingSettings>('getWritingSettings', { params });
  const change = async (who: ApiClient, body: object) =>
    who.call('changeWritingSettings', {
      params,
      body,
      headers: { 'if-match': `"${(await settings()).revision}"` },
    });
  const acts = async (kind: string) =>
    (
      await app.database.owner.query('select 1 from acts where institution_id = $1 and kind = $2', [
        house.id,
        kind,
      ])
    ).rowCount;

  test('the contract names the rules that there are', () => {
    assert.deepEqual([...WRITING_RULE_NAMES], RULE_NAMES);
  });

  test('a rule warns with its reason, source and mend; the institution makes it block, or turns it off', async () => {
    const post = await as.editor.get<Post>('createPost', { params, body: input('Učenici dobijaju knjige.') });
    const [check] = post.checks.filter(({ code }) => code === 'writing.gendered-forms');
    assert.equal(check?.blocks, false);
    assert.equal(check?.path, '/content/texts/bs');
    assert.match(check?.message ?? '', /Učenici.*učenice.*Bosnian/);
    assert.match(check?.source ?? '', /^http/);
    assert.deepEqual(check?.mend, { start: 0, end: 7, text: 'Učenici i učenice' });

    for (const role of ['head', 'editor', 'auditor'] as const)
      assert.equal((await change(as[role], { levels: {} })).status, 403, role);
    assert.equal((await change(as.administrator, { levels: { 'gendered-forms': 'block' } })).status, 200);
    const read = () => as.editor.get<Post>('getPost', { params: { ...params, postId: post.id } });
    assert.equal((await read()).checks.find(({ code }) => code === 'writing.gendered-forms')?.blocks, true);
    const refused = await as.editor.problem('submitPost', {
      params: { ...params, postId: post.id },
      body: { version: 1 },
    });
    assert.equal(refused.code, 'post.blocked');
    assert.ok(refused.faults?.some(({ code }) => code === 'writing.gendered-forms'));
    await change(as.administrator, { levels: { 'gendered-forms': 'off' } });
    assert.deepEqual(codes(await read()), []);
    assert.equal(await acts('writing.changed'), 2);
  });

  test('two administrators at once: the second is told', async () => {
    const { revision } = await settings();
    await change(as.administrator, { levels: {} });
    const problem = await as.administrator.problem('changeWritingSettings', {
      params,
      body: { levels: {} },
      headers: { 'if-match': `"${revision}"` },
    });
    assert.equal(problem.code, 'writing.changed');
  });

  describe('glossary', () => {
    const teach = (who: ApiClient, entry: object, note = '') =>
      who.call('teachWord', { params, body: { entry, note } });
    const list = async (query: Record<string, string> = {}) =>
      (await as.auditor.get<{ items: GlossaryItem[] }>('listGlossary', { params, query })).items;
    const at = (item: { id: string }) => ({ params: { ...params, entryId: item.id } });
    const cyrillicOf = async (latin: string) => {
      const body = input('', { texts: { 'sr-Latn': latin } });
      return (await as.editor.get<Post>('createPost', { params, body })).content.texts['sr-Cyrl'];
    };

    test('an editor proposes, a head accepts, and from then on Cyrillic follows it', async () => {
      const proposed = await teach(
        as.editor,
        { kind: 'fixed', latin: 'Injaz', cyrillic: 'Инјаз' },
        'Ime firme',
      );
      assert.equal(proposed.status, 201);
      const item = proposed.body as GlossaryItem;
      assert.equal(item.state, 'proposed');
      assert.equal(item.proposedBy?.name, house.people.editor.name);
      assert.equal(await cyrillicOf('Injaz'), 'Ињаз');
      assert.equal(
        (await as.editor.problem('decideGlossaryEntry', { ...at(item), body: { accept: true } })).status,
        403,
      );
      await as.head.call('decideGlossaryEntry', { ...at(item), body: { accept: true } });
      assert.equal(await cyrillicOf('Injaz'), 'Инјаз');
      const [kept] = await list({ search: 'инјаз' });
      assert.equal(kept?.state, 'accepted');
      assert.equal(kept?.decidedBy?.name, house.people.head.name);
      const again = await as.head.problem('decideGlossaryEntry', { ...at(item), body: { accept: false } });
      assert.equal(again.code, 'glossary.decided');
      assert.equal((await teach(as.auditor, { kind: 'lock', word: 'X1' })).status, 403);
    });

    test('what is declined is gone, and may be proposed again; what is there is told', async () => {
      const item = (await teach(as.editor, { kind: 'lock', word: 'GLAS' })).body as GlossaryItem;
      assert.equal(
        ((await teach(as.editor, { kind: 'lock', word: 'glas' })).body as { code: string }).code,
        'glossary.known',
      );
      await as.administrator.call('decideGlossaryEntry', { ...at(item), body: { accept: false } });
      assert.deepEqual(await list({ search: 'glas' }), []);
      assert.equal((await teach(as.editor, { kind: 'lock', word: 'GLAS' })).status, 201);
      const accepted = (await teach(as.head, { kind: 'lock', word: 'GLAS' })).body as GlossaryItem;
      assert.equal(accepted.state, 'accepted', 'a head who teaches what is proposed accepts it');
    });

    test('whoever proposed may change and take back a proposal, and nothing that holds', async () => {
      const own = (await teach(as.editor, { kind: 'term', texts: { bs: 'ured*', hr: 'zavod*' } }))
        .body as GlossaryItem;
      const changed = await as.editor.get<GlossaryItem>('changeGlossaryEntry', {
        ...at(own),
        body: { entry: { kind: 'term', texts: { bs: 'pokazatelj*', hr: 'indikator*' } }, note: 'statistika' },
      });
      assert.equal(changed.note, 'statistika');
      await as.head.call('decideGlossaryEntry', { ...at(own), body: { accept: true } });
      assert.equal((await as.editor.problem('removeGlossaryEntry', at(own))).status, 403);
      const { terms } = await as.editor.get<WordDecisions>('getWordDecisions', { params });
      assert.ok(terms.some(({ texts }) => texts.hr === 'indikator*'));
      assert.equal((await as.head.call('removeGlossaryEntry', at(own))).status, 204);
      assert.equal((await as.head.problem('removeGlossaryEntry', at(own))).code, 'glossary.not-found');
    });

    test('CSV out and in again; a file with a wrong line is not taken at all, and each line is told', async () => {
      const { csv } = await as.auditor.get<{ csv: string }>('exportGlossary', { params });
      assert.match(csv, /^\uFEFFkind,latin,cyrillic,bs,hr,sr-Latn,en,note\n/);
      assert.match(csv, /fixed,Injaz,Инјаз,,,,,Ime firme/);
      const imported = (who: ApiClient, text: string) =>
        who.call('importGlossary', { params, body: { csv: text } });
      assert.deepEqual((await imported(as.head, csv)).body, { added: 0, known: 2 });
      const wrong = await imported(
        as.head,
        'kind;latin;cyrillic\nlock;DOBRO;\nfixed;samo latinica;\nbla;x;\n',
      );
      const { code, faults } = wrong.body as { code: string; faults: { path: string; message: string }[] };
      assert.equal(code, 'glossary.csv');
      assert.deepEqual(
        faults.map(({ path }) => path),
        ['/csv/3', '/csv/4'],
      );
      assert.match(faults[0]?.message ?? '', /^Line 3/);
      assert.deepEqual(await list({ search: 'dobro' }), []);
      const good =
        'kind;bs;hr;note\nterm;općin*;općin*;\nterm;obrazac*;formular*;"s ""navodnikom"""\nlock;;;\n'.replace(
          'lock;;;\n',
          '',
        );
      assert.deepEqual((await imported(as.editor, good)).body, { added: 2, known: 0 });
      assert.equal(
        (await list({ search: 'formular' }))[0]?.state,
        'proposed',
        'from an editor it is a proposal',
      );
      assert.equal((await imported(as.auditor, good)).status, 403);
      assert.equal(
        ((await imported(as.head, 'a,b\n1,2')).body as { faults: { code: string }[] }).faults[0]?.code,
        'glossary.csv-head',
      );
      const formula = await as.head.get<{ added: number }>('importGlossary', {
        params,
        body: { csv: 'kind,latin\nlock,=1+1\n' },
      });
      assert.equal(formula.added, 1);
      const out = await as.head.get<{ csv: string }>('exportGlossary', { params });
      assert.match(out.csv, /lock,'=1\+1/, 'no spreadsheet runs it');
    });

    test('decisions about suggestions are learned and forgotten', async () => {
      const key = 'budžet~m | proračun~m | > hr';
      const decide = (who: ApiClient, decision: string | null) =>
        who.call('decideWord', { params, body: { key, decision } });
      assert.equal((await decide(as.auditor, 'never')).status, 403);
      assert.equal((await decide(as.editor, 'always')).status, 204);
      assert.equal((await decide(as.editor, 'never')).status, 204);
      const read = async () =>
        (await as.auditor.get<WordDecisions>('getWordDecisions', { params })).decisions;
      assert.deepEqual(
        (await read()).map(({ decision, by }) => [decision, by?.name]),
        [['never', house.people.editor.name]],
      );
      await decide(as.head, null);
      assert.deepEqual(await read(), []);
    });
  });

  describe('links', () => {
    const look = async (...urls: string[]) =>
      (await as.editor.get<{ items: Look[] }>('lookAtLinks', { params, body: { urls } })).items;

    test('a page answers with its card and the picture of it; each is asked once and kept', async () => {
      const [first] = await look(`${web.url}/vijest`);
      assert.equal(first?.state, 'answers');
      assert.equal(first?.card?.title, 'Nova uredba');
      assert.deepEqual(
        [first?.card?.picture?.width, first?.card?.picture?.height, first?.card?.picture?.alt],
        [1200, 630, 'Zgrada'],
      );
      const picture = await fetch(`${app.url}${first?.card?.picture?.url}`, { headers: as.editor.headers });
      assert.equal(picture.headers.get('content-type'), 'image/webp');
      const before = web.asked.length;
      await look(`${web.url}/vijest`);
      assert.equal(web.asked.length, before);
      assert.equal((await as.auditor.call('lookAtLinks', { params, body: { urls: [web.url] } })).status, 403);
    });

    test('a card without a picture says why', async () => {
      const paths = ['/bez-slike', '/slike-nema', '/nije-slika', '/velika-slika', '/vijest'];
      const looks = await look(...paths.map((path) => web.url + path));
      assert.deepEqual(
        looks.map(({ card }) => [card?.picture?.width ?? null, card?.pictureFault]),
        [
          [null, 'none'],
          [null, 'gone'],
          [null, 'broken'],
          [null, 'too-large'],
          [1200, null],
        ],
      );
    });

    test('one that is gone is told in the checks; one that does not like robots is not called dead', async () => {
      const looks = await look(`${web.url}/nema`, `${web.url}/robot`, 'http://127.0.0.1:1/');
      assert.deepEqual(
        looks.map(({ state, status }) => [state, status]),
        [
          ['dead', 404],
          ['unsure', 403],
          ['unsure', null],
        ],
      );
      const body = input(`Više na ${web.url}/nema. I na ${web.url}/robot`);
      const post = await as.editor.get<Post>('createPost', { params, body });
      const dead = post.checks.filter(({ code }) => code === 'writing.dead-link');
      assert.equal(dead.length, 1);
      assert.match(dead[0]?.message ?? '', /nema does not answer \(404\)/);
    });
  });

  describe('machine help', () => {
    const ask = {
      task: 'simpler',
      text: 'Radno vrijeme ureda traje od 8 do 16 sati.',
      variant: 'bs',
      to: 'bs',
    };
    const preview = (who: ApiClient, body: object = ask) => who.call('previewMachine', { params, body });
    const sent = () => web.asked.filter(({ path }) => path.startsWith('/v1')).length;

    test('is off until the institution says so, and sends nothing for a preview', async () => {
      assert.deepEqual((await settings()).machine, {
        host: new URL(web.url).host,
        model: 'proba-1',
        on: false,
      });
      assert.equal(((await preview(as.editor)).body as { code: string }).code, 'machine.off');
      await change(as.administrator, { machineHelp: true });
      const shown = (await preview(as.editor)).body as { message: string; host: string };
      assert.ok(shown.message.endsWith(ask.text));
      assert.match(shown.message, /Bosnian/);
      assert.equal((await preview(as.auditor)).status, 403);
      assert.equal(sent(), 0);
    });

    test('sends what was seen and nothing else; what comes back is an offer that is taken or left', async () => {
      const { message } = (await preview(as.editor)).body as { message: string };
      const unseen = await as.editor.problem('askMachine', { params, body: { ...ask, seen: `${message}!` } });
      assert.equal(unseen.code, 'machine.not-seen');
      assert.equal(sent(), 0);
      const offer = await as.editor.get<{ id: string; answer: string }>('askMachine', {
        params,
        body: { ...ask, seen: message },
      });
      assert.equal(offer.answer, 'Ured radi od 8 do 16 sati.');
      const request = web.asked.findLast(({ path }) => path === '/v1/chat/completions');
      assert.equal(request?.key, 'Bearer tajni-kljuc');
      assert.deepEqual(JSON.parse(request?.body ?? ''), {
        model: 'proba-1',
        messages: [{ role: 'user', content: message }],
        stream: false,
      });
      const at = { params: { ...params, suggestionId: offer.id }, body: { taken: true } };
      assert.equal(
        (await as.head.problem('settleMachine', at)).code,
        'machine.not-found',
        'another person’s offer',
      );
      assert.equal((await as.editor.call('settleMachine', at)).status, 204);
      assert.equal((await as.editor.problem('settleMachine', at)).code, 'machine.settled');
      assert.deepEqual([await acts('machine.asked'), await acts('machine.taken')], [1, 1]);
      const { rows } = await app.database.owner.query(
        'select sent, answer, outcome, host, model from machine_suggestions',
      );
      assert.deepEqual(rows, [
        {
          sent: message,
          answer: offer.answer,
          outcome: 'taken',
          host: new URL(web.url).host,
          model: 'proba-1',
        },
      ]);
    });

    test('a refusal and nonsense are told with the next step', async () => {
      for (const [word, code] of [
        ['TVRDOGLAVO', 'machine.refused'],
        ['BESMISLENO', 'machine.no-answer'],
      ] as const) {
        const body = { ...ask, text: word };
        const { message } = (await preview(as.editor, body)).body as { message: string };
        const problem = await as.editor.problem('askMachine', { params, body: { ...body, seen: message } });
        assert.equal(problem.code, code);
        assert.match(problem.title, new RegExp(new URL(web.url).host.replaceAll('.', String.raw`\.`)));
      }
    });

    test('the way to the machine is open to nobody else', async () => {
      const shut = await testApp({ env: { GLASNIK_MACHINE_URL: `${web.url}/v1` } });
      try {
        const other = await shut.addInstitution(['editor']);
        const editor = await signIn(shut.url, other.people.editor.email);
        const { items } = await editor.get<{ items: Look[] }>('lookAtLinks', {
          params: { institutionId: other.id },
          body: { urls: [`${web.url}/vijest`] },
        });
        assert.deepEqual([items[0]?.state, items[0]?.card], ['unsure', null]);
      } finally {
        await shut[Symbol.asyncDispose]();
      }
    });
  });
});
