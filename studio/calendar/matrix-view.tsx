import { useMemo, useState } from 'react';
import type { Result } from '../api/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';
import { useStage } from './calendar-context.ts';
import { Chip } from './chip.tsx';
import type { Placed } from './posts.ts';

type MatrixProps = {
  rows: 'theme' | 'campaign';
  onRows: (rows: 'theme' | 'campaign') => void;
  accounts: Result<'listAccounts'>['items'];
  campaigns: Result<'listCampaigns'>['items'];
};

const DRAWN = 4;
const NO_ACCOUNT = '';

/** What is said about what, and where: themes (or campaigns) against accounts. A cell that is empty is seen at once. */
export default function MatrixView({ rows, onRows, accounts, campaigns }: MatrixProps) {
  const t = useT();
  const variant = useVariant();
  const { days } = useStage();
  const posts = useMemo(() => [...days.values()].flat(), [days]);
  const nameOfRow = (key: string): string => {
    if (key === '') return t(rows === 'theme' ? 'studio:calendar.no-theme' : 'studio:calendar.no-campaign');
    if (rows === 'theme') return key;
    const campaign = campaigns.find(({ id }) => id === key);
    return campaign ? textFor(campaign.names, variant) : t('studio:campaign.other');
  };
  const keyOf = ({ post }: Placed) => (rows === 'theme' ? post.theme : (post.campaignId ?? ''));
  const keys = [...new Set(posts.map(keyOf))].toSorted(
    (a, b) => Number(a === '') - Number(b === '') || nameOfRow(a).localeCompare(nameOfRow(b)),
  );
  const cells = useMemo(() => cellsOf(posts, rows), [posts, rows]);
  const columns = [
    ...accounts.filter(({ id, state }) => state !== 'retired' || cells.accounts.has(id)),
    ...(cells.accounts.has(NO_ACCOUNT) ? [null] : []),
  ];
  return (
    <div
      className="calendar calendar--matrix"
      tabIndex={0}
      role="region"
      aria-label={t('studio:calendar.view.matrix')}
    >
      <table className="table matrix" aria-label={t('studio:calendar.view.matrix')}>
        <thead>
          <tr>
            <th scope="col">
              <select
                className="input select"
                aria-label={t('studio:calendar.rows')}
                value={rows}
                onChange={({ target }) => onRows(target.value === 'campaign' ? 'campaign' : 'theme')}
              >
                <option value="theme">{t('studio:plan.theme')}</option>
                <option value="campaign">{t('studio:campaign.one')}</option>
              </select>
            </th>
            {columns.map((account) => (
              <th key={account?.id ?? 'none'} scope="col">
                {account ? account.handle : t('studio:calendar.no-account')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{nameOfRow(key)}</th>
              {columns.map((account) => (
                <td key={account?.id ?? 'none'}>
                  <Cell posts={cells.at(key, account?.id ?? NO_ACCOUNT)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {keys.length === 0 && <p className="muted">{t('studio:calendar.none')}</p>}
    </div>
  );
}

function Cell({ posts }: { posts: readonly Placed[] }) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (posts.length === 0) return <span className="muted">–</span>;
  const shown = all ? posts : posts.slice(0, DRAWN);
  return (
    <>
      <ul role="list" className="calendar__posts">
        {shown.map((placed) => (
          <li key={placed.post.id}>
            <Chip placed={placed} view="matrix" />
          </li>
        ))}
      </ul>
      {posts.length > shown.length && (
        <button type="button" className="calendar__more" onClick={() => setAll(true)}>
          {t('studio:calendar.more', { count: posts.length - shown.length })}
        </button>
      )}
    </>
  );
}

function cellsOf(posts: readonly Placed[], rows: 'theme' | 'campaign') {
  const cells = new Map<string, Placed[]>();
  const accounts = new Set<string>();
  for (const placed of posts) {
    const row = rows === 'theme' ? placed.post.theme : (placed.post.campaignId ?? '');
    const ids = placed.post.targets.map(({ accountId }) => accountId);
    for (const id of new Set(ids.length > 0 ? ids : [NO_ACCOUNT])) {
      accounts.add(id);
      const key = `${id} ${row}`;
      const cell = cells.get(key);
      if (cell) cell.push(placed);
      else cells.set(key, [placed]);
    }
  }
  return { accounts, at: (row: string, id: string): readonly Placed[] => cells.get(`${id} ${row}`) ?? [] };
}
