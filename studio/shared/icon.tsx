import { icons, type IconName } from '../../design/icons.ts';

export type { IconName } from '../../design/icons.ts';

/** An icon beside its word. An icon alone stands in a button that has an `aria-label`. */
export function Icon({ name, large }: { name: IconName; large?: boolean }) {
  return (
    <svg className={large ? 'icon icon--large' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}
