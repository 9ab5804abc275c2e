import { useState } from 'react';
import type { Invitation } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { LinkDialog } from './link-dialog.tsx';
import { roleName } from './role-name.ts';

const marks: Record<Invitation['state'], { icon: IconName; tone: string }> = {
  pending: { icon: 'clock', tone: 'badge' },
  accepted: { icon: 'check', tone: 'badge badge--success' },
  expired: { icon: 'hourglass', tone: 'badge badge--warning' },
  withdrawn: { icon: 'circle-minus', tone: 'badge' },
};

/** Who was invited and what became of it. Nothing where nobody ever was. */
export function Invitations() {
  const t = useT();
  const mayManage = usePermission('person.manage');
  const { data, error, refetch } = useRead('listInvitations', {});
  const [link, setLink] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  const again = useAct('resendInvitation', {
    changes: ['listInvitations'],
    onSuccess: (sent) => {
      if (sent.link === null) toast({ text: t('studio:invitation.sent-again') });
      else setLink(sent.link);
    },
  });
  const withdraw = useAct('withdrawInvitation', {
    changes: ['listInvitations'],
    onSuccess: () => setWithdrawing(null),
  });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className="invitations" aria-labelledby="invitations">
      <h2 id="invitations">{t('studio:invitation.list')}</h2>
      <ProblemNote problem={again.error} />
      <ul className="rows card card--flush" role="list">
        {data.items.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            mayManage={mayManage}
            busy={again.isPending && again.variables.params.invitationId === invitation.id}
            onAgain={() => again.mutate({ params: { invitationId: invitation.id } })}
            onWithdraw={() => setWithdrawing(invitation)}
          />
        ))}
      </ul>
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
      <ConfirmDialog
        title={t('studio:invitation.withdraw-title', { name: withdrawing?.name ?? '' })}
        action={t('studio:invitation.withdraw')}
        danger
        isOpen={withdrawing !== null}
        isPending={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() => withdrawing && withdraw.mutate({ params: { invitationId: withdrawing.id } })}
        onClose={() => setWithdrawing(null)}
      >
        <p>{t('studio:invitation.withdraw-text')}</p>
      </ConfirmDialog>
    </section>
  );
}

type RowProps = {
  invitation: Invitation;
  mayManage: boolean;
  busy: boolean;
  onAgain: () => void;
  onWithdraw: () => void;
};

function InvitationRow({ invitation, mayManage, busy, onAgain, onWithdraw }: RowProps) {
  const t = useT();
  const { name, email, state } = invitation;
  const open = mayManage && (state === 'pending' || state === 'expired');
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong>{name}</strong> {email}
        <p className="rows__note">
          {invitation.roles.map((role) => roleName(role, invitation.limits, t)).join(', ')} ·{' '}
          {t(invitation.mailed ? 'studio:invitation.by-mail' : 'studio:invitation.by-link')}{' '}
          <Time at={invitation.sentAt} />
          {state === 'pending' && (
            <>
              {' · '}
              {t('studio:invitation.until')} <Time at={invitation.expiresAt} />
            </>
          )}
        </p>
      </div>
      <span className="cluster">
        <span className={marks[state].tone}>
          <Icon name={marks[state].icon} />
          {t(`studio:invitation.state.${state}`)}
        </span>
        {open && (
          <>
            <button
              type="button"
              className="button button--small"
              aria-label={t('studio:invitation.again-to', { name })}
              aria-busy={busy}
              onClick={onAgain}
            >
              {t('studio:invitation.again')}
            </button>
            <button
              type="button"
              className="button button--small button--quiet"
              aria-label={t('studio:invitation.withdraw-of', { name })}
              onClick={onWithdraw}
            >
              {t('studio:invitation.withdraw')}
            </button>
          </>
        )}
      </span>
    </li>
  );
}
