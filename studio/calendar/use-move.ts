import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PostSummary } from '#/contract/index.ts';
import { call, refresh } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { toast, wordsOf } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { isSealedSummary, nameOf, type Home } from './posts.ts';
import { toInstant, toWallTime, type WallTime } from './wall-time.ts';

export type Question =
  /** The date and time are to be chosen, by keyboard or because the clock does not say enough. */
  | { kind: 'time'; post: PostSummary; home: Home; wall: WallTime }
  | { kind: 'seal'; post: PostSummary; home: Home; wall: WallTime };

/** Moves the post as it stands on the server now, to an instant that is told by the clock of its own institution. */
async function reschedule(home: Home, postId: string, at: string): Promise<void> {
  const params = { institutionId: home.id, postId };
  const { version } = await call('getPost', { params });
  const wall = toWallTime(at, home.timeZone);
  const due = wall.hour ? { local: wall.local, hour: wall.hour } : { local: wall.local };
  await call('reschedulePost', { params, body: { version, due } });
}

/** Moves posts in time, asks what must be asked, and offers the way back. */
export function useMove() {
  const t = useT();
  const variant = useVariant();
  const client = useQueryClient();
  const { timeZone } = useInstitution();
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
    async (post: PostSummary, home: Home, wall: WallTime): Promise<string | null> => {
      const at = toInstant(wall, timeZone);
      if (at === null || at === post.dueAt) return null;
      place(post.id, at);
      let there: string | null = at;
      try {
        await reschedule(home, post.id, at);
      } catch (error) {
        const { cause, next } = wordsOf(error, t);
        toast({ text: `${t('studio:calendar.not-moved')} ${cause} ${next}`, tone: 'danger' });
        there = null;
      }
      await refresh(client, home.id);
      place(post.id, null);
      return there;
    },
    [client, place, t, timeZone],
  );

  const send = useCallback(
    async (post: PostSummary, home: Home, wall: WallTime): Promise<void> => {
      const at = await put(post, home, wall);
      if (at === null) return;
      const name = (instant: string) => formatInstant(instant, 'moment', variant, timeZone);
      const { dueAt } = post;
      const goBack = async () => {
        const back = dueAt && (await put({ ...post, dueAt: at }, home, toWallTime(dueAt, timeZone)));
        if (back) toast({ text: t('studio:calendar.moved-back', { when: name(back) }) });
      };
      toast({
        text: t('studio:calendar.moved', { title: nameOf(post), when: name(at) }),
        ...(dueAt ? { undo: () => void goBack() } : {}),
      });
    },
    [put, t, timeZone, variant],
  );

  /** Answers whether it went without a question. */
  const move = useCallback(
    (post: PostSummary, home: Home, wall: WallTime): boolean => {
      const clear = toInstant(wall, timeZone) !== null;
      if (!clear) setQuestion({ kind: 'time', post, home, wall });
      else if (isSealedSummary(post)) setQuestion({ kind: 'seal', post, home, wall });
      else void send(post, home, wall);
      return clear && !isSealedSummary(post);
    },
    [send, timeZone],
  );

  return { move, send, moved, question, setQuestion };
}
