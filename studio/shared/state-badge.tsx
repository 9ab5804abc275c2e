import type { DeliveryState, PostState } from '#/contract/index.ts';
import { stateIcons, type PostState as ShownState } from '../../design/icons.ts';
import { useT } from '../words/index.ts';
import { Icon, type IconName } from './icon.tsx';

export type AnyState = PostState | DeliveryState | 'late' | 'held';

/** Deliveries have states that posts have not; each is drawn like the post state that it means. */
const drawnAs: Partial<Record<AnyState, ShownState>> = {
  retrying: 'publishing',
  blocked: 'failed',
  removed: 'withdrawn',
  held: 'late',
  'handed-over': 'unknown',
};

/** The name a state is drawn under: `badge--…`, `post-chip--…`. */
export const shownState = (state: AnyState): ShownState => drawnAs[state] ?? (state as ShownState);

export const stateIcon = (state: AnyState): IconName =>
  state === 'held' ? 'pause' : stateIcons[shownState(state)];

/** The state of a post or a delivery: word, shape and colour. */
export function StateBadge({ state }: { state: AnyState }) {
  const t = useT();
  return (
    <span className={`badge badge--${shownState(state)}`}>
      <Icon name={stateIcon(state)} />
      {t(`studio:state.${state}`)}
    </span>
  );
}
