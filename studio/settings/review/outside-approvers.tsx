import { useState } from 'react';
import type { OutsideApprover } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { TextField } from '../../shared/field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { Icon, ProblemNote } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';

/** People who approve by a link, such as a director. */
export function OutsideApprovers({ outside }: { outside: readonly OutsideApprover[] }) {
  const t = useT();
  const may = usePermission('review.ask-outside');
  const [adding, setAdding] = useState(false);
  const archive = useAct('archiveOutsideApprover', { changes: ['getReviewSettings'] });
  return (
    <section className="card" aria-labelledby="outside-approvers">
      <h2 className="card__title" id="outside-approvers">
        <Icon name="mail" /> {t('review:settings.outside-title')}
      </h2>
      <p className="muted">{t('review:settings.outside-text')}</p>
      {outside.length === 0 && <p>{t('review:settings.outside-none')}</p>}
      <ul role="list" className="stack stack--tight">
        {outside.map(({ id, name, email }) => (
          <li key={id} className="cluster cluster--apart">
            <span>
              <strong>{name}</strong> <span className="muted">{email}</span>
            </span>
            {may && (
              <button
                type="button"
                className="button button--quiet button--icon"
                aria-label={t('review:settings.outside-remove', { name })}
                onClick={() => archive.mutate({ params: { outsideId: id } })}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={archive.error} />
      {may && (
        <button type="button" className="button button--small" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('review:settings.outside-add')}
        </button>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const add = useAct('nameOutsideApprover', { changes: ['getReviewSettings'], onSuccess: onClose });
  return (
    <FormDialog
      title={t('review:settings.outside-add')}
      action={t('review:settings.outside-add')}
      isPending={add.isPending}
      problem={add.error}
      onSubmit={() => add.mutate({ body: { name, email } })}
      onClose={onClose}
    >
      <TextField label={t('common:field.name')} value={name} onChange={setName} required maxLength={120} />
      <TextField
        label={t('common:field.email')}
        type="email"
        value={email}
        onChange={setEmail}
        required
        maxLength={200}
      />
    </FormDialog>
  );
}
