import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Post, PostInput } from '#/contract/index.ts';
import { Composer, type Answer, type ComposerServer } from './composer.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { DraftStore, type KeyValue } from './draft-store.ts';

const ZONE = 'Europe/Sarajevo';

function memory(): KeyValue {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (at) => [...map.keys()][at] ?? null,
    get length() {
      return map.size;
    },
  };
}

/** A server of one post, as the contract describes it. */
class Desk implements ComposerServer {
  post: Post | null = null;
  online = true;
  creates = 0;
  saves = 0;
  create = async (input: PostInput): Promise<Answer> => {
    if (!this.online) return { kind: 'later' };
    this.creates += 1;
    this.post = postOf(input, 1);
    return { kind: 'post', post: this.post };
  };
  save = async (_id: string, version: number, input: PostInput): Promise<Answer> => {
    if (!this.online) return { kind: 'later' };
    if (version !== this.post?.version) return { kind: 'changed', post: this.post! };
    this.saves += 1;
    this.post = { ...postOf(input, version + 1), approvals: this.post.approvals, state: this.post.state };
    return { kind: 'post', post: this.post };
  };
  /** A colleague saves. */
  colleague(change: (post: Post) => void): void {
    this.post = structuredClone(this.post!);
    change(this.post);
    this.post.version += 1;
  }
}

const NO_REVIEW: Post['review'] = {
  id: null,
  path: { id: null, name: '', steps: [] },
  step: null,
  people: [],
  outside: [],
  seats: [],
  arrivedAt: null,
  deadlineAt: null,
  urgent: null,
  outcome: null,
  answers: [],
  conditions: [],
  links: [],
  seen: null,
  turn: null,
};

function postOf({ title, planItemId, content }: PostInput, version: number): Post {
  const { due, links: _links, ...rest } = content;
  return {
    id: 'post-1',
    title,
    planItemId,
    campaignId: null,
    kind: '',
    reference: '',
    origin: null,
    state: 'draft',
    content: { ...rest, dueAt: due ? `${due.local}:00+01:00` : null },
    version,
    seal: 's',
    author: null,
    lastSavedBy: null,
    createdAt: '2026-11-24T08:00:00Z',
    updatedAt: '2026-11-24T08:00:00Z',
    media: [],
    checks: [],
    approvals: [],
    remarks: [],
    consultations: [],
    review: NO_REVIEW,
    election: null,
    can: ['save'],
  };
}

function open(desk: Desk, storage = memory()) {
  const timers: (() => void)[] = [];
  const composer = new Composer({
    server: desk,
    store: new DraftStore(storage, 'amra', 'parco'),
    timers: {
      now: () => 1_000,
      set: (callback) => timers.push(callback),
      clear: () => void (timers.length = 0),
    },
    timeZone: ZONE,
    newKey: 'new-1',
    first: desk.post ? { post: desk.post } : { draft: emptyDraft(['bs', 'hr']) },
  });
  return { composer, storage };
}
const write = (variant: 'bs' | 'hr', text: string) => (draft: Draft) => ({
  ...draft,
  texts: { ...draft.texts, [variant]: text },
});

test('a post is made with the first words, and once', async () => {
  const desk = new Desk();
  const { composer } = open(desk);
  composer.edit((draft) => ({ ...draft, targets: [] }));
  assert.equal(await composer.flush(), true);
  assert.equal(desk.creates, 0, 'nothing worth keeping yet');
  composer.edit(write('bs', 'Poziv'));
  assert.equal(await composer.flush(), true);
  composer.edit(write('bs', 'Poziv građanima'));
  assert.equal(await composer.flush(), true);
  assert.deepEqual([desk.creates, desk.saves, desk.post?.content.texts.bs], [1, 1, 'Poziv građanima']);
});

test('a closed tab loses nothing: what was typed offline is there again and is saved', async () => {
  const desk = new Desk();
  const { composer, storage } = open(desk);
  composer.edit(write('bs', 'Poziv'));
  await composer.flush();
  desk.online = false;
  composer.edit(write('bs', 'Poziv na raspravu'));
  assert.equal(await composer.flush(), false);
  composer.stop();
  desk.online = true;
  const again = open(desk, storage).composer;
  assert.equal(again.getState().draft.texts.bs, 'Poziv na raspravu');
  assert.equal(again.getState().recovered?.at, 1_000);
  assert.equal(await again.flush(), true);
  assert.equal(desk.post?.content.texts.bs, 'Poziv na raspravu');
  assert.equal(storage.length, 0, 'the server has it, so the device lets go');
});

test('what was recovered can be thrown away', async () => {
  const desk = new Desk();
  desk.post = postOf({ title: 'A', planItemId: null, content: { ...emptyDraft(['bs']), due: null } }, 1);
  const storage = memory();
  const { composer } = open(desk, storage);
  composer.edit(write('bs', 'Ne treba'));
  composer.stop();
  const again = open(desk, storage).composer;
  again.discardRecovered();
  await again.flush();
  assert.equal(desk.post.content.texts.bs, '');
  assert.equal(storage.length, 0);
});

