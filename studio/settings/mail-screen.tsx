import type { OutboxMail } from '#/contract/index.ts';
import { useAct, useRead, useReadPages } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useMe } from '../session/me.ts';
import { useT } from '../words/index.ts';

const marks: Record<OutboxMail['state'], { icon: IconName; tone: string }> = {
  waiting: { icon: 'clock', tone: 'badge' },
  sending: { icon: 'send', tone: 'badge' },
  sent: { icon: 'check', tone: 'badge badge--success' },
  refused: { icon: 'octagon', tone: 'badge badge--danger' },
  failed: { icon: 'octagon', tone: 'badge badge--danger' },
};

/** The outbox: what Glasnik wrote to the people of the institution, and what became of it. */
export function Component() {
  const t = useT();
  const me = useMe();
  const mayManage = usePermission('mail.manage');
  const pages = useReadPages('listMails', {});
  const { data } = useRead('listMails', { query: { limit: 1 } });
  const trial = useAct('sendTrialMail', {
    changes: ['listMails'],
    onSuccess: () => toast({ text: t('studio:mail.trial-sent', { email: me.email }) }),
  });
  const again = useAct('resendMail', { changes: ['listMails'] });
  return (
    <Page
      title={t('studio:settings.mail')}
      help="outbox"
      note={t('studio:mail.note')}
      actions={
        mayManage &&
        data?.canMail && (
          <button
            type="button"
            className="button"
            aria-busy={trial.isPending}
            onClick={() => trial.mutate({})}
          >
            <Icon name="mail" />
            {t('studio:mail.trial')}
          </button>
        )
      }
    >
      {data && !data.canMail && (
        <div className="banner banner--warning mail__off">
          <Icon name="warning" />
          <p className="banner__body">{t('studio:mail.off')}</p>
        </div>
      )}
      <ProblemNote problem={pages.error ?? trial.error ?? again.error} onRetry={() => void pages.refetch()} />
      {pages.isPending && <Skeleton rows={4} />}
      {data && pages.items.length === 0 && !pages.isPending && (
        <EmptyState title={t('studio:mail.none')} text={t('studio:mail.none-text')} />
      )}
      {pages.items.length > 0 && (
        <ul className="rows card card--flush" role="list">
          {pages.items.map((mail) => (
            <MailRow
              key={mail.id}
              mail={mail}
              busy={again.isPending && again.variables.params.mailId === mail.id}
              onAgain={mayManage ? () => again.mutate({ params: { mailId: mail.id } }) : undefined}
            />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
    </Page>
  );
}

function MailRow({
  mail,
  busy,
  onAgain,
}: {
  mail: OutboxMail;
  busy: boolean;
  onAgain: (() => void) | undefined;
}) {
  const t = useT();
  const mark = marks[mail.state];
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong>{mail.kindText}</strong> {mail.to}
        <p className="rows__note">
          <Time at={mail.sentAt ?? mail.queuedAt} />
          {mail.nextAttemptAt && mail.reasonText && (
            <>
              {' · '}
              {t('studio:mail.next')} <Time at={mail.nextAttemptAt} form="distance" />
            </>
          )}
        </p>
        {mail.reasonText && <p className="rows__note">{mail.reasonText}</p>}
        {mail.said && (
          <p className="rows__note">
            <code>{mail.said}</code>
          </p>
        )}
      </div>
      <span className="cluster">
        <span className={mark.tone}>
          <Icon name={mark.icon} />
          {t(`studio:mail.state.${mail.state}`)}
        </span>
        {onAgain && (mail.state === 'refused' || mail.state === 'failed') && (
          <button
            type="button"
            className="button button--small"
            aria-busy={busy}
            aria-label={t('studio:mail.again-to', { email: mail.to })}
            onClick={onAgain}
          >
            <Icon name="retry" />
            {t('studio:mail.again')}
          </button>
        )}
      </span>
    </li>
  );
}
