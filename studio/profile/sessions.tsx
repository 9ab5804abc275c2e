import { useState } from 'react';
import { useAct, useRead } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { deviceOf } from './device-of.ts';

/** Where the person is signed in, each with a way to end it. */
export function Sessions() {
  const t = useT();
  const { data, error, refetch } = useRead('listMySessions', {});
  const [ending, setEnding] = useState<{ id: string; device: string } | null>(null);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('studio:profile.sessions')}</h2>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={2} />}
      <ul className="rows card card--flush" role="list">
        {data?.items.map((session) => {
          const device = deviceOf(session.userAgent) ?? t('studio:profile.unknown-device');
          return (
            <li key={session.id} className="rows__row">
              <div className="rows__main">
                <strong>{device}</strong>{' '}
                {session.current && (
                  <span className="badge badge--success">
                    <Icon name="check" />
                    {t('studio:profile.this-one')}
                  </span>
                )}
                <p className="rows__note">
                  {session.ipAddress && <>{session.ipAddress} · </>}
                  {t('studio:profile.last-used')} <Time at={session.lastUsedAt} form="distance" /> ·{' '}
                  {t('studio:profile.since')} <Time at={session.startedAt} />
                </p>
              </div>
              {!session.current && (
                <button
                  type="button"
                  className="button button--small"
                  aria-label={t('studio:profile.end-session-of', { device })}
                  onClick={() => setEnding({ id: session.id, device })}
                >
                  {t('studio:profile.end-session')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {ending && <EndDialog {...ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function EndDialog({ id, device, onClose }: { id: string; device: string; onClose: () => void }) {
  const t = useT();
  const end = useAct('endMySession', {
    changes: ['listMySessions'],
    onSuccess: () => {
      onClose();
      toast({ text: t('studio:profile.session-ended') });
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:profile.end-session-title', { device })}
      action={t('studio:profile.end-session-act')}
      danger
      isOpen
      isPending={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate({ params: { sessionId: id } })}
      onClose={onClose}
    >
      <p>{t('studio:profile.end-session-text')}</p>
    </ConfirmDialog>
  );
}
