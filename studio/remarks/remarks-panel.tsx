import { lazy, Suspense, useId, useState } from 'react';
import type { Post, RemarkThread } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { useComposer, useGoTo, useHouse } from '../composer/composer-context.tsx';
import { withCyrillic } from '../composer/cyrillic.ts';
import { usePermission } from '../session/institution.ts';
import { Icon, ProblemNote, Skeleton } from '../shared/index.ts';
import { patiently } from '../shared/later.ts';
import { useT } from '../words/index.ts';
import { pathOf, standingOf } from './places.ts';
import { drawnPlaceOf } from './shown-thread.ts';
import { Thread } from './thread.tsx';
import type { Selected } from './use-selected.ts';

const NewRemark = lazy(patiently(async () => ({ default: (await import('./new-remark.tsx')).NewRemark })));

type RemarksPanelProps = { post: Post; selected: Selected | null; onLeave?: () => void };

/** Everything that was said about a post: open threads first, settled ones folded away. */
export function RemarksPanel({ post, selected, onLeave }: RemarksPanelProps) {
  const t = useT();
  const titleId = useId();
  const composer = useComposer();
  const mayRemark = usePermission('post.remark');
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useRead('listRemarks', { params: { postId: post.id } });
  const threads = data?.items ?? [];
  const open = threads.filter(({ resolved }) => !resolved);
  const settled = threads.filter(({ resolved }) => resolved);
  const go = useGoToAnchor(onLeave);
  const list = (some: readonly RemarkThread[]) => (
    <ul role="list" className="threads">
      {some.map((thread, index) => (
        <Thread
          key={thread.id}
          post={post}
          thread={thread}
          number={thread.resolved ? null : index + 1}
          mayRemark={mayRemark}
          onGo={go}
        />
      ))}
    </ul>
  );
  return (
    <section className="panel" aria-labelledby={titleId}>
      <h2 className="panel__title" id={titleId}>
        <Icon name="dialogue" />
        {t('review:remark.title', { count: open.length })}
      </h2>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={2} />}
      {mayRemark && !writing && (
        <p>
          <button type="button" className="button button--small" onClick={() => setWriting(true)}>
            <Icon name="plus" />
            {t(selected ? 'review:remark.new-on-selection' : 'review:remark.new')}
          </button>
        </p>
      )}
      {writing && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <NewRemark
            post={post}
            selected={selected}
            onBefore={async () => ((await composer.flush()) ? composer.getState().post : null)}
            onDone={() => setWriting(false)}
          />
        </Suspense>
      )}
      {data && threads.length === 0 && !writing && <p className="panel__note">{t('review:remark.none')}</p>}
      {list(open)}
      {settled.length > 0 && (
        <details>
          <summary>{t('review:remark.settled', { count: settled.length })}</summary>
          {list(settled)}
        </details>
      )}
    </section>
  );
}

/** Goes to the place as it is drawn, or else opens the field that the remark is about and marks its words there. */
function useGoToAnchor(onLeave?: () => void): (thread: RemarkThread) => void {
  const goTo = useGoTo();
  const composer = useComposer();
  const { glossary } = useHouse();
  return ({ id, anchor }) => {
    if (anchor.kind === 'post') return;
    onLeave?.();
    if (drawnPlaceOf(id)) return goToDrawn(id);
    // What stands in the field, which may be further than what was saved.
    const written = { content: withCyrillic(composer.getState().draft, glossary) };
    const span = standingOf(written, anchor);
    goTo(pathOf(anchor, written), span === null || span === 'there' ? undefined : span);
  };
}

/** A sheet that is being closed gives the focus back first. */
const SHEET_MS = 120;

function goToDrawn(threadId: string): void {
  window.setTimeout(() => {
    const place = drawnPlaceOf(threadId);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, SHEET_MS);
}
