import { createContext, use, useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { PlanItem, SentLink, Variant } from '#/contract/index.ts';
import type { Glossary } from '#/language/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import type { Composer, ComposerState } from './composer.ts';
import { withCyrillic } from './cyrillic.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './edits.ts';
import type { NetworkFacts } from './limits.ts';

/** What of the institution the composer needs. */
export type House = {
  timeZone: string;
  glossary: Glossary;
  facts: readonly NetworkFacts[];
  planItems: readonly PlanItem[];
};

/** To the field of a path, and in a text to the words from `start` to `end` (UTF-16). */
export type GoTo = (path: string, words?: { start: number; end: number }) => void;

type Desk = { composer: Composer; house: House; readOnly: boolean; goTo: GoTo };
const Context = createContext<Desk | null>(null);

export function ComposerProvider({ children, ...desk }: Desk & { children: ReactNode }) {
  const { composer, house, readOnly, goTo } = desk;
  const value = useMemo(() => ({ composer, house, readOnly, goTo }), [composer, house, readOnly, goTo]);
  return <Context value={value}>{children}</Context>;
}

function useDesk(): Desk {
  const desk = use(Context);
  if (!desk) throw new Error('Outside of a composer');
  return desk;
}

export const useComposer = (): Composer => useDesk().composer;
export const useHouse = (): House => useDesk().house;
export const useReadOnly = (): boolean => useDesk().readOnly;

/** Accounts, time, pictures and plan stand, though texts may be written: a translator's part. */
export function useFrameStands(): boolean {
  const mayWrite = usePermission('post.write');
  return useDesk().readOnly || !mayWrite;
}

/** Brings a field into view and focuses it: `/content/texts/bs`. */
export const useGoTo = (): GoTo => useDesk().goTo;

/** A part of the composer's state. `select` must answer the same object while the part has not changed. */
export function useComposerState<Part>(select: (state: ComposerState) => Part): Part {
  const { composer } = useDesk();
  return useSyncExternalStore(composer.subscribe, () => select(composer.getState()));
}

/** What stands in the place of the post's links when it goes out, as of the last save: only the server knows the codes. */
export const useSent = (): readonly SentLink[] | undefined =>
  useComposerState((state) => state.post?.content.links?.out);

export const useDraft = <Part,>(select: (draft: Draft) => Part): Part =>
  useComposerState((state) => select(state.draft));

export function useEdit(): (edit: Edit) => void {
  const { composer } = useDesk();
  return useCallback((edit: Edit) => composer.edit(edit), [composer]);
}

/** The draft as readers will get it. */
export function useReadersDraft(draft: Draft): Draft {
  const { glossary } = useHouse();
  return useMemo(() => withCyrillic(draft, glossary), [draft, glossary]);
}

/** The draft's plan item. It is asked for where it is not among those offered: archived, or far down the plan. */
export function usePlanItem(): PlanItem | undefined {
  const { planItems } = useHouse();
  const planItemId = useDraft((draft) => draft.planItemId);
  const seesPlan = usePermission('plan.read');
  const offered = planItems.find(({ id }) => id === planItemId);
  const { data } = useRead(
    'getPlanItem',
    { params: { planItemId: planItemId ?? '' } },
    { enabled: seesPlan && planItemId !== null && !offered, staleTime: 60_000 },
  );
  return offered ?? (planItemId === null ? undefined : data);
}

/** Variants that the post's plan item asks for. */
export function useWanted(): readonly Variant[] {
  return usePlanItem()?.variants ?? NONE;
}
const NONE: readonly Variant[] = [];

/** The id of the element that a path of a check points at. */
export const fieldId = (path: string): string => `at${path.replaceAll('/', '-')}`;
