import { useState } from 'react';
import type { ApprovalLink, Post } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { CopyButton, Dialog, Icon, ProblemNote, Time, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Those without an account who were asked by a link, and the way to ask another. */
export function OutsidePart({ post }: { post: Post }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { links } = post.review;
  const canAsk = post.can.includes('ask-outside');
  if (links.length === 0 && !canAsk) return null;
  return (
    <section className="panel" aria-labelledby="outside">
      <h2 className="panel__title" id="outside">
        <Icon name="mail" />
        {t('review:outside.title')}
      </h2>
      {links.length === 0 && <p className="panel__note">{t('review:outside.none')}</p>}
      <ul role="list" className="stack stack--tight">
        {links.map((link) => (
          <LinkLine key={link.id} postId={post.id} link={link} canShow={canAsk} />
        ))}
      </ul>
      {canAsk && (
        <button type="button" className="button button--small" onClick={() => setAsking(true)}>
          <Icon name="plus" />
          {t('review:outside.ask')}
        </button>
      )}
      {asking && <AskDialog post={post} onClose={() => setAsking(false)} />}
    </section>
  );
}

type LinkLineProps = { postId: string; link: ApprovalLink; canShow: boolean };

function LinkLine({ postId, link, canShow }: LinkLineProps) {
  const t = useT();
  const [url, setUrl] = useState('');
  const show = useAct('showApprovalLink', { onSuccess: ({ url }) => setUrl(url), changes: [] });
  const isOpen = link.state === 'open';
  return (
    <li>
      <p className="passage__said">
        <strong>{link.name}</strong> <span className="muted">{link.email}</span>
      </p>
      <p className="panel__note">
        {t(`review:outside.state.${isOpen && link.opened ? 'opened' : link.state}`)}
        {isOpen && (
          <>
            , {t('review:outside.until')} <Time at={link.expiresAt} />
          </>
        )}
      </p>
      {isOpen && canShow && (
        <button
          type="button"
          className="button button--small button--quiet"
          aria-busy={show.isPending}
          onClick={() => show.mutate({ params: { postId, approvalLinkId: link.id } })}
        >
          <Icon name="link" />
          {t('review:outside.show')}
        </button>
      )}
      <ProblemNote problem={show.error} />
      <Dialog title={t('review:outside.link-title')} isOpen={url !== ''} onClose={() => setUrl('')}>
        <p>{t('review:outside.link-text', { name: link.name })}</p>
        <p className="outside__address">{url}</p>
        <CopyButton text={url} label={t('review:outside.copy')} />
      </Dialog>
    </li>
  );
}

function AskDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const t = useT();
  const settings = useRead('getReviewSettings', {}, { staleTime: 60_000 });
  const known = settings.data?.outside ?? [];
  const [outsideId, setOutsideId] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const ask = useAct('askOutsideApprover', {
    onSuccess: () => {
      toast({ text: t('review:outside.asked') });
      onClose();
    },
  });
  const whom = outsideId === '' ? { name, email } : { outsideId };
  return (
    <FormDialog
      title={t('review:outside.ask')}
      action={t('review:outside.send')}
      isPending={ask.isPending}
      problem={ask.error}
      onSubmit={() => ask.mutate({ params: { postId: post.id }, body: { version: post.version, ...whom } })}
      onClose={onClose}
    >
      <p>{t('review:outside.ask-text')}</p>
      {known.length > 0 && (
        <SelectField
          label={t('review:outside.whom')}
          value={outsideId}
          onChange={setOutsideId}
          options={[
            { value: '', label: t('review:outside.somebody-new') },
            ...known.map((one) => ({ value: one.id, label: `${one.name}, ${one.email}` })),
          ]}
        />
      )}
      {outsideId === '' && (
        <>
          <TextField
            label={t('common:field.name')}
            value={name}
            onChange={setName}
            required
            maxLength={120}
          />
          <TextField
            label={t('common:field.email')}
            type="email"
            value={email}
            onChange={setEmail}
            required
            maxLength={200}
          />
        </>
      )}
    </FormDialog>
  );
}
