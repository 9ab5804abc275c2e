import { useDeferredValue, useMemo } from 'react';
import type { PostCheck } from '#/contract/index.ts';
import { toInstant } from '../../calendar/wall-time.ts';
import { useNow } from '../../shared/index.ts';
import { useComposerState, useDraft, useHouse, useReadersDraft, useWanted } from '../composer-context.tsx';
import { checkDraft, mergeChecks, type LocalCheck } from '../checks.ts';
import { LOCAL_CODES, useWritingRules } from '../writing/use-writing-rules.ts';

export type AnyCheck = LocalCheck | PostCheck;

const NONE: readonly PostCheck[] = [];
const EDITED = new Set(['draft', 'in-review', 'approved', 'scheduled', 'sent-back']);

/** Checks of the post as it stands here, with those that only the server can make. None once it is out or over. */
export function useChecks(): readonly AnyCheck[] {
  const { facts, timeZone } = useHouse();
  const wanted = useWanted();
  const draft = useReadersDraft(useDeferredValue(useDraft((all) => all)));
  const server = useComposerState((state) => state.post?.checks ?? NONE);
  const state = useComposerState(({ post }) => post?.state ?? 'draft');
  const now = useNow().getTime();
  const rules = useWritingRules();
  const { check, levels } = rules ?? {};
  const { texts, overrides, cyrillicFollows } = draft;
  const written = useMemo(
    () => (check && levels ? check({ texts, overrides, cyrillicFollows }, levels) : null),
    [check, levels, texts, overrides, cyrillicFollows],
  );
  return useMemo(() => {
    if (!EDITED.has(state)) return [];
    const dueAt = draft.due === null ? null : toInstant(draft.due, timeZone);
    const local = checkDraft({ draft, facts, wanted, dueAt, now });
    return written ? mergeChecks([...local, ...written], server, LOCAL_CODES) : mergeChecks(local, server);
  }, [draft, facts, wanted, server, state, timeZone, now, written]);
}
