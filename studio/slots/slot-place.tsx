import { formatInstant, useT, useVariant } from '../words/index.ts';
import type { SlotPlace } from './slot-places.ts';

type Props = { slot: SlotPlace; names: string; onNew: ((local: string) => void) | null };

/** A free slot in the column of its day: a post is begun there with a press, or dropped onto it. */
export function SlotPlaceButton({ slot, names, onNew }: Props) {
  const t = useT();
  const variant = useVariant();
  const when = formatInstant(`${slot.local}:00Z`, 'moment', variant, 'UTC');
  const time = slot.local.slice(11);
  if (!onNew)
    return (
      <span className="time-grid__slot" title={t('studio:calendar.slot.free', { when, names })}>
        {time}
      </span>
    );
  return (
    <button
      type="button"
      className="time-grid__slot"
      data-drop={slot.local.slice(0, 10)}
      data-slot={slot.local}
      aria-label={t('studio:calendar.slot.begin', { when, names })}
      title={t('studio:calendar.slot.begin', { when, names })}
      onClick={() => onNew(slot.local)}
    >
      {time}
    </button>
  );
}
