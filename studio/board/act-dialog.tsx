import { useState } from 'react';
import { Link } from 'react-router';
import { languageTag, variantName, VARIANTS } from '#/language/index.ts';
import { useHere, useInstitution } from '../session/institution.ts';
import { ConfirmDialog, Icon } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import type { BoardAct } from './moves.ts';
import type { BoardQuestion } from './use-board.ts';

type ActDialogProps = {
  question: BoardQuestion;
  send: (act: BoardAct, post: BoardQuestion['post'], reason?: string) => Promise<void>;
  onClose: () => void;
};

/** What goes before an approval or a sending back: exactly what is approved, or the reason. */
export default function ActDialog({ question: { act, post }, send, onClose }: ActDialogProps) {
  const t = useT();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const isReturn = act === 'send-back';
  const confirm = async (reason: string) => {
    setPending(true);
    setProblem(null);
    try {
      await send(act, post, reason);
      onClose();
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  };
  return (
    <ConfirmDialog
      title={`${t(`studio:board.act.${act}`)}: ${post.title || t('studio:post.untitled')}`}
      action={t(`studio:board.act.${act}`)}
      isOpen
      isPending={isPending}
      problem={problem}
      {...(isReturn ? { reasonLabel: t('studio:board.send-back.reason') } : {})}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    >
      {isReturn ? <p>{t('studio:board.send-back.text')}</p> : <Content post={post} />}
    </ConfirmDialog>
  );
}

/** The texts and the time that the approval seals. Pictures and networks' own versions are on the post's page. */
function Content({ post }: { post: BoardQuestion['post'] }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const { texts, dueAt, targets } = post.content;
  const written = VARIANTS.filter((one) => targets.some((target) => target.variant === one) && texts[one]);
  return (
    <div className="stack">
      <p>
        {t('studio:board.approve.text')}{' '}
        <strong>{dueAt && formatInstant(dueAt, 'moment-full', variant, timeZone)}</strong>
      </p>
      {written.map((one) => (
        <section key={one}>
          <h3 className="field__label">{variantName(one)}</h3>
          <p className="board-text" lang={languageTag(one)}>
            {texts[one]}
          </p>
        </section>
      ))}
      <Link to={here(`posts/${post.id}`)}>
        <Icon name="eye" /> {t('studio:board.approve.open')}
      </Link>
    </div>
  );
}
