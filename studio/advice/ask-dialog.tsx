import { useState } from 'react';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Puts the post before an adviser with one question, by a day. */
export function AskDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const t = useT();
  const { timeZone } = useInstitution();
  const people = useRead('listColleagues', {}).data?.items;
  const advisers = people?.filter(({ roles }) => roles.includes('adviser'));
  const [personId, setPersonId] = useState('');
  const [question, setQuestion] = useState('');
  const [day, setDay] = useState('');
  const ask = useAct('consultAdviser', {
    changes: ['getPost'],
    onSuccess: () => {
      toast({ text: t('studio:advice.asked-toast') });
      onClose();
    },
  });
  const fault = (path: string) => (isProblem(ask.error) ? ask.error.faultAt(path) : undefined);
  const answerBy = day === '' ? null : endOf(day, timeZone);
  return (
    <FormDialog
      title={t('studio:advice.ask')}
      action={t('studio:advice.send-question')}
      isPending={ask.isPending}
      problem={ask.error}
      onSubmit={() => ask.mutate({ params: { postId }, body: { personId, question, answerBy } })}
      onClose={onClose}
    >
      {advisers?.length === 0 && <p className="banner banner--info">{t('studio:advice.nobody')}</p>}
      <SelectField
        label={t('studio:advice.whom')}
        hint={t('studio:advice.whom-hint')}
        value={personId}
        onChange={setPersonId}
        error={fault('/personId')}
        options={[
          { value: '', label: t('studio:list.choose-person') },
          ...(advisers ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        label={t('studio:advice.question')}
        hint={t('studio:advice.question-hint')}
        value={question}
        onChange={setQuestion}
        error={fault('/question')}
        maxLength={2000}
        multiline
        required
      />
      <TextField label={t('studio:advice.until')} type="date" value={day} onChange={setDay} optional />
    </FormDialog>
  );
}

/** The day counts whole, at the institution. */
const endOf = (day: string, timeZone: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
