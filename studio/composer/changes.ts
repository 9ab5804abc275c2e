import type { PostContent, Texts, Variant } from '#/contract/index.ts';
import { ORDER, type Target } from './draft.ts';
import { diffWords, type Piece } from './word-diff.ts';

/** One thing that differs between two contents, for a person to read. */
export type Change =
  | { kind: 'text'; variant: Variant; pieces: Piece[] }
  | { kind: 'override'; network: string; variant: Variant; pieces: Piece[] }
  | { kind: 'alt'; mediaId: string; variant: Variant; pieces: Piece[] }
  | { kind: 'image-added' | 'image-removed' | 'image-focused'; mediaId: string }
  | { kind: 'images-reordered' }
  | { kind: 'target-added' | 'target-removed'; target: Target }
  | { kind: 'due'; before: string | null; after: string | null }
  /** Addresses that go out in the place of links, of the one version and of the other. */
  | { kind: 'links'; gone: string[]; come: string[] };

/** What a reader, an account or the clock would notice. The order is that of the composer. */
export function changesBetween(before: PostContent, after: PostContent): Change[] {
  return [
    ...textChanges(before.texts, after.texts).map((change): Change => ({ kind: 'text', ...change })),
    ...overrideChanges(before, after),
    ...imageChanges(before, after),
    ...targetChanges(before, after),
    ...linkChanges(before, after),
    ...(before.dueAt === after.dueAt
      ? []
      : [{ kind: 'due', before: before.dueAt, after: after.dueAt } satisfies Change]),
  ];
}

function textChanges(before: Texts, after: Texts): { variant: Variant; pieces: Piece[] }[] {
  return ORDER.flatMap((variant) => {
    const [old, fresh] = [before[variant] ?? '', after[variant] ?? ''];
    return old === fresh ? [] : [{ variant, pieces: diffWords(old, fresh) }];
  });
}

function overrideChanges(before: PostContent, after: PostContent): Change[] {
  const networks = new Set([...Object.keys(before.overrides), ...Object.keys(after.overrides)]);
  return [...networks].flatMap((network) =>
    textChanges(before.overrides[network] ?? {}, after.overrides[network] ?? {}).map((change): Change => ({
      kind: 'override',
      network,
      ...change,
    })),
  );
}

function imageChanges(before: PostContent, after: PostContent): Change[] {
  const old = new Map(before.images.map((image) => [image.mediaId, image.alt]));
  const fresh = new Map(after.images.map((image) => [image.mediaId, image.alt]));
  const [kept, keptAfter] = [
    [...old.keys()].filter((id) => fresh.has(id)),
    [...fresh.keys()].filter((id) => old.has(id)),
  ];
  return [
    ...[...fresh.keys()]
      .filter((id) => !old.has(id))
      .map((mediaId): Change => ({ kind: 'image-added', mediaId })),
    ...[...old.keys()]
      .filter((id) => !fresh.has(id))
      .map((mediaId): Change => ({ kind: 'image-removed', mediaId })),
    ...(kept.join() === keptAfter.join() ? [] : [{ kind: 'images-reordered' } satisfies Change]),
    ...keptAfter
      .filter((id) => focusOf(before, id) !== focusOf(after, id))
      .map((mediaId): Change => ({ kind: 'image-focused', mediaId })),
    ...keptAfter.flatMap((mediaId) =>
      textChanges(old.get(mediaId) ?? {}, fresh.get(mediaId) ?? {}).map((change): Change => ({
        kind: 'alt',
        mediaId,
        ...change,
      })),
    ),
  ];
}

const focusOf = ({ images }: PostContent, id: string): string =>
  JSON.stringify(images.find(({ mediaId }) => mediaId === id)?.focus ?? null);

function linkChanges(before: PostContent, after: PostContent): Change[] {
  const urls = ({ links }: PostContent) => new Set((links?.out ?? []).map(({ url }) => url));
  const [old, fresh] = [urls(before), urls(after)];
  const gone = [...old].filter((url) => !fresh.has(url));
  const come = [...fresh].filter((url) => !old.has(url));
  return gone.length + come.length === 0 ? [] : [{ kind: 'links', gone, come }];
}

const key = (target: Target): string => `${target.accountId} ${target.variant}`;

function targetChanges(before: PostContent, after: PostContent): Change[] {
  const [old, fresh] = [new Set(before.targets.map(key)), new Set(after.targets.map(key))];
  return [
    ...after.targets
      .filter((target) => !old.has(key(target)))
      .map((target): Change => ({ kind: 'target-added', target })),
    ...before.targets
      .filter((target) => !fresh.has(key(target)))
      .map((target): Change => ({ kind: 'target-removed', target })),
  ];
}
