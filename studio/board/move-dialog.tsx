import type { PostSummary } from '#/contract/index.ts';
import { Dialog, Icon, stateIcon } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { waysFrom, type Column } from './moves.ts';

type MoveDialogProps = { post: PostSummary; onMove: (to: Column) => void; onClose: () => void };

/** Where a post can go from here; by keys. */
export default function MoveDialog({ post, onMove, onClose }: MoveDialogProps) {
  const t = useT();
  const ways = waysFrom(post.state);
  return (
    <Dialog title={t('studio:board.move', { title: post.title || post.excerpt })} isOpen onClose={onClose}>
      <div className="stack">
        {ways.length === 0 && <p>{t('studio:board.no.out')}</p>}
        {ways.map(({ to, act }) => (
          <button key={to} type="button" className="button" onClick={() => onMove(to)}>
            <Icon name={stateIcon(to)} />
            {t(`studio:board.act.${act}`)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
