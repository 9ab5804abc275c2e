import { useState } from 'react';
import type { Post } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Keeps what a post says as a skeleton for posts to come. */
export default function SaveTemplateDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState(post.title);
  const [pictures, setPictures] = useState(false);
  const keep = useAct('keepTemplate', {
    changes: ['listTemplates'],
    onSuccess: () => {
      toast({ text: t('studio:templates.saved') });
      onClose();
    },
  });
  const { dueAt: _when, ...content } = post.content;
  const images = pictures ? content.images : [];
  return (
    <FormDialog
      title={t('studio:templates.save-as')}
      action={t('studio:templates.save-act')}
      isPending={keep.isPending}
      problem={keep.error}
      onSubmit={() => keep.mutate({ body: { name, content: { ...content, images }, kind: post.kind } })}
      onClose={onClose}
    >
      <p>{t('studio:templates.save-text')}</p>
      <TextField label={t('studio:templates.name')} value={name} onChange={setName} required maxLength={80} />
      {content.images.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={pictures} onChange={({ target }) => setPictures(target.checked)} />
          <span>{t('studio:templates.with-pictures')}</span>
        </label>
      )}
    </FormDialog>
  );
}
