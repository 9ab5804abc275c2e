import { useState } from 'react';
import type { Post } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { useComposer } from '../composer/composer-context.tsx';
import { usePermission } from '../session/institution.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ConfirmDialog, Icon, ProblemNote, toast } from '../shared/index.ts';
import { useT, useVariant } from '../words/index.ts';
import { kindName } from './kind-name.ts';

/** What a post is, which chooses its path, and its number in the registry. Neither is under the seal. */
export function FilingPanel({ post }: { post: Post }) {
  const t = useT();
  const variant = useVariant();
  const composer = useComposer();
  const mayWrite = usePermission('post.write');
  const { data } = useRead('getReviewSettings', {}, { staleTime: 60_000 });
  const [reference, setReference] = useState(post.reference);
  const [asked, setAsked] = useState<string | null>(null);
  const file = useAct('filePost', {
    onSuccess: (fresh) => {
      composer.receive(fresh);
      setAsked(null);
      toast({ text: t('review:filing.done') });
    },
  });
  const send = (change: { kind?: string; reference?: string }) =>
    file.mutate({
      params: { postId: post.id },
      body: { kind: post.kind, reference: post.reference, ...change },
    });
  const kinds = (data?.kinds ?? []).filter(({ key, archived }) => !archived || key === post.kind);
  // Another kind has another path: what was said on this one would be lost.
  const stands = ['in-review', 'approved', 'scheduled'].includes(post.state);
  return (
    <section className="panel filing" aria-labelledby="filing">
      <h2 className="panel__title" id="filing">
        <Icon name="flag" />
        {t('review:filing.title')}
      </h2>
      {mayWrite ? (
        <>
          <SelectField
            label={t('review:filing.kind')}
            value={post.kind}
            onChange={(kind) => (stands ? setAsked(kind) : send({ kind }))}
            options={[
              { value: '', label: t('review:filing.none') },
              ...kinds.map((kind) => ({ value: kind.key, label: kindName(kind, variant, t) })),
            ]}
          />
          <Form
            onSubmit={() => {
              if (reference.trim() !== post.reference) send({ reference });
            }}
          >
            <TextField
              label={t('review:filing.reference')}
              hint={t('review:filing.reference-hint')}
              value={reference}
              onChange={setReference}
              maxLength={80}
            />
            {reference.trim() !== post.reference && (
              <button type="submit" className="button button--small" aria-busy={file.isPending}>
                {t('common:action.save')}
              </button>
            )}
          </Form>
        </>
      ) : (
        <dl className="facts">
          <dt>{t('review:filing.reference')}</dt>
          <dd>{post.reference || '–'}</dd>
        </dl>
      )}
      <ProblemNote problem={file.error} />
      {asked !== null && (
        <ConfirmDialog
          title={t('review:filing.ask-title')}
          action={t('review:filing.ask-yes')}
          isOpen
          isPending={file.isPending}
          problem={file.error}
          onConfirm={() => send({ kind: asked })}
          onClose={() => setAsked(null)}
        >
          <p>{t('review:filing.ask-text')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
