import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Objective, ObjectiveInput, PlanItem, PlanItemInput, Post } from '#/contract/index.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const anObjective: ObjectiveInput = {
  titles: { bs: 'Upis u vrtiće', hr: 'Upis u vrtiće' },
  measures: { bs: 'Broj prijava' },
  audiences: {},
};
const anItem: PlanItemInput = {
  objectiveId: null,
  titles: { bs: 'Rokovi za upis' },
  theme: 'obrazovanje',
  variants: ['bs', 'hr'],
  dueOn: '2026-12-01',
};

describe('objectives and plan items over the API', () => {
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
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    auditor = await signIn(app.url, house.people.auditor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const addObjective = () => editor.get<Objective>('createObjective', { params, body: anObjective });
  const addItem = (change: Partial<PlanItemInput> = {}) =>
    editor.get<PlanItem>('createPlanItem', { params, body: { ...anItem, ...change } });
  const atObjective = ({ id }: Objective) => ({ params: { ...params, objectiveId: id } });
  const atItem = ({ id }: PlanItem) => ({ params: { ...params, planItemId: id } });
  const over = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
  const idsOf = async (name: 'listObjectives' | 'listPlanItems', archived?: 'yes') => {
    const query = archived ? { query: { archived } } : {};
    const { items } = await auditor.get<{ items: { id: string }[] }>(name, { params, ...query });
    return items.map(({ id }) => id);
  };
  const actsOf = async (id: string) =>
    (
      await app.database.owner.query<{ kind: string; version: number | null; detail: unknown }>(
        'select kind, version, detail from acts where subject_id = $1 order by id',
        [id],
      )
    ).rows.map(({ kind, version, detail }) => [kind, version, detail]);

  test('an objective is changed over what was read, and the record says in which fields', async () => {
    const objective = await addObjective();
    const found = await editor.call('getObjective', atObjective(objective));
    assert.equal(found.headers.get('etag'), '"1"');
    const body = { ...anObjective, titles: { bs: 'Upis u sve vrtiće' } };
    const changed = await editor.call('changeObjective', { ...atObjective(objective), body, ...over(1) });
    assert.deepEqual([changed.status, changed.headers.get('etag')], [200, '"2"']);
    assert.deepEqual(changed.body, { ...objective, ...body, revision: 2 });
    // The same once more is no change.
    const again = await editor.get<Objective>('changeObjective', {
      ...atObjective(objective),
      body,
      ...over(2),
    });
    assert.equal(again.revision, 2);
    assert.deepEqual(await actsOf(objective.id), [
      ['objective.created', null, {}],
      ['objective.changed', 2, { fields: ['titles'] }],
    ]);
  });

  test('the second person hears whose change of an objective came first, and what it is', async () => {
    const objective = await addObjective();
    const theirs = { ...anObjective, measures: { bs: 'Broj upisane djece' } };
    await head.get('changeObjective', { ...atObjective(objective), body: theirs, ...over(1) });
    const mine = { ...atObjective(objective), body: { ...anObjective, titles: { bs: 'Moje' } } };
    const problem = await editor.problem('changeObjective', { ...mine, ...over(1) });
    assert.deepEqual([problem.status, problem.code], [412, 'objective.changed']);
    assert.ok(problem.title.startsWith(house.people.head.name), problem.title);
    assert.deepEqual(problem.current, { ...objective, ...theirs, revision: 2 });
    assert.equal((await editor.get<Objective>('changeObjective', { ...mine, ...over(2) })).revision, 3);
    const unsaid = await editor.problem('changeObjective', mine);
    assert.equal(unsaid.code, 'request.if-match-missing');
  });

  test('the same with a plan item, where a program came first', async () => {
    const item = await addItem();
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
      params,
      body: { name: 'proba', role: 'editor' },
    });
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    const theirs = { ...anItem, dueOn: '2026-12-15', variants: ['hr', 'bs', 'hr'] };
    const changed = await program.call('changePlanItem', { ...atItem(item), body: theirs, ...over(1) });
    assert.deepEqual([changed.status, changed.headers.get('etag')], [200, '"2"']);
    const problem = await editor.problem('changePlanItem', { ...atItem(item), body: anItem, ...over(1) });
    assert.deepEqual([problem.status, problem.code], [412, 'plan-item.changed']);
    assert.match(problem.title, /^Another program/);
    assert.deepEqual(problem.current, { ...item, dueOn: '2026-12-15', variants: ['hr', 'bs'], revision: 2 });
    assert.deepEqual((await actsOf(item.id)).at(-1), [
      'plan-item.changed',
      2,
      { fields: ['variants', 'due_on'] },
    ]);
  });

  test('an archived objective is not offered, plan items keep it, and it comes back', async () => {
    const objective = await addObjective();
    const item = await addItem({ objectiveId: objective.id });
    const archived = await editor.get<Objective>('archiveObjective', atObjective(objective));
    assert.ok(archived.archivedAt !== null);
    assert.ok(!(await idsOf('listObjectives')).includes(objective.id));
    assert.ok((await idsOf('listObjectives', 'yes')).includes(objective.id));
    const kept = await editor.get<PlanItem>('getPlanItem', atItem(item));
    assert.equal(kept.objectiveId, objective.id);
    // An item that has it can be changed with it.
    const body = { ...anItem, objectiveId: objective.id, theme: 'vrtići' };
    await editor.get('changePlanItem', { ...atItem(item), body, ...over(1) });
    const restored = await head.get<Objective>('restoreObjective', atObjective(objective));
    assert.equal(restored.archivedAt, null);
    assert.ok((await idsOf('listObjectives')).includes(objective.id));
    assert.ok(!(await idsOf('listObjectives', 'yes')).includes(objective.id));
  });

  test('an archived plan item is not offered, and stays on the posts that have it with what it asks', async () => {
    const item = await addItem();
    const input = {
      title: 'Proba',
      planItemId: item.id,
      content: {
        texts: { bs: 'Dobar dan.' },
        cyrillicFollows: true,
        overrides: {},
        images: [],
        targets: [],
        due: null,
      },
    };
    const post = await editor.get<Post>('createPost', { params, body: input });
    // Twice is once: nothing new happens, and the record has it once.
    for (let count = 0; count < 2; count += 1) await editor.get('archivePlanItem', atItem(item));
    assert.ok(!(await idsOf('listPlanItems')).includes(item.id));
    assert.ok((await idsOf('listPlanItems', 'yes')).includes(item.id));
    const at = { params: { ...params, postId: post.id } };
    const saved = await editor.get<Post>('savePost', {
      ...at,
      body: { ...input, content: { ...input.content, texts: { bs: 'Dobro veče.' } } },
      ...over(1),
    });
    assert.equal(saved.planItemId, item.id);
    assert.ok(saved.checks.some(({ code }) => code === 'post.variant-missing'));
    const found = await auditor.get<PlanItem>('getPlanItem', atItem(item));
    assert.deepEqual([found.posts, found.archivedAt !== null, found.revision], [1, true, 2]);
    await editor.get('restorePlanItem', atItem(item));
    assert.ok((await idsOf('listPlanItems')).includes(item.id));
    assert.deepEqual(
      (await actsOf(item.id)).map(([kind, version]) => [kind, version]),
      [
        ['plan-item.created', null],
        ['plan-item.archived', 2],
        ['plan-item.restored', 3],
      ],
    );
  });

  test('who was writing while it was archived hears of it', async () => {
    const item = await addItem();
    await head.get('archivePlanItem', atItem(item));
    const problem = await editor.problem('changePlanItem', { ...atItem(item), body: anItem, ...over(1) });
    assert.equal(problem.code, 'plan-item.changed');
    assert.ok(problem.title.startsWith(house.people.head.name), problem.title);
  });

  test('auditors read, and change nothing', async () => {
    const [objective, item] = [await addObjective(), await addItem()];
    assert.equal((await auditor.call('getObjective', atObjective(objective))).status, 200);
    const tries = [
      ['changeObjective', { ...atObjective(objective), body: anObjective, ...over(1) }],
      ['archiveObjective', atObjective(objective)],
      ['restoreObjective', atObjective(objective)],
      ['changePlanItem', { ...atItem(item), body: anItem, ...over(1) }],
      ['archivePlanItem', atItem(item)],
      ['restorePlanItem', atItem(item)],
    ] as const;
    for (const [name, options] of tries) {
      const problem = await auditor.problem(name, options);
      assert.deepEqual([problem.status, problem.code], [403, 'permission.missing'], name);
    }
    assert.equal((await actsOf(objective.id)).length, 1);
    assert.equal((await actsOf(item.id)).length, 1);
  });
});
