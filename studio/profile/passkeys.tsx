import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, auth, type Passkey } from '../api/auth.ts';
import { knowsPasskeys } from '../session/knows-passkeys.ts';
import { meQuery } from '../session/me.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { Help } from '../shared/help.tsx';
import { useT } from '../words/index.ts';
import { AddPasskeyDialog, RenamePasskeyDialog } from './passkey-dialogs.tsx';
import { PasskeyProblem } from './passkey-problem.tsx';

const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => ask('passkey/list-user-passkeys'),
});

type Asked = { act: 'add' } | { act: 'rename' | 'remove'; passkey: Passkey };

/** Sign-in without a password: the person's passkeys, each with a name. */
export function Passkeys() {
  const t = useT();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = (text?: string) => {
    setAsked(null);
    if (text) toast({ text });
    void client.invalidateQueries(passkeysQuery);
    void client.invalidateQueries(meQuery);
  };
  return (
    <section className="card stack stack--tight" aria-labelledby="passkeys">
      <div className="help-line">
        <h2 id="passkeys" className="card__title">
          {t('studio:passkey.title')}
        </h2>
        <Help topic="passkey" />
      </div>
      <p>{t('studio:passkey.text')}</p>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={1} />}
      {data?.length === 0 && <p className="muted">{t('studio:passkey.none')}</p>}
      {data && data.length > 0 && (
        <ul className="rows" role="list">
          {data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onAct={(act) => setAsked({ act, passkey })} />
          ))}
        </ul>
      )}
      {knowsPasskeys() ? (
        <div>
          <button type="button" className="button" onClick={() => setAsked({ act: 'add' })}>
            <Icon name="key" />
            {t('studio:passkey.add')}
          </button>
        </div>
      ) : (
        <p className="muted">{t('studio:passkey.unable')}</p>
      )}
      {asked?.act === 'add' && (
        <AddPasskeyDialog onAdded={() => done(t('studio:passkey.added-toast'))} onClose={() => done()} />
      )}
      {asked?.act === 'rename' && (
        <RenamePasskeyDialog passkey={asked.passkey} onRenamed={() => done()} onClose={() => done()} />
      )}
      {asked?.act === 'remove' && (
        <RemovePasskey
          passkey={asked.passkey}
          onRemoved={() => done(t('studio:passkey.removed'))}
          onClose={() => done()}
        />
      )}
    </section>
  );
}

type RowProps = { passkey: Passkey; onAct: (act: 'rename' | 'remove') => void };

function PasskeyRow({ passkey, onAct }: RowProps) {
  const t = useT();
  const name = passkey.name || t('studio:passkey.unnamed');
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong>{name}</strong>
        <p className="rows__note">
          {t('studio:passkey.added')} <Time at={passkey.createdAt} form="day" /> ·{' '}
          {t(passkey.backedUp ? 'studio:passkey.synced' : 'studio:passkey.device-bound')}
        </p>
      </div>
      <div className="button-group">
        <button
          type="button"
          className="button button--small"
          aria-label={t('studio:passkey.rename-of', { name })}
          onClick={() => onAct('rename')}
        >
          {t('studio:passkey.rename')}
        </button>
        <button
          type="button"
          className="button button--small button--danger"
          aria-label={t('studio:passkey.remove-of', { name })}
          onClick={() => onAct('remove')}
        >
          {t('studio:passkey.remove')}
        </button>
      </div>
    </li>
  );
}

type RemoveProps = { passkey: Passkey; onRemoved: () => void; onClose: () => void };

function RemovePasskey({ passkey, onRemoved, onClose }: RemoveProps) {
  const t = useT();
  const remove = useMutation({
    mutationFn: () => auth('passkey/delete-passkey', { id: passkey.id }),
    onSuccess: onRemoved,
  });
  return (
    <ConfirmDialog
      title={t('studio:passkey.remove-title', { name: passkey.name || t('studio:passkey.unnamed') })}
      action={t('studio:passkey.remove')}
      danger
      isOpen
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t('studio:passkey.remove-text')}</p>
      <PasskeyProblem error={remove.error} />
    </ConfirmDialog>
  );
}
