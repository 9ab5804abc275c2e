import type { Post, PostState } from '#/contract/index.ts';

export type LifeStep = {
  state: PostState;
  phase: 'done' | 'now' | 'next' | 'failed';
  by?: string | undefined;
  /** Whose signature it was, where it was lent. */
  onBehalfOf?: string | undefined;
  at?: string | null | undefined;
};

const WAY: readonly PostState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published'];
/** Where a post stands that has left the way: beside which step. */
const BESIDE: Partial<Record<PostState, PostState>> = {
  'sent-back': 'in-review',
  publishing: 'scheduled',
  expired: 'scheduled',
  withdrawn: 'published',
};

/** The steps of a post's life with who and when, up to where it stands; those to come follow. */
export function lifeOf(post: Post | null): LifeStep[] {
  const state = post?.state ?? 'draft';
  const beside = BESIDE[state];
  const at = WAY.indexOf(beside ?? state);
  return WAY.map((step, index): LifeStep => {
    const facts = post ? factsOf(post, step) : {};
    if (index < at) return { state: step, phase: 'done', ...facts };
    if (index > at) return { state: step, phase: 'next' };
    if (!beside) return { state: step, phase: state === 'published' ? 'done' : 'now', ...facts };
    return { state, phase: state === 'publishing' ? 'now' : 'failed', ...lastRemark(post) };
  });
}

function factsOf(post: Post, step: PostState): Pick<LifeStep, 'by' | 'onBehalfOf' | 'at'> {
  if (step === 'draft') return { by: post.author?.name, at: post.createdAt };
  const approval = post.approvals.find(({ broken }) => broken === null);
  if (step === 'approved' && approval)
    return { by: approval.by?.name, onBehalfOf: approval.onBehalfOf?.name, at: approval.at };
  if (step === 'scheduled') return { at: post.content.dueAt };
  return {};
}

function lastRemark(post: Post | null): Pick<LifeStep, 'by' | 'at'> {
  const last = post?.remarks.toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return last ? { by: last.by?.name, at: last.at } : {};
}
