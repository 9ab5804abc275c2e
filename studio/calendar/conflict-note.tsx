import { Link } from 'react-router';
import { Icon } from '../shared/index.ts';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { useStage } from './calendar-context.ts';
import { nameOf, type Placed } from './posts.ts';

/**
 * What should be looked at in the days that are shown, in one line that opens. The line has its place before it is
 * known what stands in it, so that the days below do not jump.
 */
export function ConflictNote({ isKnown }: { isKnown: boolean }) {
  const t = useT();
  const variant = useVariant();
  const { conflicts, onDay } = useStage();
  const pairs = pairsOf(conflicts.close);
  const count = pairs.length + conflicts.busy.size + conflicts.quiet.length;
  if (count === 0) {
    return (
      <p className="banner conflict-note conflict-note--calm" data-known={isKnown}>
        <Icon name="circle-check" />
        {t('studio:calendar.no-conflicts')}
      </p>
    );
  }
  return (
    <details className="banner banner--warning conflict-note">
      <summary>
        <Icon name="warning" />
        {t('studio:calendar.conflicts', { count })}
      </summary>
      <ul>
        {pairs.slice(0, 20).map(([one, other]) => (
          <li key={one.post.id}>
            {formatDay(one.day, variant, 'day-short')}, {one.wall.local.slice(11)} –{' '}
            {other.wall.local.slice(11)}: <PostLink placed={one} /> · <PostLink placed={other} />
          </li>
        ))}
        {[...conflicts.busy].map(([day, posts]) => (
          <li key={day}>
            <button type="button" className="link-button" onClick={() => onDay(day)}>
              {formatDay(day, variant, 'weekday')}
            </button>
            : {t('studio:calendar.busy', { count: posts })}
          </li>
        ))}
        {conflicts.quiet.map((monday) => (
          <li key={monday}>
            {t('studio:calendar.quiet-week', { day: formatDay(monday, variant, 'day-short') })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PostLink({ placed: { post, home } }: { placed: Placed }) {
  const t = useT();
  return <Link to={`/${home.slug}/posts/${post.id}`}>{nameOf(post) || t('studio:post.untitled')}</Link>;
}

/** Each two that are too close, once. */
function pairsOf(close: ReadonlyMap<string, Placed>): [Placed, Placed][] {
  const pairs = new Map<string, [Placed, Placed]>();
  for (const [id, other] of close) {
    const back = close.get(other.post.id);
    const one = back?.post.id === id ? back : undefined;
    const key = [id, other.post.id].toSorted().join(' ');
    if (!pairs.has(key) && one)
      pairs.set(key, one.post.dueAt! < other.post.dueAt! ? [one, other] : [other, one]);
  }
  return [...pairs.values()];
}
