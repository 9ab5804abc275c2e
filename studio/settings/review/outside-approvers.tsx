import { useState } from 'react';
import type { OutsideApprover } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { TextField } from '../../shared/field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';

/** People who approve by a link, such as a director. */
export function OutsideApprovers({ outside }: { outside: readonly OutsideApprover[] }) {
  const t = useT();
  const may = usePermission('review.ask-outside');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OutsideApprover | null>(null);
  return (
    <section className="card" aria-labelledby="outside-approvers">
      <h2 className="card__title" id="outside-approvers">
        <Icon name="mail" /> {t('review:settings.outside-title')}
      </h2>
      <p className="muted">{t('review:settings.outside-text')}</p>
      {outside.length === 0 && <p>{t('review:settings.outside-none')}</p>}
      <ul role="list" className="stack stack--tight">
        {outside.map((one) => (
          <li key={one.id} className="cluster cluster--apart">
            <span>
              <strong>{one.name}</strong> <span className="muted">{one.email}</span>
            </span>
            {may && (
              <button
                type="button"
                className="button button--quiet button--icon"
                aria-label={t('review:settings.outside-remove', { name: one.name })}
                onClick={() => setRemoving(one)}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <button type="button" className="button button--small" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('review:settings.outside-add')}
        </button>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveDialog approver={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function RemoveDialog({ approver, onClose }: { approver: OutsideApprover; onClose: () => void }) {
  const t = useT();
  const archive = useAct('archiveOutsideApprover', { changes: ['getReviewSettings'], onSuccess: onClose });
  return (
    <ConfirmDialog
      title={t('review:settings.outside-remove-title', { name: approver.name })}
      action={t('review:settings.outside-remove-act')}
      danger
      isOpen
      isPending={archive.isPending}
      problem={archive.error}
      onConfirm={() => archive.mutate({ params: { outsideId: approver.id } })}
      onClose={onClose}
    >
      <p>{t('review:settings.outside-remove-text')}</p>
    </ConfirmDialog>
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
