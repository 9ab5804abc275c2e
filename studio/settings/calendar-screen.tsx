import { useState } from 'react';
import {
  DEADLINE_KINDS,
  OBSERVANCE_SETS,
  type CalendarSettings,
  type CalendarSettingsInput,
  type ObservanceSet,
} from '#/contract/index.ts';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { SaveBar } from './save-bar.tsx';

/** Working days, observances, when the calendar warns, and the steps to a post. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('getCalendarSettings', {});
  return (
    <Page title={t('studio:settings.calendar')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <SettingsForm settings={data} />}
    </Page>
  );
}

const draftOf = ({ revision: _revision, ...settings }: CalendarSettings): CalendarSettingsInput => settings;
type SetDraft = (change: Partial<CalendarSettingsInput>) => void;
type PartProps = { draft: CalendarSettingsInput; set: SetDraft; fault: (path: string) => string | undefined };

function SettingsForm({ settings }: { settings: CalendarSettings }) {
  const t = useT();
  const mayChange = usePermission('calendar.change');
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const save = useAct('changeCalendarSettings', {
    onSuccess: (saved) => {
      setBase(saved);
      setDraft(draftOf(saved));
      toast({ text: t('studio:calendar-settings.saved') });
    },
  });
  const fault = (path: string) => (isProblem(save.error) ? save.error.faultAt(path) : undefined);
  const part: PartProps = { draft, set: (change) => setDraft({ ...draft, ...change }), fault };
  return (
    <Form
      onSubmit={() => {
        save.mutate({ body: draft, ifMatch: base.revision });
      }}
    >
      <fieldset className="stack stack--loose" disabled={!mayChange}>
        {!mayChange && <p className="muted">{t('studio:settings.read-only')}</p>}
        <WorkingDays {...part} />
        <Sets {...part} />
        <Thresholds {...part} />
        <Steps {...part} />
      </fieldset>
      {mayChange && (
        <SaveBar
          dirty={JSON.stringify(draft) !== JSON.stringify(draftOf(base))}
          isPending={save.isPending}
          problem={save.error}
          onDiscard={() => {
            setBase(settings);
            setDraft(draftOf(settings));
            save.reset();
          }}
        />
      )}
    </Form>
  );
}

/** A Monday, for the names of the days. */
const MONDAY = 7;

function WorkingDays({ draft, set, fault }: PartProps) {
  const t = useT();
  const variant = useVariant();
  const toggle = (day: number) => {
    const days = draft.workingWeekdays;
    const next = days.includes(day)
      ? days.filter((one) => one !== day)
      : [...days, day].toSorted((a, b) => a - b);
    if (next.length > 0) set({ workingWeekdays: next });
  };
  return (
    <section className="stack">
      <h2>{t('studio:calendar-settings.days')}</h2>
      <fieldset className="choices choices--inline">
        <legend className="choices__legend">{t('studio:calendar-settings.weekdays')}</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label key={day} className="check">
            <input
              type="checkbox"
              checked={draft.workingWeekdays.includes(day)}
              onChange={() => toggle(day)}
            />
            {
              formatDay(`2024-10-${String(MONDAY + day - 1).padStart(2, '0')}`, variant, 'weekday').split(
                ',',
              )[0]
            }
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        <TextField
          label={t('studio:calendar-settings.from')}
          type="time"
          value={draft.workFrom}
          onChange={(workFrom) => set({ workFrom })}
          error={fault('/workFrom')}
        />
        <TextField
          label={t('studio:calendar-settings.to')}
          type="time"
          value={draft.workTo}
          onChange={(workTo) => set({ workTo })}
          error={fault('/workTo')}
        />
      </div>
    </section>
  );
}

function Sets({ draft, set }: PartProps) {
  const t = useT();
  const toggle = (name: 'shownSets' | 'daysOffSets', one: ObservanceSet) =>
    set({
      [name]: OBSERVANCE_SETS.filter((each) =>
        each === one ? !draft[name].includes(one) : draft[name].includes(each),
      ),
    });
  return (
    <section className="stack">
      <h2>{t('studio:calendar-settings.sets')}</h2>
      <p className="muted">{t('studio:calendar-settings.sets-note')}</p>
      <div className="card card--flush">
        <table className="table">
          <caption className="visually-hidden">{t('studio:calendar-settings.sets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('studio:calendar-settings.sets')}</th>
              <th scope="col">{t('studio:calendar-settings.shown')}</th>
              <th scope="col">{t('studio:calendar-settings.off')}</th>
            </tr>
          </thead>
          <tbody>
            {OBSERVANCE_SETS.map((one) => {
              const name = t(`studio:calendar-settings.set.${one}`);
              return (
                <tr key={one}>
                  <th scope="row">{name}</th>
                  {(['shownSets', 'daysOffSets'] as const).map((column) => (
                    <td key={column}>
                      {column === 'daysOffSets' && one === 'international' ? (
                        '–'
                      ) : (
                        <label className="check">
                          <input
                            type="checkbox"
                            checked={draft[column].includes(one)}
                            onChange={() => toggle(column, one)}
                          />
                          <span className="visually-hidden">
                            {t(`studio:calendar-settings.${column === 'shownSets' ? 'shown' : 'off'}`)}:{' '}
                            {name}
                          </span>
                        </label>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Thresholds({ draft, set, fault }: PartProps) {
  const t = useT();
  const number = (name: 'closeMinutes' | 'busyPosts' | 'quietPosts') => ({
    type: 'number' as const,
    short: true,
    inputMode: 'numeric' as const,
    value: String(draft[name]),
    onChange: (value: string) => set({ [name]: Number(value) }),
    error: fault(`/${name}`),
  });
  return (
    <section className="stack">
      <h2>{t('studio:calendar-settings.thresholds')}</h2>
      <div className="field-row">
        <TextField label={t('studio:calendar-settings.close')} {...number('closeMinutes')} />
        <TextField label={t('studio:calendar-settings.busy')} {...number('busyPosts')} />
        <TextField
          label={t('studio:calendar-settings.quiet')}
          hint={t('studio:calendar-settings.quiet-hint')}
          {...number('quietPosts')}
        />
      </div>
    </section>
  );
}

function Steps({ draft, set, fault }: PartProps) {
  const t = useT();
  const change = (kind: (typeof DEADLINE_KINDS)[number], text: string) => {
    const days = new Map(draft.deadlines.map((step) => [step.kind, step.days]));
    if (text.trim() === '') days.delete(kind);
    else days.set(kind, Number(text));
    set({
      deadlines: DEADLINE_KINDS.flatMap((one) => {
        const value = days.get(one);
        return value === undefined ? [] : [{ kind: one, days: value }];
      }),
    });
  };
  return (
    <section className="stack">
      <h2>{t('studio:calendar-settings.steps')}</h2>
      <p className="muted">{t('studio:calendar-settings.steps-note')}</p>
      <div className="step-days">
        {DEADLINE_KINDS.map((kind) => {
          const at = draft.deadlines.findIndex((step) => step.kind === kind);
          return (
            <TextField
              key={kind}
              label={t(`common:deadline.${kind}`)}
              type="number"
              short
              inputMode="numeric"
              value={at === -1 ? '' : String(draft.deadlines[at]!.days)}
              onChange={(text) => change(kind, text)}
              error={at === -1 ? undefined : fault(`/deadlines/${at}/days`)}
            />
          );
        })}
      </div>
    </section>
  );
}
