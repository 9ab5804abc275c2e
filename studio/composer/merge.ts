import type { Texts, Variant } from '#/contract/index.ts';
import type { Focus } from '#/language/index.ts';
import type { Draft, DraftImage } from './draft.ts';

/** A field that both sides changed, each to something else. `path` is where it stands in the composer. */
export type Conflict = { path: string; base: unknown; mine: unknown; theirs: unknown };

export type Merge = {
  /** Both sides' changes; in a conflict, mine. */
  draft: Draft;
  conflicts: Conflict[];
  /** Paths that only they changed, and that have been taken over. */
  taken: string[];
};

/** A draft as flat fields: what is merged, and what a person decides about. Pictures are one field, so are targets. */
type Fields = Map<string, unknown>;

/**
 * Merges two people's work on one post by fields, against what both began from. A field that only one of them
 * changed takes that change; one that both changed alike is no conflict.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merge {
  const [from, left, right] = [flatten(base), flatten(mine), flatten(theirs)];
  const merged: Fields = new Map();
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  for (const path of new Set([...from.keys(), ...left.keys(), ...right.keys()])) {
    const [b, m, t] = [from.get(path), left.get(path), right.get(path)];
    const theirsChanged = !same(b, t);
    const mineChanged = !same(b, m);
    if (theirsChanged && !mineChanged && !(path === 'images' && losesAlt(base, mine, t as string[]))) {
      merged.set(path, t);
      taken.push(path);
      continue;
    }
    merged.set(path, m);
    if (theirsChanged && !same(m, t)) conflicts.push({ path, base: b, mine: m, theirs: t });
  }
  return { draft: unflatten(merged), conflicts, taken };
}

/** They took a picture away whose alt text I have been writing: that is for a person to decide. */
function losesAlt(base: Draft, mine: Draft, theirs: readonly string[]): boolean {
  const before = new Map(base.images.map(({ mediaId, alt }) => [mediaId, alt]));
  return mine.images.some(({ mediaId, alt }) => !theirs.includes(mediaId) && !same(alt, before.get(mediaId)));
}

/** The draft with the other side's value in the fields that the person gave to it. */
export function takeTheirs(draft: Draft, conflicts: readonly Conflict[], paths: ReadonlySet<string>): Draft {
  const fields = flatten(draft);
  for (const { path, theirs } of conflicts) if (paths.has(path)) fields.set(path, theirs);
  return unflatten(fields);
}

/** Paths in which two drafts differ. */
export function changedPaths(a: Draft, b: Draft): string[] {
  const [left, right] = [flatten(a), flatten(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (path) => !same(left.get(path), right.get(path)),
  );
}

export const sameDraft = (a: Draft, b: Draft): boolean => a === b || changedPaths(a, b).length === 0;

const plain = (value: unknown): unknown => (value === undefined || value === '' ? null : value);

/** Equal as JSON; nothing and an empty text are the same to a reader, so they are the same here. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function flatten(draft: Draft): Fields {
  const fields: Fields = new Map<string, unknown>([
    ['title', draft.title],
    ['planItemId', draft.planItemId],
    ['cyrillicFollows', draft.cyrillicFollows],
    ['images', draft.images.map(({ mediaId }) => mediaId)],
    ['targets', draft.targets.map(({ accountId, variant }) => ({ accountId, variant }))],
    ['due', draft.due === null ? null : { local: draft.due.local, hour: draft.due.hour }],
    ['links', draft.links ?? null],
  ]);
  addTexts(fields, 'texts', draft.texts);
  for (const [network, texts] of Object.entries(draft.overrides))
    addTexts(fields, `overrides/${network}`, texts);
  for (const { mediaId, alt, focus } of draft.images) {
    addTexts(fields, `alt/${mediaId}`, alt);
    if (focus) fields.set(`focus/${mediaId}`, focus);
  }
  return fields;
}

function addTexts(fields: Fields, prefix: string, texts: Texts): void {
  for (const [variant, text] of Object.entries(texts)) fields.set(`${prefix}/${variant}`, text);
}

function unflatten(fields: Fields): Draft {
  const ids = fields.get('images') as string[];
  const images: DraftImage[] = ids.map((mediaId) => ({ mediaId, alt: {} }));
  const links = fields.get('links') as Draft['links'] | null;
  const draft: Draft = {
    title: fields.get('title') as string,
    planItemId: fields.get('planItemId') as string | null,
    texts: {},
    cyrillicFollows: fields.get('cyrillicFollows') as boolean,
    overrides: {},
    images,
    targets: fields.get('targets') as Draft['targets'],
    due: fields.get('due') as Draft['due'],
    ...(links ? { links } : {}),
  };
  for (const [path, value] of fields) {
    const focused = path.startsWith('focus/') && images.find(({ mediaId }) => mediaId === path.slice(6));
    if (focused && value) focused.focus = value as Focus;
    if (typeof value !== 'string') continue;
    const [kind, ...rest] = path.split('/');
    const variant = rest.at(-1) as Variant;
    const key = rest[0] ?? '';
    if (kind === 'texts') draft.texts[variant] = value;
    else if (kind === 'overrides') (draft.overrides[key] ??= {})[variant] = value;
    else if (kind === 'alt') {
      const image = images.find(({ mediaId }) => mediaId === key);
      if (image) image.alt[variant] = value;
    }
  }
  return draft;
}
