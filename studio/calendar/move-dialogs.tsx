import { useState } from 'react';
import { TimeAdvice } from '../composer/where/time-advice.tsx';
import { useInstitution } from '../session/institution.ts';
import { Form } from '../shared/form.tsx';
import { ConfirmDialog, Dialog, Icon } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { nameOf } from './posts.ts';
import type { Question } from './use-move.ts';
import { shiftDays, splitLocal, toInstant, type WallTime } from './wall-time.ts';

type MoveDialogsProps = {
  question: Question | null;
  onMove: (wall: WallTime) => void;
  onConfirm: () => void;
  onClose: () => void;
};

/** What is asked when a post is moved: the time, and whether the approval may break. */
export default function MoveDialogs({ question, onMove, onConfirm, onClose }: MoveDialogsProps) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  if (question?.kind === 'time')
    return <TimeDialog key={question.post.id} question={question} onMove={onMove} onClose={onClose} />;
  if (question?.kind !== 'seal') return null;
  const at = toInstant(question.wall, timeZone);
  return (
    <ConfirmDialog
      title={t('studio:calendar.seal.title')}
      action={t('studio:calendar.seal.yes')}
      isOpen
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {t('studio:calendar.seal.text', {
          title: nameOf(question.post),
          when: at ? formatInstant(at, 'moment-full', variant, timeZone) : '',
        })}
      </p>
    </ConfirmDialog>
  );
}

type TimeDialogProps = {
  question: Extract<Question, { kind: 'time' }>;
  onMove: (wall: WallTime) => void;
  onClose: () => void;
};

function TimeDialog({ question: { post, wall: first }, onMove, onClose }: TimeDialogProps) {
  const t = useT();
  const { timeZone } = useInstitution();
  const [wall, setWall] = useState(first);
  const { date, time } = splitLocal(wall.local);
  const set = (day: string, hour: string) => day && hour && setWall({ local: `${day}T${hour}` });
  const shift = (days: number) => setWall({ local: shiftDays(wall.local, days) });
  const ready = toInstant(wall, timeZone) !== null;
  return (
    <Dialog title={t('studio:calendar.move', { title: nameOf(post) })} isOpen onClose={onClose}>
      <Form
        className="stack"
        onSubmit={() => {
          if (ready) onMove(wall);
        }}
      >
        <div className="field-row">
          <label className="field">
            <span className="field__label">{t('common:field.date')}</span>
            <input
              type="date"
              className="input"
              value={date}
              onChange={({ target }) => set(target.value, time)}
            />
          </label>
          <label className="field">
            <span className="field__label">{t('common:field.time')}</span>
            <input
              type="time"
              className="input"
              value={time}
              onChange={({ target }) => set(date, target.value)}
            />
          </label>
        </div>
        <div className="button-group">
          <button type="button" className="button button--small" onClick={() => shift(-1)}>
            <Icon name="arrow-left" />
            {t('studio:calendar.day-earlier')}
          </button>
          <button type="button" className="button button--small" onClick={() => shift(1)}>
            <Icon name="arrow-right" />
            {t('studio:calendar.day-later')}
          </button>
        </div>
        <TimeAdvice due={wall} timeZone={timeZone} onChoose={setWall} />
        <p className="muted">{t('studio:composer.time.none', { zone: timeZone })}</p>
        <div className="dialog__foot">
          <button type="submit" className="button button--primary" aria-disabled={!ready}>
            {t('studio:calendar.move-yes')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
