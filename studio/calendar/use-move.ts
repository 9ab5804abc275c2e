import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PostSummary } from '#/contract/index.ts';
import { call, refresh } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { toast, wordsOf } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { isSealedSummary } from './events.ts';
import { toInstant, toWallTime, type WallTime } from './wall-time.ts';

export type Question =
  /** The date and time are to be chosen, by keyboard or because the clock does not say enough. */
  { kind: 'time'; post: PostSummary; wall: WallTime } | { kind: 'seal'; post: PostSummary; wall: WallTime };

/** Moves the post as it stands on the server now. */
async function reschedule(institutionId: string, postId: string, wall: WallTime): Promise<void> {
  const params = { institutionId, postId };
  const { version } = await call('getPost', { params });
  const due = wall.hour ? { local: wall.local, hour: wall.hour } : { local: wall.local };
  await call('reschedulePost', { params, body: { version, due } });
}

/** Moves posts in time, asks what must be asked, and offers the way back. */
export function useMove() {
  const t = useT();
  const variant = useVariant();
  const client = useQueryClient();
  const { id: institutionId, timeZone } = useInstitution();
  const [question, setQuestion] = useState<Question | null>(null);
  /** Where posts are while the server does not know yet. */
  const [moved, setMoved] = useState<ReadonlyMap<string, string>>(new Map());

  const place = useCallback((postId: string, at: string | null) => {
    setMoved((before) => {
      const next = new Map(before);
      if (at === null) next.delete(postId);
      else next.set(postId, at);
      return next;
    });
  }, []);

  /** Sends a post to a time. Answers when it is there, or null where it is not. */
  const put = useCallback(
    async (post: PostSummary, wall: WallTime): Promise<string | null> => {
      const at = toInstant(wall, timeZone);
      if (at === null || at === post.dueAt) return null;
      place(post.id, at);
      let there: string | null = at;
      try {
        await reschedule(institutionId, post.id, wall);
      } catch (error) {
        const { cause, next } = wordsOf(error, t);
        toast({ text: `${t('studio:calendar.not-moved')} ${cause} ${next}`, tone: 'danger' });
        there = null;
      }
      await refresh(client, institutionId);
      place(post.id, null);
      return there;
    },
    [client, institutionId, place, t, timeZone],
  );

  const send = useCallback(
    async (post: PostSummary, wall: WallTime): Promise<void> => {
      const at = await put(post, wall);
      if (at === null) return;
      const name = (instant: string) => formatInstant(instant, 'moment', variant, timeZone);
      const { dueAt } = post;
      const goBack = async () => {
        const back = dueAt && (await put({ ...post, dueAt: at }, toWallTime(dueAt, timeZone)));
        if (back) toast({ text: t('studio:calendar.moved-back', { when: name(back) }) });
      };
      toast({
        text: t('studio:calendar.moved', { title: post.title || post.excerpt, when: name(at) }),
        ...(dueAt ? { undo: () => void goBack() } : {}),
      });
    },
    [put, t, timeZone, variant],
  );

  /** Answers whether it went without a question. */
  const move = useCallback(
    (post: PostSummary, wall: WallTime): boolean => {
      const clear = toInstant(wall, timeZone) !== null;
      if (!clear) setQuestion({ kind: 'time', post, wall });
      else if (isSealedSummary(post)) setQuestion({ kind: 'seal', post, wall });
      else void send(post, wall);
      return clear && !isSealedSummary(post);
    },
    [send, timeZone],
  );

  return { move, send, moved, question, setQuestion };
}
