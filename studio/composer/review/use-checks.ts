import { useDeferredValue, useMemo } from 'react';
import type { PostCheck } from '#/contract/index.ts';
import { checkLinks } from '#/language/checks/links.ts';
import { toInstant } from '../../calendar/wall-time.ts';
import { useNow } from '../../shared/index.ts';
import {
  useComposerState,
  useDraft,
  useHouse,
  useReadersDraft,
  useSent,
  useWanted,
} from '../composer-context.tsx';
import { checkDraft, mergeChecks, type LocalCheck } from '../checks.ts';
import { useDeadLinks } from '../writing/use-dead-links.ts';
import { LOCAL_CODES, useWritingRules } from '../writing/use-writing-rules.ts';

export type AnyCheck = LocalCheck | PostCheck;

const NONE: readonly PostCheck[] = [];
/** Once the links were looked at, the answer of now counts and not that of the last save. */
const WITH_LINKS: ReadonlySet<string> = new Set([...LOCAL_CODES, 'writing.dead-link']);
const EDITED = new Set(['draft', 'in-review', 'approved', 'scheduled', 'sent-back']);

/** Checks of the post as it stands here, with those that only the server can make. None once it is out or over. */
export function useChecks(): readonly AnyCheck[] {
  const { facts, timeZone } = useHouse();
  const wanted = useWanted();
  const draft = useReadersDraft(useDeferredValue(useDraft((all) => all)));
  const server = useComposerState((state) => state.post?.checks ?? NONE);
  const state = useComposerState(({ post }) => post?.state ?? 'draft');
  const sent = useSent();
  const now = useNow().getTime();
  const rules = useWritingRules();
  const { check, levels } = rules ?? {};
  const { texts, overrides, cyrillicFollows } = draft;
  const dead = useDeadLinks(draft);
  const written = useMemo(() => {
    if (!check || !levels) return null;
    const post = { texts, overrides, cyrillicFollows };
    return [...check(post, levels), ...(dead ? checkLinks(post, levels, dead) : [])];
  }, [check, levels, texts, overrides, cyrillicFollows, dead]);
  return useMemo(() => {
    if (!EDITED.has(state)) return [];
    const dueAt = draft.due === null ? null : toInstant(draft.due, timeZone);
    const local = checkDraft({ draft, sent, facts, wanted, dueAt, now });
    if (!written) return mergeChecks(local, server);
    return mergeChecks([...local, ...written], server, dead ? WITH_LINKS : LOCAL_CODES);
  }, [draft, sent, facts, wanted, server, state, timeZone, now, written, dead]);
}
