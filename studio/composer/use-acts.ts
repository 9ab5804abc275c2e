import type { Post } from '#/contract/index.ts';
import { useAct, type OperationName } from '../api/index.ts';
import { toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { useComposer, useComposerState } from './composer-context.tsx';
import { currentOf, isChanged } from './server.ts';

/** The acts of a post's life, as `post.can` names them, and what carries each. */
export const ACTS = {
  submit: 'submitPost',
  approve: 'approvePost',
  /** Of a step that is there for writing: it is done, and the next has its turn. */
  'pass-on': 'approvePost',
  'approve-with-condition': 'approvePost',
  hasten: 'hastenReview',
  'send-back': 'sendBackPost',
  schedule: 'schedulePost',
  recall: 'recallPost',
  unschedule: 'unschedulePost',
  withdraw: 'withdrawPost',
  reopen: 'reopenPost',
} as const satisfies Record<string, OperationName>;
export type ActName = keyof typeof ACTS;

/** Acts that need a reason. */
export const WITH_REASON: ReadonlySet<ActName> = new Set([
  'send-back',
  'withdraw',
  'approve-with-condition',
  'hasten',
]);

/**
 * Does an act on the version that this person sees: what is typed is saved first, and a version that somebody else
 * made meanwhile is shown instead of being acted upon.
 */
export function usePostAct(name: ActName, onDone: () => void) {
  const t = useT();
  const composer = useComposer();
  const act = useAct(ACTS[name], {
    onSuccess: (post: Post) => {
      composer.receive(post);
      toast({ text: t(`studio:composer.done.${name}`) });
      onDone();
    },
    onError: (problem) => {
      // What is not brought along arrives with the refresh that every change sends.
      const current = isChanged(problem) ? currentOf(problem) : null;
      if (current) composer.receive(current);
    },
  });
  const run = async (reason: string) => {
    if (!(await composer.flush()))
      return toast({ text: t('studio:composer.not-saved-yet'), tone: 'warning' });
    const { post } = composer.getState();
    if (!post) return;
    act.mutate({ params: { postId: post.id }, body: { version: post.version, ...said(name, reason) } });
  };
  return { run, isPending: act.isPending, error: act.error, reset: act.reset };
}

function said(name: ActName, reason: string): { reason?: string; condition?: string } {
  if (name === 'approve-with-condition') return { condition: reason };
  return WITH_REASON.has(name) ? { reason } : {};
}

/** The acts that are open to this person now. */
export function useCan(): (name: string) => boolean {
  const can = useComposerState(({ post }) => post?.can.join(' ') ?? 'save submit');
  return (name) => can.split(' ').includes(name);
}
