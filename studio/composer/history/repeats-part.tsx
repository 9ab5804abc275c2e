import { useState } from 'react';
import { Link } from 'react-router';
import { useAct, useRead } from '../../api/index.ts';
import { useHere, usePermission } from '../../session/institution.ts';
import { ConfirmDialog, StateBadge, Time, toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';

const OPEN: ReadonlySet<string> = new Set(['draft', 'sent-back', 'in-review']);

/** The series that the post belongs to, and the way to end it. */
export function RepeatsPart({ postId }: { postId: string }) {
  const t = useT();
  const here = useHere();
  const mayRead = usePermission('post.read');
  const mayStop = usePermission('post.withdraw');
  const [asked, setAsked] = useState(false);
  const repeats = useRead('listRepeats', { params: { postId } }, { enabled: mayRead }).data?.items ?? [];
  const reopen = useAct('reopenPost');
  const stop = useAct('stopRepeats', {
    onSuccess: ({ items }) => {
      setAsked(false);
      const drafts = items.filter(({ wasDraft }) => wasDraft);
      const undo = async () => {
        for (const { postId: id, version } of drafts)
          await reopen.mutateAsync({ params: { postId: id }, body: { version } });
      };
      toast({
        text: t('studio:composer.repeats.stopped', { count: items.length }),
        ...(drafts.length > 0
          ? {
              undo: () => void undo().catch(({ message }: Error) => toast({ text: message, tone: 'danger' })),
            }
          : {}),
      });
    },
  });
  const count = repeats.filter(({ state }) => OPEN.has(state)).length;
  if (repeats.length === 0) return null;
  return (
    <details className="panel__note">
      <summary>{t('studio:composer.repeats.title', { count: repeats.length })}</summary>
      <ul role="list" className="stack stack--tight">
        {repeats.map(({ id, title, state, dueAt }) => (
          <li key={id}>
            <Link to={here(`posts/${id}`)} aria-current={id === postId ? 'page' : undefined}>
              {dueAt ? <Time at={dueAt} /> : title || t('studio:post.untitled')}
            </Link>{' '}
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
      {mayStop && count > 0 && (
        <button type="button" className="button button--small" onClick={() => setAsked(true)}>
          {t('studio:composer.repeats.stop')}
        </button>
      )}
      <ConfirmDialog
        title={t('studio:composer.repeats.stop')}
        action={t('studio:composer.repeats.stop')}
        danger
        isOpen={asked}
        isPending={stop.isPending}
        problem={stop.error}
        onConfirm={() =>
          stop.mutate({ params: { postId }, body: { reason: t('studio:composer.repeats.reason') } })
        }
        onClose={() => setAsked(false)}
      >
        <p>{t('studio:composer.repeats.stop-text', { count })}</p>
      </ConfirmDialog>
    </details>
  );
}
