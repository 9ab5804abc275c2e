import type { Post, PostInput } from '#/contract/index.ts';
import { ApiProblem, call, isProblem, isSignedOut, OfflineProblem, tellSignedOut } from '../api/index.ts';
import { passes } from '../api/problems.ts';
import type { Answer, ComposerServer } from './composer.ts';
import { remember } from './images/use-media.ts';

/** The composer's two requests, with every answer told apart by what is to be done next. */
export function composerServer(institutionId: string): ComposerServer {
  return {
    create: (body, idempotencyKey) =>
      told(call('createPost', { params: { institutionId }, body, idempotencyKey })),
    save: (postId, version, body: PostInput) => {
      const params = { institutionId, postId };
      return told(call('savePost', { params, body, ifMatch: version }), () => call('getPost', { params }));
    },
  };
}

async function told(request: Promise<Post>, reread?: () => Promise<Post>): Promise<Answer> {
  try {
    const post = await request;
    remember(post.media);
    return { kind: 'post', post };
  } catch (error) {
    if (error instanceof OfflineProblem) return { kind: 'later' };
    if (!(error instanceof ApiProblem)) return { kind: 'refused', error };
    if (isChanged(error) && reread) {
      const current = currentOf(error) ?? (await reread().catch(() => null));
      return current ? { kind: 'changed', post: current } : { kind: 'later' };
    }
    // The words stay here and are sent when it is over.
    if (isSignedOut(error)) tellSignedOut();
    if (passes(error)) return { kind: 'later' };
    return { kind: 'refused', error, made: isProblem(error, 'request.done-answer-lost') };
  }
}

/** Somebody saved, or acted, between reading and writing. */
export const isChanged = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.status === 412 || /(^|\.)changed$/.test(error.code));

/** The post as it stands now, where the refusal brought the whole of it; some bring only its version. */
export function currentOf({ current }: ApiProblem): Post | null {
  const isPost =
    typeof current === 'object' && current !== null && 'content' in current && 'version' in current;
  return isPost ? (current as Post) : null;
}
