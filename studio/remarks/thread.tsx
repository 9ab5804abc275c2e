import { useState } from 'react';
import type { Post, RemarkThread } from '#/contract/index.ts';
import { languageTag } from '#/language/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { Icon, ProblemNote, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { MentionField, mentionsIn } from './mention-field.tsx';
import { PicturePoint } from './picture-point.tsx';
import { nameOfPlace, standingOf } from './places.ts';

type ThreadProps = {
  post: Post;
  thread: RemarkThread;
  mayRemark: boolean;
  /** Brings the place into view; left out where there is none to be brought. */
  onGo?: ((thread: RemarkThread) => void) | undefined;
};

/** One place and what was said about it, with the way to answer and to settle it. */
export function Thread({ post, thread, mayRemark, onGo }: ThreadProps) {
  const t = useT();
  const [answering, setAnswering] = useState(false);
  const resolve = useAct('resolveRemark', { changes: ['listRemarks'] });
  const params = { postId: post.id, threadId: thread.id };
  const { anchor, resolved } = thread;
  return (
    <li className={resolved ? 'thread thread--resolved' : 'thread'}>
      <ThreadPlace post={post} thread={thread} onGo={onGo} />
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

function ThreadPlace({ post, thread, onGo }: Pick<ThreadProps, 'post' | 'thread' | 'onGo'>) {
  const t = useT();
  const { anchor } = thread;
  const standing = standingOf(post, anchor);
  const number =
    anchor.kind === 'image'
      ? post.content.images.findIndex(({ mediaId }) => mediaId === anchor.mediaId) + 1 || undefined
      : undefined;
  const name = nameOfPlace({ ...anchor, ...(number ? { number } : {}) }, t);
  const said = (
    <>
      {name}
      {anchor.kind === 'text' && <q lang={languageTag(anchor.variant)}>{anchor.quote}</q>}
    </>
  );
  return (
    <>
      {onGo && anchor.kind === 'text' && standing ? (
        <button type="button" className="thread__place" onClick={() => onGo(thread)}>
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
  const colleagues = useRead('listColleagues', {}, { staleTime: 300_000 }).data?.items ?? [];
  const answer = useAct('answerRemark', { changes: ['listRemarks'], onSuccess: onDone });
  return (
    <form
      className="stack stack--tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || answer.isPending) return;
        answer.mutate({ params, body: { text, mentions: mentionsIn(text, colleagues) } });
      }}
    >
      <MentionField
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
    </form>
  );
}
