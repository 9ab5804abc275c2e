import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Account } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { AccountCard } from './account-card.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';

/** The register of official accounts. */
export function Component() {
  const t = useT();
  const mayConnect = usePermission('account.connect');
  const [connecting, setConnecting] = useState<Account | 'new' | null>(null);
  const [first, setFirst] = useState<string | null>(null);
  const [search, setSearch] = useSearchParams();
  const connectionId = search.get('connection');
  const leaveConnection = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  const networks = useRead('listNetworks', {}, { staleTime: 600_000 });
  const { data, error, refetch } = useRead('listAccounts', {});
  const shown = data?.items.toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'));
  const nameOf = (network: string) =>
    networks.data?.items.find((one) => one.network === network)?.name ?? network;
  const connect = (
    <button
      type="button"
      className="button button--primary"
      onClick={() => {
        setFirst(null);
        setConnecting('new');
      }}
    >
      <Icon name="plus" />
      {t('studio:account.connect')}
    </button>
  );
  return (
    <Page
      title={t('studio:place.accounts')}
      note={t('studio:account.note')}
      actions={mayConnect && shown && shown.length > 0 && connect}
    >
      <ProblemNote problem={error ?? networks.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {shown?.length === 0 && (
        <EmptyState
          art="link"
          title={t('studio:account.none')}
          text={t(mayConnect ? 'studio:account.none-text' : 'studio:account.none-ask')}
        >
          {mayConnect && connect}
        </EmptyState>
      )}
      <ul className="stack" role="list">
        {shown?.map((account) => (
          <AccountCard
            key={account.id}
            account={account}
            networkName={nameOf(account.network)}
            onReconnect={() => setConnecting(account)}
          />
        ))}
      </ul>
      {connecting && networks.data && (
        <ConnectDialog
          networks={networks.data.items}
          first={first}
          again={connecting === 'new' ? null : connecting}
          onClose={() => setConnecting(null)}
        />
      )}
      {connectionId && (
        <ConnectionDialog
          connectionId={connectionId}
          handleOf={(id) => data?.items.find((account) => account.id === id)?.handle}
          networkName={nameOf}
          onAgain={(network) => {
            leaveConnection();
            setFirst(network);
            setConnecting('new');
          }}
          onClose={leaveConnection}
        />
      )}
    </Page>
  );
}
