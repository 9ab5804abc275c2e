import { memo, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Icon } from '../shared/index.ts';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { useStage } from './calendar-context.ts';
import { Chip } from './chip.tsx';
import { DayDeadlines, DayNotes } from './day-notes.tsx';
import { daysOf, periodOf } from './period.ts';
import { nameOf, type Placed } from './posts.ts';

/** So many posts are drawn at first, and again whenever the end of them comes near. */
const BATCH = 120;

/** Days of a month that have something, one under the other. Drawn as far as somebody reads, and whole for the printer. */
export function ListView({ day }: { day: string }) {
  const t = useT();
  const { days, observances, elsewhere, deadlines } = useStage();
  const [count, setCount] = useState(BATCH);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const whole = () => flushSync(() => setCount(Infinity));
    addEventListener('beforeprint', whole);
    return () => removeEventListener('beforeprint', whole);
  }, []);
  const wanted = daysOf(periodOf('list', day)).filter(
    (one) => days.has(one) || observances.has(one) || elsewhere.has(one) || deadlines.has(one),
  );
  let left = count;
  const shown: { day: string; posts: readonly Placed[] }[] = [];
  for (const one of wanted) {
    if (left <= 0) break;
    const posts = days.get(one) ?? [];
    shown.push({ day: one, posts: posts.slice(0, left) });
    left -= Math.max(posts.length, 1);
  }
  const isCut = left <= 0 && shown.length > 0;
  // Anew at every drawing: what is watched has moved down by then, and is seen again where it is still in sight.
  useEffect(() => {
    if (!end.current) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setCount((before) => before + BATCH),
      { rootMargin: '800px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  if (wanted.length === 0)
    return <p className="calendar calendar--list muted">{t('studio:calendar.none')}</p>;
  return (
    <div className="calendar calendar--list">
      {shown.map((one) => (
        <DaySection key={one.day} {...one} />
      ))}
      {isCut && (
        <div ref={end} className="muted" aria-live="polite">
          {t('common:status.loading')}
        </div>
      )}
    </div>
  );
}

const DaySection = memo(function DaySection({ day, posts }: { day: string; posts: readonly Placed[] }) {
  const t = useT();
  const variant = useVariant();
  const { today, onAsk } = useStage();
  return (
    <section
      className={day === today ? 'list-day calendar__today' : 'list-day'}
      data-date={day}
      data-drop={day}
      aria-label={formatDay(day, variant)}
    >
      <h3 className="list-day__name">{formatDay(day, variant, 'weekday')}</h3>
      <DayNotes day={day} most={9} />
      <DayDeadlines day={day} most={20} />
      <ul role="list">
        {posts.map((placed) => (
          <li key={placed.post.id} className="list-day__post">
            <Chip placed={placed} view="list" />
            {placed.movable && (
              <button
                type="button"
                className="button button--quiet button--icon list-day__move"
                aria-label={t('studio:calendar.move', { title: nameOf(placed.post) })}
                onClick={() => onAsk(placed)}
              >
                <Icon name="clock" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
});
