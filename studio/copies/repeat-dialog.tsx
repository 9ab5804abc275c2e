import { useState } from 'react';
import { REPEAT_STEPS, type RepeatDate, type RepeatRule } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { shiftDays, toWall, type WallTime } from '../calendar/wall-time.ts';
import { useInstitution } from '../session/institution.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Icon, toast } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { WhenFields } from './when-fields.tsx';

export type RepeatedPost = { id: string; name: string; dueAt: string | null };
type Props = { post: RepeatedPost; onClose: () => void };
const MORNING = 'T09:00';

/** A post that comes again: how often, until when, and which of the days it shall be. */
export default function RepeatDialog({ post, onClose }: Props) {
  const t = useT();
  const { timeZone } = useInstitution();
  const today = toWall(Temporal.Now.instant().toString(), timeZone).slice(0, 10);
  const [every, setEvery] = useState<RepeatRule['every']>('week');
  const [start, setStart] = useState<WallTime | null>(() => ({
    local: post.dueAt ? toWall(post.dueAt, timeZone) : shiftDays(`${today}${MORNING}`, 1),
  }));
  const [by, setBy] = useState<'until' | 'times'>('until');
  const [until, setUntil] = useState(shiftDays(`${today}${MORNING}`, 91).slice(0, 10));
  const [times, setTimes] = useState('10');
  const [asked, setAsked] = useState(false);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const look = useAct('lookAtRepeats', { changes: [] });
  const make = useAct('repeatPost', {
    onSuccess: ({ postIds }) => {
      toast({ text: t('studio:repeats.done', { count: postIds.length }) });
      onClose();
    },
  });
  const dates = look.data?.items ?? null;
  const chosen = (dates ?? []).filter(({ date, there }) => !there && !without.has(date));
  /** Another rule has other days. */
  const again =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setWithout(new Set());
      look.reset();
      make.reset();
    };
  const submit = () => {
    setAsked(true);
    if (!start) return;
    const end = by === 'until' ? { until } : { times: Number(times) };
    const rule: RepeatRule = { every, start: start.local, end };
    const params = { postId: post.id };
    if (!dates) look.mutate({ params, body: rule });
    else if (chosen.length > 0) make.mutate({ params, body: { ...rule, without: [...without] } });
  };
  const faultAt = (path: string) => (isProblem(look.error) ? look.error.faultAt(path) : undefined);
  const fault = faultAt('/end/until') ?? faultAt('/end/times') ?? faultAt('/end');
  const nothing = dates !== null && chosen.length === 0;
  return (
    <FormDialog
      title={t('studio:repeats.title', { title: post.name })}
      action={dates ? t('studio:repeats.make', { count: chosen.length }) : t('studio:repeats.show')}
      isPending={look.isPending || make.isPending}
      problem={make.error ?? look.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('studio:repeats.text')}</p>
      <SelectField
        label={t('studio:repeats.every')}
        value={every}
        options={REPEAT_STEPS.map((step) => ({ value: step, label: t(`studio:repeats.${step}`) }))}
        onChange={again((value: string) => setEvery(value as RepeatRule['every']))}
      />
      <fieldset>
        <legend className="field__label">{t('studio:repeats.start')}</legend>
        <WhenFields due={start} onChange={again(setStart)} />
        <Fault
          text={faultAt('/start') ?? (asked && !start ? t('studio:repeats.start-missing') : undefined)}
        />
      </fieldset>
      <fieldset className="choices choices--inline">
        <legend className="choices__legend">{t('studio:repeats.end')}</legend>
        {(['until', 'times'] as const).map((one) => (
          <label key={one} className="radio">
            <input type="radio" name="repeat-end" checked={by === one} onChange={() => again(setBy)(one)} />
            {t(`studio:repeats.${one}`)}
          </label>
        ))}
      </fieldset>
      {by === 'until' ? (
        <TextField
          label={t('studio:repeats.last-day')}
          type="date"
          value={until}
          error={fault}
          onChange={again(setUntil)}
        />
      ) : (
        <TextField
          label={t('studio:repeats.count')}
          inputMode="numeric"
          value={times}
          error={fault}
          onChange={again(setTimes)}
        />
      )}
      {asked && nothing && <Fault text={t('studio:repeats.nothing')} />}
      {dates && (
        <Days
          dates={dates}
          without={without}
          onToggle={(date) => {
            const next = new Set(without);
            if (!next.delete(date)) next.add(date);
            setWithout(next);
          }}
        />
      )}
    </FormDialog>
  );
}

function Fault({ text }: { text: string | undefined }) {
  return (
    text && (
      <p className="field__error" role="alert">
        <Icon name="warning" />
        {text}
      </p>
    )
  );
}

type DaysProps = {
  dates: readonly RepeatDate[];
  without: ReadonlySet<string>;
  onToggle: (date: string) => void;
};

function Days({ dates, without, onToggle }: DaysProps) {
  const t = useT();
  return (
    <fieldset className="stack stack--tight">
      <legend className="field__label">{t('studio:repeats.days')}</legend>
      {dates.map((one) => (
        <Day key={one.date} one={one} on={!without.has(one.date)} onToggle={() => onToggle(one.date)} />
      ))}
    </fieldset>
  );
}

/** A day with what speaks against it. */
function Day({ one, on, onToggle }: { one: RepeatDate; on: boolean; onToggle: () => void }) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const { there, moved, daysOff, conflict } = one;
  const notes = [
    ...(there ? [t('studio:repeats.there')] : []),
    ...daysOff,
    ...(conflict
      ? [t('studio:repeats.conflict', { title: conflict.title || t('studio:post.untitled') })]
      : []),
    ...(moved ? [t(`studio:repeats.moved-${moved}`)] : []),
  ];
  return (
    <label className="check">
      <input type="checkbox" checked={there || on} disabled={there} onChange={onToggle} />
      <span>
        {formatInstant(one.dueAt, 'moment-full', variant, timeZone)}
        {notes.length > 0 && (
          <span className="muted">
            <br />
            <Icon name={there ? 'check' : 'warning'} /> {notes.join(' · ')}
          </span>
        )}
      </span>
    </label>
  );
}