test('a colleague’s change to another field is merged and told, mine is saved on top', async () => {
  const desk = new Desk();
  const { composer } = open(desk);
  composer.edit(write('bs', 'Poziv'));
  await composer.flush();
  desk.colleague((post) => void (post.content.texts.hr = 'Poziv građanima (hr)'));
  composer.edit(write('bs', 'Poziv svima'));
  await composer.flush();
  await composer.flush();
  assert.deepEqual(desk.post?.content.texts, { bs: 'Poziv svima', hr: 'Poziv građanima (hr)' });
  assert.deepEqual(composer.getState().mergedFrom?.paths, ['texts/hr']);
  assert.equal(composer.getState().clash, null);
});

test('the same field: both texts are shown, the choice is saved, neither was lost before it', async () => {
  const desk = new Desk();
  const { composer, storage } = open(desk);
  composer.edit(write('bs', 'Poziv'));
  await composer.flush();
  desk.colleague((post) => void (post.content.texts.bs = 'Njihovo'));
  composer.edit(write('bs', 'Moje'));
  assert.equal(await composer.flush(), false);
  assert.equal(composer.getState().clash?.conflicts[0]?.theirs, 'Njihovo');
  assert.equal(composer.getState().draft.texts.bs, 'Moje');
  assert.equal(storage.length, 1);
  composer.resolve(new Set());
  assert.equal(await composer.flush(), true);
  assert.equal(desk.post?.content.texts.bs, 'Moje');
});

test('a sealed post asks once before its seal breaks; no brings the sealed text back', async () => {
  const desk = new Desk();
  const { composer: first } = open(desk);
  first.edit(write('bs', 'Odobreno'));
  await first.flush();
  desk.post!.state = 'scheduled';
  desk.post!.approvals = [
    {
      version: 1,
      seal: 's',
      by: null,
      onBehalfOf: null,
      outside: null,
      at: '2026-11-24T08:00:00Z',
      broken: null,
    },
  ];
  const { composer } = open(desk);
  composer.edit((draft) => ({ ...draft, title: 'Radni naslov' }));
  assert.equal(composer.getState().asksAboutSeal, false, 'the working title is not sealed');
  await composer.flush();
  composer.edit(write('bs', 'Promijenjeno'));
  assert.equal(composer.getState().asksAboutSeal, true);
  assert.equal(await composer.flush(), false, 'nothing goes out before the answer');
  composer.answerSeal(false);
  assert.equal(composer.getState().draft.texts.bs, 'Odobreno');
  composer.edit(write('bs', 'Promijenjeno'));
  composer.answerSeal(true);
  composer.edit(write('bs', 'Promijenjeno opet'));
  assert.equal(composer.getState().asksAboutSeal, false, 'asked once');
  assert.equal(await composer.flush(), true);
  assert.equal(desk.post?.content.texts.bs, 'Promijenjeno opet');
});

test('an hour that is not there keeps the words from nothing: they are saved with the last good time', async () => {
  const desk = new Desk();
  const { composer } = open(desk);
  composer.edit((draft) => ({ ...write('bs', 'Noću')(draft), due: { local: '2027-03-28T02:30' } }));
  assert.equal(await composer.flush(), true);
  assert.equal(desk.post?.content.texts.bs, 'Noću');
  assert.equal(desk.post?.content.dueAt, null);
  composer.edit(write('bs', 'Noću, opet'));
  assert.equal(await composer.flush(), true);
  assert.equal(desk.post?.content.dueAt, null);
  assert.equal(desk.saves, 1);
  assert.equal(composer.getState().draft.due?.local, '2027-03-28T02:30');
});

test('what others do reaches a composer where nothing is being typed', async () => {
  const desk = new Desk();
  const { composer } = open(desk);
  composer.edit(write('bs', 'Poziv'));
  await composer.flush();
  desk.colleague((post) => void (post.content.texts.bs = 'Novi poziv'));
  composer.receive(desk.post!);
  assert.equal(composer.getState().draft.texts.bs, 'Novi poziv');
  assert.equal(await composer.flush(), true);
  assert.equal(desk.saves, 0);
});

test('a post whose answer is lost for good is not sent a second time, and its words stay on the device', async () => {
  const desk = new Desk();
  const error = new Error('request.done-answer-lost');
  let asked = 0;
  desk.create = async () => {
    asked += 1;
    return { kind: 'refused', error, made: true };
  };
  const storage = memory();
  const { composer } = open(desk, storage);
  composer.edit(write('bs', 'Poziv'));
  await composer.flush();
  composer.edit(write('bs', 'Poziv građanima'));
  await composer.flush();
  assert.equal(asked, 1);
  assert.deepEqual(composer.getState().save, { kind: 'refused', error, made: true });
  assert.equal(new DraftStore(storage, 'amra', 'parco').find('new-1')?.draft.texts.bs, 'Poziv građanima');
});
