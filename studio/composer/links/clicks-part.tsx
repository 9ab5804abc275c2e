import type { LinkClicks } from '#/contract/index.ts';
import { useRead } from '../../api/index.ts';
import { ProblemNote, Skeleton } from '../../shared/index.ts';
import { formatDay, formatNumber, useT, useVariant } from '../../words/index.ts';
import { useHouse } from '../composer-context.tsx';
import './links.css';

/** How often the short addresses of a post were opened: by account, and day by day as a small picture. */
export default function ClicksPart({ postId }: { postId: string }) {
  const t = useT();
  const variant = useVariant();
  const { data, error, refetch } = useRead('listPostClicks', { params: { postId } });
  const { facts } = useHouse();
  const links = (data?.items ?? []).toSorted((a, b) => b.people - a.people);
  const machines = sum(links.map((link) => link.machines));
  if (data?.items.length === 0) return null;
  return (
    <section className="card stack stack--tight" aria-labelledby="post-clicks">
      <h2 className="card__title" id="post-clicks">
        {t('studio:post-links.clicks')}
      </h2>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={2} />}
      {links.length > 0 && (
        <>
          <ul role="list" className="clicks">
            {links.map((link) => (
              <li key={link.code} className="clicks__one">
                <span>
                  {facts.find(({ network }) => network === link.network)?.name} · {link.handle}{' '}
                  <span className="muted">({link.variant})</span>
                </span>
                <strong className="clicks__sum">{formatNumber(link.people, variant)}</strong>
                <span className="clicks__code muted">…/l/{link.code}</span>
              </li>
            ))}
          </ul>
          <Days links={links} />
          {machines > 0 && (
            <p className="panel__note">{t('studio:post-links.machines', { count: machines })}</p>
          )}
        </>
      )}
    </section>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Of these the last days are shown. */
const MOST = 30;
/** Units of the picture. */
const [BAR, GAP, HEIGHT] = [6, 2, 40];

/** Bars of the days, with the figures for those who read. */
function Days({ links }: { links: readonly LinkClicks[] }) {
  const t = useT();
  const variant = useVariant();
  const days = daysOf(links);
  const most = Math.max(...days.map(({ people }) => people));
  if (days.length === 0 || most === 0)
    return <p className="panel__note">{t('studio:post-links.no-clicks')}</p>;
  const figures = days
    .filter(({ people }) => people > 0)
    .map(({ day, people }) => `${formatDay(day, variant, 'day-short')}: ${formatNumber(people, variant)}`);
  const width = Math.max(days.length, 14) * (BAR + GAP);
  return (
    <svg
      className="clicks__days"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={t('studio:post-links.by-day', { days: figures.join('; ') })}
      preserveAspectRatio="none"
    >
      {days.map(({ day, people }, index) => {
        const height = people === 0 ? 1 : Math.max(3, (people / most) * HEIGHT);
        return (
          <rect key={day} x={index * (BAR + GAP)} y={HEIGHT - height} width={BAR} height={height}>
            <title>{`${formatDay(day, variant, 'day-short')}: ${formatNumber(people, variant)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** Every day from the first to the last on which one was opened, those without among them. */
function daysOf(links: readonly LinkClicks[]): { day: string; people: number }[] {
  const sums = new Map<string, number>();
  for (const { day, people } of links.flatMap((link) => link.days))
    sums.set(day, (sums.get(day) ?? 0) + people);
  const known = [...sums.keys()].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: { day: string; people: number }[] = [];
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    days.push({ day: day.toString(), people: sums.get(day.toString()) ?? 0 });
  return days.slice(-MOST);
}
