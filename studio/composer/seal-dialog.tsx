import { ConfirmDialog, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { useComposer, useComposerState } from './composer-context.tsx';
import { signerOf } from './signer.ts';

/** Asked once, before the first change of a sealed post, or of one that is before a reviewer, is saved. */
export function SealDialog() {
  const t = useT();
  const composer = useComposer();
  const asks = useComposerState((state) => state.asksAboutSeal);
  const post = useComposerState((state) => state.post);
  if (!asks || !post) return null;
  const approval = post.approvals.find(({ broken }) => broken === null);
  const kind = post.state === 'in-review' ? 'review' : 'seal';
  return (
    <ConfirmDialog
      title={t(`studio:composer.ask.${kind}.title`)}
      action={t(`studio:composer.ask.${kind}.yes`)}
      isOpen
      onConfirm={() => composer.answerSeal(true)}
      onClose={() => composer.answerSeal(false)}
    >
      <p>{t(`studio:composer.ask.${kind}.text`)}</p>
      {approval && (
        <p className="muted">
          {t('studio:composer.seal.approved-by', {
            person: signerOf(approval, t),
          })}{' '}
          <Time at={approval.at} />
        </p>
      )}
    </ConfirmDialog>
  );
}
