import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { PostSummary } from '#/contract/index.ts';
import { patiently } from '../shared/later.ts';
import { useDrag } from '../shared/use-drag.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { Icon, Page } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { boardKeys } from './board-keys.ts';
import { BoardColumn } from './board-column.tsx';
import { COLUMNS, type Column } from './moves.ts';
import { useBoard } from './use-board.ts';
import { useColumn } from './use-column.ts';
import './board.css';

const ActDialog = lazy(patiently(() => import('./act-dialog.tsx')));
const MoveDialog = lazy(patiently(() => import('./move-dialog.tsx')));

/** Posts by state. Each column is a list of its own, read page by page. */
export function Component() {
  const t = useT();
  const here = useHere();
  const mayWrite = usePermission('post.write');
  const { move, send, moving, question, setQuestion } = useBoard();
  const [choosing, setChoosing] = useState<PostSummary | null>(null);
  const columns = {
    draft: useColumn('draft'),
    'sent-back': useColumn('sent-back'),
    'in-review': useColumn('in-review'),
    approved: useColumn('approved'),
    scheduled: useColumn('scheduled'),
    published: useColumn('published'),
  } satisfies Record<Column, unknown>;
  const all = COLUMNS.flatMap((column) => columns[column].items);
  const find = (id: string) => all.find((post) => post.id === id);
  const onPointerDown = useDrag({
    onDrop: ({ id, place }) => {
      const [post, to] = [find(id), COLUMNS.find((column) => column === place.dataset['drop'])];
      if (post && to) void move(post, to);
    },
  });
  const keys = boardKeys({
    onShift: (id, to) => {
      const post = find(id);
      if (post) void move(post, to);
    },
    onAsk: (id) => setChoosing(find(id) ?? null),
    stateOf: (id) => find(id)?.state,
  });
  return (
    <Page
      title={t('studio:board.title')}
      note={t('studio:board.note')}
      actions={
        mayWrite && (
          <Link className="button" to={here('posts/new')}>
            <Icon name="plus" />
            {t('studio:posts.new')}
          </Link>
        )
      }
    >
      <div onPointerDown={onPointerDown} onKeyDown={keys} role="presentation">
        <div
          className="board"
          tabIndex={0}
          role="region"
          aria-label={t('studio:board.title')}
          data-scrolls=""
        >
          {COLUMNS.map((column) => (
            <BoardColumn
              key={column}
              column={column}
              list={columns[column]}
              moving={moving}
              onMove={(post, to) => void move(post, to)}
            />
          ))}
        </div>
      </div>
      <p className="drag-help muted">{t('studio:board.help')}</p>
      <Suspense fallback={null}>
        {question && <ActDialog question={question} send={send} onClose={() => setQuestion(null)} />}
        {choosing && (
          <MoveDialog
            post={choosing}
            onMove={(to) => {
              setChoosing(null);
              void move(choosing, to);
            }}
            onClose={() => setChoosing(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}
