import type { Variant } from '#/contract/index.ts';
import type { House } from './composer-context.tsx';
import { emptyDraft, type Draft } from './draft.ts';
import { setPlanItem } from './edits.ts';

const OFFICIAL: readonly Variant[] = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'];

type Wish = { planItemId: string | null; due: string | null };

/**
 * What a new post begins with: the four official variants, English where an account speaks it, every connected account
 * in its own variant, and the plan item and time that the person came from.
 */
export function firstDraft(
  { facts, planItems }: Pick<House, 'facts' | 'planItems'>,
  { planItemId, due }: Wish,
): Draft {
  const accounts = facts.flatMap((network) => network.accounts).filter(({ state }) => state === 'connected');
  const variants = [
    ...OFFICIAL,
    ...(accounts.some(({ variant }) => variant === 'en') ? (['en'] as const) : []),
  ];
  const item = planItems.find(({ id }) => id === planItemId);
  const draft: Draft = {
    ...emptyDraft(variants),
    targets: accounts.map(({ id, variant }) => ({ accountId: id, variant })),
    due: due !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(due) ? { local: due } : null,
  };
  return item ? setPlanItem(item.id, item.variants)(draft) : draft;
}
