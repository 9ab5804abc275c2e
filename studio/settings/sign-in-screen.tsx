import { useState } from 'react';
import type { SignInProvider } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { ProviderCard } from './sign-in/provider-card.tsx';
import { ProviderDialog } from './sign-in/provider-dialog.tsx';
import { SecondFactorRule } from './sign-in/second-factor-rule.tsx';
import './sign-in/sign-in.css';

type Asked = { act: 'add' } | { act: 'change' | 'remove'; provider: SignInProvider };

/** How the institution lets its people in: its own directories, and the second step it asks for. */
export function Component() {
  const t = useT();
  const mayManage = usePermission('sign-in.manage');
  const { data, error, refetch } = useRead('listSignInProviders', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const close = () => setAsked(null);
  const add = mayManage && (
    <button type="button" className="button button--primary" onClick={() => setAsked({ act: 'add' })}>
      <Icon name="plus" />
      {t('studio:directory.add')}
    </button>
  );
  return (
    <Page
      title={t('studio:settings.sign-in')}
      help="directory"
      note={t('studio:directory.note')}
      actions={data && data.items.length > 0 && add}
    >
      <div className="stack">
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton rows={3} />}
        {data?.items.length === 0 && (
          <EmptyState art="link" title={t('studio:directory.none')} text={t('studio:directory.none-text')}>
            {add}
          </EmptyState>
        )}
        {data?.items.map((provider) => (
          <ProviderCard
            key={provider.id}
            provider={provider}
            mayManage={mayManage}
            fresh={fresh === provider.id}
            onChange={() => setAsked({ act: 'change', provider })}
            onRemove={() => setAsked({ act: 'remove', provider })}
          />
        ))}
        {(data || error) && <SecondFactorRule />}
      </div>
      {data && (asked?.act === 'add' || asked?.act === 'change') && (
        <ProviderDialog
          provider={asked.act === 'change' ? asked.provider : undefined}
          coming={data.coming}
          onDone={({ id }) => {
            setFresh(id);
            close();
          }}
          onClose={close}
        />
      )}
      {asked?.act === 'remove' && <RemoveDialog provider={asked.provider} onClose={close} />}
    </Page>
  );
}

function RemoveDialog({ provider, onClose }: { provider: SignInProvider; onClose: () => void }) {
  const t = useT();
  const { id, name } = provider;
  const remove = useAct('removeSignInProvider', {
    changes: ['listSignInProviders'],
    onSuccess: () => {
      toast({ text: t('studio:directory.removed', { name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:directory.remove-title', { name })}
      action={t('studio:directory.remove')}
      danger
      isOpen
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate({ params: { providerId: id } })}
      onClose={onClose}
    >
      <p>{t('studio:directory.remove-text')}</p>
    </ConfirmDialog>
  );
}
