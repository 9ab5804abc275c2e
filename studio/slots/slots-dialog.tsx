import { useState } from 'react';
import type { Account, Slot, SlotTimetable } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Icon, ProblemNote, Skeleton, toast } from '../shared/index.ts';
import { useT, useVariant } from '../words/index.ts';
import { addSlots, dayName, WEEKDAYS } from './week.ts';
import './slots.css';

type Props = { account: Account; onClose: () => void };

/** The week of an account: when it publishes as a rule. */
export default function SlotsDialog({ account, onClose }: Props) {
  const t = useT();
  const { data, error, refetch } = useRead('listSlotTimetables', {});
  const title = t('studio:account.slots.title', { handle: account.handle });
  if (!data)
    return (
      <Dialog title={title} isOpen onClose={onClose}>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {!error && <Skeleton rows={6} />}
      </Dialog>
    );
  const kept = data.items.find(({ accountId }) => accountId === account.id);
  const none = { accountId: account.id, slots: [], skipDaysOff: true, revision: 0 };
  return <Timetable title={title} kept={kept ?? none} onClose={onClose} />;
}

type TimetableProps = { title: string; kept: SlotTimetable; onClose: () => void };

function Timetable({ title, kept, onClose }: TimetableProps) {
  const t = useT();
  const { timeZone } = useInstitution();
  // What is being edited stands, whatever others save meanwhile: the server says so then.
  const [base] = useState(kept);
  const [slots, setSlots] = useState<readonly Slot[]>(base.slots);
  // Enter in the field, or Save without Add: what was typed is saved with the rest.
  const [typed, setTyped] = useState<{ time: string; days: ReadonlySet<number> } | null>(null);
  const [skipDaysOff, setSkipDaysOff] = useState(base.skipDaysOff);
  const save = useAct('setSlotTimetable', {
    changes: ['listSlotTimetables', 'findNextSlot', 'listFreeSlots'],
    onSuccess: () => {
      toast({ text: t('studio:account.slots.saved') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={title}
      action={t('common:action.save')}
      size="wide"
      isPending={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          params: { accountId: base.accountId },
          body: { slots: [...(typed ? addSlots(slots, typed.time, typed.days) : slots)], skipDaysOff },
          ifMatch: base.revision,
        })
      }
      onClose={onClose}
    >
      <p>{t('studio:account.slots.text', { zone: timeZone })}</p>
      <AddSlots onAdd={(time, days) => setSlots(addSlots(slots, time, days))} onType={setTyped} />
      <Week slots={slots} onRemove={(slot) => setSlots(slots.filter((one) => one !== slot))} />
      <label className="check">
        <input
          type="checkbox"
          checked={skipDaysOff}
          onChange={({ target }) => setSkipDaysOff(target.checked)}
        />
        {t('studio:account.slots.skip-days-off')}
      </label>
    </FormDialog>
  );
}

type AddSlotsProps = {
  onAdd: (time: string, days: ReadonlySet<number>) => void;
  /** What stands there and is not added yet. */
  onType: (typed: { time: string; days: ReadonlySet<number> } | null) => void;
};

function AddSlots({ onAdd, onType }: AddSlotsProps) {
  const t = useT();
  const variant = useVariant();
  const [time, setTime] = useState('08:30');
  const [days, setDays] = useState<ReadonlySet<number>>(new Set([1, 2, 3, 4, 5]));
  const [isTyped, setTyped] = useState(false);
  const tell = (to: string, on: ReadonlySet<number>) =>
    onType(to !== '' && on.size > 0 ? { time: to, days: on } : null);
  const toggle = (day: number) => {
    const next = new Set(days);
    if (!next.delete(day)) next.add(day);
    setDays(next);
    if (isTyped) tell(time, next);
  };
  const isWhole = time !== '' && days.size > 0;
  const add = () => {
    onAdd(time, days);
    setTyped(false);
    onType(null);
  };
  return (
    <div className="slots-add">
      <TextField
        label={t('common:field.time')}
        type="time"
        value={time}
        onChange={(to) => {
          setTime(to);
          setTyped(true);
          tell(to, days);
        }}
      />
      <fieldset className="choices choices--inline">
        <legend className="choices__legend">{t('studio:account.slots.days')}</legend>
        {WEEKDAYS.map((day) => (
          <label key={day} className="check">
            <input type="checkbox" checked={days.has(day)} onChange={() => toggle(day)} />
            {dayName(day, variant)}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" aria-disabled={!isWhole} onClick={() => isWhole && add()}>
        <Icon name="plus" />
        {t('studio:account.slots.add')}
      </button>
    </div>
  );
}

type WeekProps = { slots: readonly Slot[]; onRemove: (slot: Slot) => void };

/** Seven days beside each other, or below each other on a telephone; a press on a slot takes it away. */
function Week({ slots, onRemove }: WeekProps) {
  const t = useT();
  const variant = useVariant();
  return (
    <ol role="list" className="slots-week" aria-label={t('studio:account.slots.week')}>
      {WEEKDAYS.map((day) => {
        const own = slots.filter(({ weekday }) => weekday === day);
        const name = dayName(day, variant);
        return (
          <li key={day} className="slots-week__day">
            <strong className="slots-week__name">{name}</strong>
            {own.length === 0 && (
              <span className="muted" aria-label={t('studio:account.slots.none')}>
                –
              </span>
            )}
            {own.map((slot) => (
              <button
                key={slot.time}
                type="button"
                className="chip slots-week__slot"
                aria-label={t('studio:account.slots.remove', { day: name, time: slot.time })}
                onClick={() => onRemove(slot)}
              >
                {slot.time}
                <Icon name="cross" />
              </button>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
