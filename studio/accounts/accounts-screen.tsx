import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Account } from '#/contract/index.ts';
import { holdsWords, searchWords } from '#/language/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { NothingFound } from '../shared/nothing-found.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { AccountCard } from './account-card.tsx';
import { ChargesPart } from './charges-part.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { inOrder } from './in-order.ts';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 4;

/** The register of official accounts. */
export function Component() {
  const t = useT();
  const mayConnect = usePermission('account.connect');
  const mayReadCharges = usePermission('delivery.read');
  const [connecting, setConnecting] = useState<Account | 'new' | null>(null);
  const [first, setFirst] = useState<string | null>(null);
  const [search, setSearch] = useSearchParams();
  const connectionId = search.get('connection');
  const leaveConnection = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  const networks = useRead('listNetworks', {}, { staleTime: 600_000 });
  const { data, error, refetch } = useRead('listAccounts', {});
  const nameOf = (network: string) =>
    networks.data?.items.find((one) => one.network === network)?.name ?? network;
  const takesMoney = ({ network }: Account) =>
    Boolean(networks.data?.items.find((one) => one.network === network)?.price);
  const [words, setWords] = useSearchedFor();
  const wanted = searchWords(words);
  const all = data?.items;
  const shown = all
    ?.filter(({ displayName, handle, network }) =>
      holdsWords(`${displayName}\n${handle}\n${nameOf(network)}`, wanted),
    )
    .toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'));
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
      help="retire"
      note={t('studio:account.note')}
      actions={mayConnect && all && all.length > 0 && connect}
    >
      <ProblemNote problem={error ?? networks.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {((all && all.length > SEARCHED_FROM) || words) && (
        <div className="toolbar">
          <SearchField label={t('studio:list.search-accounts')} value={words} onChange={setWords} />
        </div>
      )}
      {shown?.length === 0 && words && <NothingFound words={words} onShowAll={() => setWords('')} />}
      {all?.length === 0 && !words && (
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
      {mayReadCharges && all?.some(takesMoney) && <ChargesPart />}
      {connecting && networks.data && (
        <ConnectDialog
          networks={inOrder(networks.data.items, all?.length === 0)}
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
