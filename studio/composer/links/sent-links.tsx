import type { SentLink } from '#/contract/index.ts';
import { useT } from '../../words/index.ts';
import { useHouse } from '../composer-context.tsx';

/** Link by link and account by account, the address that goes out, and where a short one leads. */
export function SentLinks({ out, open }: { out: readonly SentLink[]; open: boolean }) {
  const t = useT();
  const { facts } = useHouse();
  if (out.length === 0) return null;
  const handleOf = (id: string) => {
    const network = facts.find(({ accounts }) => accounts.some((account) => account.id === id));
    const handle = network?.accounts.find((account) => account.id === id)?.handle ?? '';
    return network ? `${network.name} · ${handle}` : handle;
  };
  return (
    <details className="post-links__out" open={open}>
      <summary>{t('studio:post-links.out', { count: out.length })}</summary>
      <ul role="list" className="stack stack--tight">
        {out.map(({ accountId, variant, link, url, target }) => (
          <li key={`${accountId} ${variant} ${link}`}>
            <span className="muted">
              {handleOf(accountId)} ({variant})
            </span>
            <br />
            <strong className="post-links__address">{url}</strong>
            {target !== null && (
              <span className="post-links__target">
                {t('studio:post-links.leads-to')} <span className="post-links__address">{target}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
