import type { PostState } from '#/contract/index.ts';
import { Icon, shownState, stateIcon, type AnyState } from '../shared/index.ts';
import { useT } from '../words/index.ts';

const SHOWN: readonly (PostState | 'late' | 'failed' | 'unknown')[] = [
  'draft',
  'in-review',
  'sent-back',
  'approved',
  'scheduled',
  'published',
  'late',
  'failed',
  'unknown',
];

/** What colours, shapes and lines mean. */
export function Legend() {
  const t = useT();
  return (
    <ul role="list" className="calendar-legend" aria-label={t('studio:calendar.legend')}>
      {SHOWN.map((state: AnyState) => (
        <li key={state} className={`post-chip post-chip--${shownState(state)}`}>
          <Icon name={stateIcon(state)} />
          {t(`studio:state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
