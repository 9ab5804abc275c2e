import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { HeldPost } from '#/contract/index.ts';
import { useAct, type Result } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { ConfirmDialog, Icon, Menu, MenuItem, Time, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { MoveHeldDialog } from './move-held-dialog.tsx';

type Deed = 'let' | 'move' | 'withdraw';

const namesOf = (post: HeldPost): string =>
  post.accounts.map(({ networkName, handle }) => `${networkName} ${handle}`).join(', ');

/** What waits for a decision, one post a line: out now, another time, or not at all. */
export function HeldPosts({ view }: { view: Result<'getPause'> }) {
  const t = useT();
  const id = useId();
  const [asked, setAsked] = useState<{ deed: Deed; post: HeldPost } | null>(null);
  const maySchedule = usePermission('post.schedule');
  const stands = view.pauses.length > 0;
  if (!stands && view.held.length === 0) return null;
  const close = () => setAsked(null);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('studio:pause.held')}</h2>
      {view.held.some(({ isLate }) => isLate) && <p className="muted">{t('studio:pause.late-text')}</p>}
      {view.held.length === 0 ? (
        <p className="muted">{t('studio:pause.held-none-standing')}</p>
      ) : (
        <ul className="rows card card--flush" role="list">
          {view.held.map((post) => (
            <HeldRow
              key={post.postId}
              post={post}
              mayLet={post.isLate ? maySchedule : view.mayLetThrough}
              onDeed={(deed) => setAsked({ deed, post })}
            />
          ))}
        </ul>
      )}
      {asked?.deed === 'let' && <LetDialog post={asked.post} onClose={close} />}
      {asked?.deed === 'move' && <MoveHeldDialog post={asked.post} onClose={close} />}
      {asked?.deed === 'withdraw' && <WithdrawDialog post={asked.post} onClose={close} />}
    </section>
  );
}

type HeldRowProps = { post: HeldPost; mayLet: boolean; onDeed: (deed: Deed) => void };

function HeldRow({ post, mayLet, onDeed }: HeldRowProps) {
  const t = useT();
  const here = useHere();
  const mayMove = usePermission('post.write') && post.state === 'scheduled';
  const mayWithdraw = usePermission('post.withdraw');
  const title = post.title || t('studio:post.untitled');
  return (
    <li className="rows__row">
      <div className="rows__main">
        <Link className="rows__title" to={here(`posts/${post.postId}`)}>
          {title}
        </Link>
        <p className="rows__note">
          <Time at={post.dueAt} /> · {namesOf(post)}
          {post.election &&
            ` · ${t(`studio:pause.election-${post.election.cause}`, { period: post.election.name })}`}
        </p>
      </div>
      <span className={post.isDue ? 'badge badge--late' : 'badge'}>
        <Icon name={post.isDue ? 'clock-alert' : 'clock'} />
        {t(post.isLate ? 'studio:pause.late' : post.isDue ? 'studio:pause.due' : 'studio:pause.coming')}
      </span>
      <div className="button-group">
        {mayLet && (
          <button type="button" className="button button--small" onClick={() => onDeed('let')}>
            <Icon name="send" />
            {t(post.isDue ? 'studio:pause.let-now' : 'studio:pause.let-later')}
          </button>
        )}
        {(mayMove || mayWithdraw) && (
          <Menu
            className="button button--small button--icon"
            label={t('studio:pause.acts-of', { title })}
            trigger={<Icon name="more" />}
          >
            {mayMove && <MenuItem onAction={() => onDeed('move')}>{t('studio:pause.move')}</MenuItem>}
            {mayWithdraw && (
              <MenuItem danger onAction={() => onDeed('withdraw')}>
                {t('studio:pause.withdraw')}
              </MenuItem>
            )}
          </Menu>
        )}
      </div>
    </li>
  );
}

type DeedDialogProps = { post: HeldPost; onClose: () => void };

function LetDialog({ post, onClose }: DeedDialogProps) {
  const t = useT();
  const letThrough = useAct(post.isLate ? 'sendLatePost' : 'letPostThrough', {
    onSuccess: () => {
      toast({ text: t('studio:pause.let-done') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:pause.let-title')}
      action={t(post.isDue ? 'studio:pause.let-now' : 'studio:pause.let-later')}
      isOpen
      isPending={letThrough.isPending}
      problem={letThrough.error}
      onConfirm={() => letThrough.mutate({ params: { postId: post.postId } })}
      onClose={onClose}
    >
      <p>
        {t(post.isDue ? 'studio:pause.let-now-text' : 'studio:pause.let-later-text', {
          title: post.title || t('studio:post.untitled'),
          accounts: namesOf(post),
        })}
      </p>
    </ConfirmDialog>
  );
}

function WithdrawDialog({ post, onClose }: DeedDialogProps) {
  const t = useT();
  const withdraw = useAct('withdrawPost', {
    onSuccess: () => {
      toast({ text: t('studio:pause.withdraw-done') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:pause.withdraw-title', { title: post.title || t('studio:post.untitled') })}
      action={t('studio:pause.withdraw')}
      danger
      isOpen
      isPending={withdraw.isPending}
      problem={withdraw.error}
      reasonLabel={t('studio:pause.reason')}
      onConfirm={(reason) =>
        withdraw.mutate({ params: { postId: post.postId }, body: { version: post.version, reason } })
      }
      onClose={onClose}
    >
      <p>{t('studio:pause.withdraw-text')}</p>
    </ConfirmDialog>
  );
}
