import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Post, PostSummary } from '#/contract/index.ts';
import { call, refresh } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { toast, wordsOf } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { meaningOf, NEEDS, type BoardAct, type Column } from './moves.ts';

/** What is asked before an act: the reason, or a look at what is approved. */
export type BoardQuestion = { act: BoardAct; post: Post };

/** Acts that ask first. */
const ASKING: ReadonlySet<BoardAct> = new Set(['approve', 'approve-and-schedule', 'send-back']);

/** Moves posts between columns by the acts that the moves mean; says why where one is refused. */
export function useBoard() {
  const t = useT();
  const client = useQueryClient();
  const { id: institutionId, membership } = useInstitution();
  const [question, setQuestion] = useState<BoardQuestion | null>(null);
  const [moving, setMoving] = useState<ReadonlyMap<string, Column>>(new Map());

  const refuse = (post: { title: string; excerpt?: string }, why: string) =>
    toast({
      text: `${t('studio:board.refused', { title: post.title || (post.excerpt ?? '') })} ${why}`,
      tone: 'danger',
    });
  const told = (error: unknown): string => {
    const { cause, next } = wordsOf(error, t);
    return [cause, next].filter(Boolean).join(' ');
  };
  const mark = (postId: string, to: Column | null) =>
    setMoving((before) => {
      const next = new Map(before);
      if (to) next.set(postId, to);
      else next.delete(postId);
      return next;
    });

  const send = async (act: BoardAct, post: Post, reason = ''): Promise<void> => {
    const params = { institutionId, postId: post.id };
    const body = { version: post.version };
    const done = await doAct(act, params, body, reason);
    const back = wayBack(act);
    toast({
      // Where a path of review has more steps, one approval of several has been given.
      text: t(
        ASKING.has(act) && done.state === 'in-review'
          ? 'studio:board.did.one-step'
          : `studio:board.did.${act}`,
        { title: post.title },
      ),
      ...(back ? { undo: () => void undo(back, done) } : {}),
    });
    await refresh(client, institutionId);
  };
  const undo = async (act: BoardAct, post: Post): Promise<void> => {
    try {
      await doAct(act, { institutionId, postId: post.id }, { version: post.version }, '');
    } catch (error) {
      refuse(post, told(error));
    }
    await refresh(client, institutionId);
  };

  const move = async (summary: PostSummary, to: Column): Promise<void> => {
    const meaning = meaningOf(summary.state, to);
    if (!meaning) return;
    if ('refused' in meaning) {
      const names = { from: t(`studio:state.${summary.state}`), to: t(`studio:state.${to}`) };
      return refuse(summary, t(`studio:board.no.${meaning.refused}`, names));
    }
    const { act } = meaning;
    if (!membership.permissions.includes(NEEDS[act].permission))
      return refuse(summary, t('studio:board.no.right', { act: t(`studio:board.act.${act}`) }));
    mark(summary.id, to);
    try {
      const post = await call('getPost', { params: { institutionId, postId: summary.id } });
      if (NEEDS[act].can === 'approve' && post.state === 'in-review' && !post.can.includes('approve'))
        refuse(summary, t('studio:board.no.own'));
      else if (ASKING.has(act)) setQuestion({ act, post });
      else await send(act, post);
    } catch (error) {
      refuse(summary, told(error));
    }
    mark(summary.id, null);
  };
  return { move, send, moving, question, setQuestion };
}

type Params = { institutionId: string; postId: string };

function doAct(act: BoardAct, params: Params, body: { version: number }, reason: string): Promise<Post> {
  switch (act) {
    case 'submit':
      return call('submitPost', { params, body });
    case 'approve':
      return call('approvePost', { params, body: { ...body, schedule: false } });
    case 'approve-and-schedule':
      return call('approvePost', { params, body: { ...body, schedule: true } });
    case 'send-back':
      return call('sendBackPost', { params, body: { ...body, reason } });
    case 'schedule':
      return call('schedulePost', { params, body });
    case 'recall':
      return call('recallPost', { params, body });
    case 'unschedule':
      return call('unschedulePost', { params, body });
    default:
      return call('reopenPost', { params, body });
  }
}

/** The act that takes one back, where there is one: an approval is not undone in silence, since others have heard of it. */
const wayBack = (act: BoardAct): BoardAct | null => WAYS_BACK[act] ?? null;

const WAYS_BACK: Partial<Record<BoardAct, BoardAct>> = {
  submit: 'recall',
  recall: 'submit',
  schedule: 'unschedule',
  unschedule: 'schedule',
  'send-back': 'reopen',
};
