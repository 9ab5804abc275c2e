import { useState } from 'react';
import { Link } from 'react-router';
import { useAct, useRead } from '../api/index.ts';
import { toInstant, toWallTime } from '../calendar/wall-time.ts';
import { useComposer, useComposerState, useDraft, useEdit, useHouse } from '../composer/composer-context.tsx';
import { setDue } from '../composer/edits.ts';
import { useHere } from '../session/institution.ts';
import { Icon, ProblemNote } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';

/** The next slot that is free on all chosen accounts: says when that is, and takes it with one press. */
export function NextSlot() {
  const t = useT();
  const variant = useVariant();
  const here = useHere();
  const composer = useComposer();
  const edit = useEdit();
  const { timeZone } = useHouse();
  const [holder] = useState(() => crypto.randomUUID());
  const postId = useComposerState(({ post }) => post?.id ?? null);
  const due = useDraft((draft) => draft.due);
  const accounts = useDraft((draft) =>
    [...new Set(draft.targets.map(({ accountId }) => accountId))].toSorted().join(','),
  );
  const query = { accountIds: accounts, holder, ...(postId ? { postId } : {}) };
  const timetables = useRead('listSlotTimetables', {}, { staleTime: 60_000 }).data?.items ?? [];
  const { data } = useRead('findNextSlot', { query }, { enabled: accounts !== '', keepsLast: true });
  const take = useAct('takeNextSlot', {
    changes: ['findNextSlot', 'listFreeSlots'],
    onSuccess: ({ dueAt }) => {
      edit(setDue(toWallTime(dueAt, timeZone)));
      // It is held for minutes only: what is saved has it.
      void composer.flush();
    },
  });
  if (accounts === '' || !data) return null;
  if (!data.dueAt) {
    // A house that works without slots is not told of them in every post.
    const has = (id: string) =>
      timetables.some(({ accountId, slots }) => accountId === id && slots.length > 0);
    if (!accounts.split(',').some(has)) return null;
    return (
      <p className="panel__note">
        {t('studio:composer.time.no-slot')}{' '}
        <Link to={here('accounts')}>{t('studio:composer.time.set-slots')}</Link>
      </p>
    );
  }
  const isTaken = due !== null && toInstant(due, timeZone) === data.dueAt;
  return (
    <>
      <button
        type="button"
        className="chip next-slot"
        aria-pressed={isTaken}
        aria-busy={take.isPending}
        onClick={() => {
          if (!isTaken && !take.isPending)
            take.mutate({ body: { accountIds: accounts.split(','), postId, holder } });
        }}
      >
        <Icon name="clock" />
        {t('studio:composer.time.next-slot', {
          when: formatInstant(data.dueAt, 'moment', variant, timeZone),
        })}
      </button>
      <ProblemNote problem={take.error} />
    </>
  );
}
