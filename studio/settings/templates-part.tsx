import { useState } from 'react';
import type { Template } from '#/contract/index.ts';
import { languageTag, variantName, VARIANTS } from '#/language/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** Skeletons of posts, to be changed and removed; they are kept from a post. */
export default function TemplatesPart() {
  const t = useT();
  const mayWrite = usePermission('post.write');
  const [open, setOpen] = useState<Template | null>(null);
  const [removing, setRemoving] = useState<Template | null>(null);
  const templates = useRead('listTemplates', {});
  return (
    <section aria-labelledby="templates" className="glossary__learned">
      <h2 id="templates">{t('studio:templates.title')}</h2>
      <p className="muted">{t('studio:templates.note')}</p>
      <ProblemNote problem={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Skeleton rows={2} />}
      {templates.data?.items.length === 0 && (
        <EmptyState title={t('studio:templates.none')} text={t('studio:templates.none-text')} />
      )}
      <ul className="stack" role="list">
        {templates.data?.items.map((template) => (
          <li key={template.id} className="card glossary__line">
            <div className="glossary__what">
              <p className="glossary__words">{template.name}</p>
              {template.gaps.length > 0 && (
                <p className="muted">
                  {t('studio:templates.gaps')} {template.gaps.map((gap) => `[${gap}]`).join(' ')}
                </p>
              )}
            </div>
            {mayWrite && (
              <div className="button-group glossary__acts">
                <button
                  type="button"
                  className="button button--small button--quiet button--icon"
                  aria-label={t('studio:templates.edit', { name: template.name })}
                  onClick={() => setOpen(template)}
                >
                  <Icon name="edit" />
                </button>
                <button
                  type="button"
                  className="button button--small button--quiet button--icon button--danger"
                  aria-label={t('studio:templates.remove', { name: template.name })}
                  onClick={() => setRemoving(template)}
                >
                  <Icon name="trash" />
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && <EditDialog template={open} onClose={() => setOpen(null)} />}
      {removing && <RemoveDialog template={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

type DialogProps = { template: Template; onClose: () => void };

function EditDialog({ template, onClose }: DialogProps) {
  const t = useT();
  const [name, setName] = useState(template.name);
  const [texts, setTexts] = useState(template.content.texts);
  const change = useAct('changeTemplate', {
    changes: ['listTemplates'],
    onSuccess: () => {
      toast({ text: t('studio:templates.saved') });
      onClose();
    },
  });
  const { content, kind } = template;
  // What is made of another text is not written here.
  const shown = VARIANTS.filter(
    (variant) => content.texts[variant] !== undefined && !(variant === 'sr-Cyrl' && content.cyrillicFollows),
  );
  return (
    <FormDialog
      title={t('studio:templates.edit', { name: template.name })}
      action={t('common:action.save')}
      size="wide"
      isPending={change.isPending}
      problem={change.error}
      onSubmit={() =>
        change.mutate({
          params: { templateId: template.id },
          body: { name, content: { ...content, texts }, kind },
          ifMatch: template.revision,
        })
      }
      onClose={onClose}
    >
      <TextField label={t('studio:templates.name')} value={name} onChange={setName} required maxLength={80} />
      <p className="field__hint">{t('studio:templates.hint')}</p>
      {shown.map((variant) => (
        <TextField
          key={variant}
          label={variantName(variant)}
          lang={languageTag(variant)}
          multiline
          value={texts[variant] ?? ''}
          onChange={(text) => setTexts({ ...texts, [variant]: text })}
        />
      ))}
    </FormDialog>
  );
}

function RemoveDialog({ template, onClose }: DialogProps) {
  const t = useT();
  const drop = useAct('dropTemplate', {
    changes: ['listTemplates'],
    onSuccess: () => {
      onClose();
      toast({ text: t('studio:templates.removed') });
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:templates.remove', { name: template.name })}
      action={t('studio:templates.remove-act')}
      danger
      isOpen
      isPending={drop.isPending}
      problem={drop.error}
      onConfirm={() => drop.mutate({ params: { templateId: template.id } })}
      onClose={onClose}
    >
      <p>{t('studio:templates.remove-text')}</p>
    </ConfirmDialog>
  );
}
