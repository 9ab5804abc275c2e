import { useEffect, useRef, useState } from 'react';
import type { Post, RemarkThread } from '#/contract/index.ts';
import { languageTag } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { Form } from '../shared/form.tsx';
import { Icon, ProblemNote, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { MentionField, mentionsIn, useMentionable } from './mention-field.tsx';
import { PicturePoint } from './picture-point.tsx';
import { nameOfPlace, standingOf } from './places.ts';
import { showThread, useShownThread } from './shown-thread.ts';

type ThreadProps = {
  post: Post;
  thread: RemarkThread;
  /** The number by which its place is marked; null where it is not drawn. */
  number: number | null;
  mayRemark: boolean;
  /** Brings the place into view; left out where there is none to be brought. */
  onGo?: ((thread: RemarkThread) => void) | undefined;
};

/** One place and what was said about it, with the way to answer and to settle it. */
export function Thread({ post, thread, number, mayRemark, onGo }: ThreadProps) {
  const t = useT();
  const [answering, setAnswering] = useState(false);
  const resolve = useAct('resolveRemark', { changes: ['listRemarks'] });
  const params = { postId: post.id, threadId: thread.id };
  const { anchor, resolved } = thread;
  const place = useShown(thread.id);
  return (
    <li className={resolved ? 'thread thread--resolved' : 'thread'} ref={place} tabIndex={-1}>
      <ThreadPlace post={post} thread={thread} number={number} onGo={onGo} />
      {anchor.kind === 'image' && (
        <PicturePoint mediaId={anchor.mediaId} at={anchor} label={t('review:remark.point')} />
      )}
      <ul role="list" className="thread__said">
        {thread.remarks.map((remark) => (
          <li key={remark.id}>
            <p className="thread__by">
              <strong>{remark.by?.name ?? t('studio:composer.somebody')}</strong> · <Time at={remark.at} />
            </p>
            <p className="thread__text">{remark.text}</p>
          </li>
        ))}
      </ul>
      {resolved && (
        <p className="thread__by">
          <Icon name="check" />{' '}
          {t('review:remark.settled-by', { name: resolved.by?.name ?? t('studio:composer.somebody') })}
        </p>
      )}
      {mayRemark && !answering && (
        <div className="cluster">
          <button type="button" className="button button--small" onClick={() => setAnswering(true)}>
            {t('review:remark.answer')}
          </button>
          <button
            type="button"
            className="button button--small button--quiet"
            aria-busy={resolve.isPending}
            onClick={() => resolve.mutate({ params, body: { resolved: !resolved } })}
          >
            <Icon name={resolved ? 'undo' : 'check'} />
            {t(resolved ? 'review:remark.reopen' : 'review:remark.settle')}
          </button>
        </div>
      )}
      <ProblemNote problem={resolve.error} />
      {answering && <Answer params={params} onDone={() => setAnswering(false)} />}
    </li>
  );
}

/** Brings the thread into view and gives it the focus once somebody has come to it from its place. */
function useShown(threadId: string) {
  const place = useRef<HTMLLIElement>(null);
  const shown = useShownThread() === threadId;
  useEffect(() => {
    if (!shown) return undefined;
    // After a sheet that has just been opened has taken the focus for itself.
    const timer = window.setTimeout(() => {
      const item = place.current;
      if (!item || item.getClientRects().length === 0) return;
      item.scrollIntoView({ block: 'nearest' });
      item.focus({ preventScroll: true });
      showThread(null);
    }, 60);
    return () => window.clearTimeout(timer);
  }, [shown]);
  return place;
}

function ThreadPlace({
  post,
  thread,
  number,
  onGo,
}: Pick<ThreadProps, 'post' | 'thread' | 'number' | 'onGo'>) {
  const t = useT();
  const { anchor } = thread;
  const standing = standingOf(post, anchor);
  const picture =
    anchor.kind === 'image'
      ? post.content.images.findIndex(({ mediaId }) => mediaId === anchor.mediaId) + 1 || undefined
      : undefined;
  const name = nameOfPlace({ ...anchor, ...(picture ? { number: picture } : {}) }, t);
  const said = (
    <>
      {number !== null && <span className="remarked__no">{number}</span>} {name}
      {anchor.kind === 'text' && <q lang={languageTag(anchor.variant)}>{anchor.quote}</q>}
    </>
  );
  return (
    <>
      {onGo && anchor.kind !== 'post' && standing ? (
        <button
          type="button"
          className="thread__place thread__place--leads"
          title={t('review:remark.to-place')}
          onClick={() => onGo(thread)}
        >
          {said}
        </button>
      ) : (
        <p className="thread__place">{said}</p>
      )}
      {standing === null && (
        <p className="thread__gone">
          <Icon name="info" />
          {t('review:remark.gone')}
        </p>
      )}
    </>
  );
}

function Answer({ params, onDone }: { params: { postId: string; threadId: string }; onDone: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const people = useMentionable(params.postId);
  const answer = useAct('answerRemark', { changes: ['listRemarks'], onSuccess: onDone });
  return (
    <Form
      className="stack stack--tight"
      onSubmit={() => {
        if (text.trim() === '' || answer.isPending) return;
        answer.mutate({ params, body: { text, mentions: mentionsIn(text, people) } });
      }}
    >
      <MentionField
        people={people}
        label={t('review:remark.your-answer')}
        hint={t('review:remark.text-hint')}
        value={text}
        onChange={setText}
        takesFocus
      />
      <ProblemNote problem={answer.error} />
      <div className="cluster">
        <button type="submit" className="button button--primary button--small" aria-busy={answer.isPending}>
          {t('review:remark.send')}
        </button>
        <button type="button" className="button button--small" onClick={onDone}>
          {t('common:action.cancel')}
        </button>
      </div>
    </Form>
  );
}
