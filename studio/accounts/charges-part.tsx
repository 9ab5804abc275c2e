import type { MonthOfCharges } from '#/contract/index.ts';
import { formatPrice, monthName, type Variant } from '#/language/index.ts';
import { useRead } from '../api/index.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT, useVariant } from '../words/index.ts';
import './charges.css';

/** What networks took for posts, month by month; the longest bar is the dearest month of its currency. */
export function ChargesPart() {
  const t = useT();
  const { data, error, refetch } = useRead('listCharges', {});
  const months = byMonth(data?.items ?? []);
  return (
    <section className="stack charges" aria-labelledby="charges">
      <div>
        <h2 id="charges">{t('studio:charges.title')}</h2>
        <p className="page-head__note">{t('studio:charges.note')}</p>
      </div>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="rows" rows={2} />}
      {data && months.length === 0 && <p>{t('studio:charges.none')}</p>}
      <ol className="charges__months" role="list">
        {months.map((month) => (
          <Month key={`${month.month} ${month.currency}`} {...month} dearest={dearestOf(months, month)} />
        ))}
      </ol>
    </section>
  );
}

type Sum = { month: string; currency: string; amount: number; posts: number; accounts: MonthOfCharges[] };

function Month({ month, currency, amount, posts, accounts, dearest }: Sum & { dearest: number }) {
  const t = useT();
  const reader = useVariant();
  const price = (sum: number) => formatPrice(sum, currency, reader);
  return (
    <li className="charges__month">
      <span className="charges__name">{nameOf(month, reader)}</span>
      <span className="charges__bar" aria-hidden="true">
        <span style={{ inlineSize: `${(amount / dearest) * 100}%` }} />
      </span>
      <strong className="charges__sum">{price(amount)}</strong>
      <span className="charges__posts">{t('studio:charges.posts', { count: posts })}</span>
      {accounts.length > 1 && (
        <ul className="charges__accounts" role="list">
          {accounts.map((one) => (
            <li key={one.account.id}>
              {one.account.networkName} · {one.account.handle}: {price(one.amount)},{' '}
              {t('studio:charges.posts', { count: one.posts })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const nameOf = (month: string, reader: Variant): string => {
  const [year, number] = month.split('-');
  return `${monthName(Number(number), reader)} ${year}${reader === 'en' ? '' : '.'}`;
};

const dearestOf = (months: readonly Sum[], { currency }: Sum): number =>
  Math.max(...months.filter((one) => one.currency === currency).map(({ amount }) => amount));

function byMonth(items: readonly MonthOfCharges[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const item of items) {
    const { month, currency } = item;
    const key = `${month} ${currency}`;
    const sum = sums.get(key) ?? { month, currency, amount: 0, posts: 0, accounts: [] };
    sum.accounts.push(item);
    sums.set(key, { ...sum, amount: sum.amount + item.amount, posts: sum.posts + item.posts });
  }
  return [...sums.values()];
}
