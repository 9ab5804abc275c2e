import type { Account, Colleague, Institution, PostSummary } from '#/contract/index.ts';

export const STEP_NAMES = ['identity', 'people', 'account', 'post'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** `next` is the first that is not done. */
export type Step = { name: StepName; state: 'done' | 'next' | 'later'; path: string; left: string[] };

export type Facts = {
  institution: Pick<Institution, 'names' | 'logoMediaId'>;
  people: readonly Colleague[];
  accounts: readonly Account[];
  /** The posts last changed. */
  posts: readonly PostSummary[];
  /** How many are on the practice network. */
  practised: number;
};

/**
 * What a new institution has to have before its first post goes out, told from what is really there: nothing is ticked
 * by hand, and what is taken away again is open again. `left` names what a step still lacks.
 */
export function stepsOf(facts: Facts): Step[] {
  const open: Record<StepName, { path: string; left: string[] }> = {
    identity: { path: 'settings', left: identityLeft(facts.institution) },
    people: { path: 'settings/people', left: peopleLeft(facts.people) },
    account: { path: 'accounts', left: hasPractice(facts.accounts) ? [] : ['account'] },
    post: { path: postPath(facts), left: postLeft(facts) },
  };
  const next = STEP_NAMES.find((name) => open[name].left.length > 0);
  return STEP_NAMES.map((name) => ({
    name,
    ...open[name],
    state: open[name].left.length === 0 ? 'done' : name === next ? 'next' : 'later',
  }));
}

const WRITTEN = ['bs', 'hr', 'sr-Latn'] as const;

function identityLeft({ names, logoMediaId }: Facts['institution']): string[] {
  const named = WRITTEN.every((variant) => (names[variant] ?? '').trim() !== '');
  return [...(named ? [] : ['names']), ...(logoMediaId ? [] : ['logo'])];
}

/** One who writes and another who approves: nobody approves what they have written. */
function peopleLeft(people: readonly Colleague[]): string[] {
  const heads = people.filter(({ roles }) => roles.includes('head'));
  const writers = people.filter(({ roles }) =>
    roles.some((role) => role !== 'auditor' && role !== 'analyst'),
  );
  if (heads.length === 0) return ['head'];
  return writers.length < 2 ? ['second'] : [];
}

const hasPractice = (accounts: readonly Account[]): boolean =>
  accounts.some(({ network, state }) => network === 'sandbox' && state === 'connected');

/** How far the first post has come: the step that it lacks. */
function postLeft({ posts, practised }: Facts): string[] {
  if (practised > 0) return [];
  const under = furthest(posts);
  if (!under) return ['write'];
  if (under.state === 'in-review') return ['approve'];
  return under.state === 'draft' || under.state === 'sent-back' ? ['send'] : ['wait'];
}

const ORDER = ['publishing', 'scheduled', 'approved', 'in-review', 'sent-back', 'draft'] as const;

const furthest = (posts: readonly PostSummary[]): PostSummary | undefined =>
  ORDER.flatMap((state) => posts.filter((post) => post.state === state))[0];

function postPath({ posts, practised }: Facts): string {
  if (practised > 0) return 'practice';
  const under = furthest(posts);
  return under ? `posts/${under.id}` : 'posts/new';
}
