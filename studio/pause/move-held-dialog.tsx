import { useState } from 'react';
import type { HeldPost } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { shiftDays, splitLocal, toWall } from '../calendar/wall-time.ts';
import { useInstitution } from '../session/institution.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Another time for a held post; it begins from the same hour tomorrow. */
export function MoveHeldDialog({ post, onClose }: { post: HeldPost; onClose: () => void }) {
  const t = useT();
  const { timeZone } = useInstitution();
  const [first] = useState(() => {
    const today = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().toString();
    return splitLocal(shiftDays(`${today}T${splitLocal(toWall(post.dueAt, timeZone)).time}`, 1));
  });
  const [date, setDate] = useState(first.date);
  const [time, setTime] = useState(first.time);
  const move = useAct('reschedulePost', {
    onSuccess: () => {
      toast({ text: t('studio:pause.move-done') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('studio:pause.move-title', { title: post.title || t('studio:post.untitled') })}
      action={t('studio:pause.move')}
      isPending={move.isPending}
      problem={move.error}
      onSubmit={() =>
        move.mutate({
          params: { postId: post.postId },
          body: { version: post.version, due: { local: `${date}T${time}` } },
        })
      }
      onClose={onClose}
    >
      <p>{t('studio:pause.move-text')}</p>
      <div className="field-row">
        <TextField label={t('common:field.date')} type="date" value={date} onChange={setDate} required />
        <TextField label={t('common:field.time')} type="time" value={time} onChange={setTime} required />
      </div>
    </FormDialog>
  );
}
