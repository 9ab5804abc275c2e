import type { Notice } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { Icon } from '../shared/icon.tsx';
import { toast } from '../shared/toast.ts';
import { wordsOf } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';

/** Marks as read what is shown, not what arrives while the finger goes down. */
export function ReadAllButton({ notices }: { notices: readonly Notice[] }) {
  const t = useT();
  const read = useAct('readAllNotices', {
    changes: ['listNotices', 'countUnreadNotices'],
    onError: (problem) => toast({ text: wordsOf(problem, t).cause, tone: 'danger' }),
  });
  const newest = notices.find((notice) => notice.readAt === null)?.at;
  return (
    <button
      type="button"
      className={newest === undefined ? 'button button--small button--unneeded' : 'button button--small'}
      aria-busy={read.isPending}
      onClick={() => newest !== undefined && read.mutate({ body: { upTo: newest } })}
    >
      <Icon name="check" />
      {t('studio:notices.read-all')}
    </button>
  );
}
