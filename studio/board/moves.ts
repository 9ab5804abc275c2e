import type { PostState } from '#/contract/index.ts';

/** Columns, in the order of a post's life. */
export const COLUMNS = ['draft', 'sent-back', 'in-review', 'approved', 'scheduled', 'published'] as const;
export type Column = (typeof COLUMNS)[number];

/** What moving a post from one column to another means. */
export const BOARD_ACTS = [
  'submit',
  'approve',
  'approve-and-schedule',
  'send-back',
  'schedule',
  'reopen',
  'recall',
  'unschedule',
] as const;
export type BoardAct = (typeof BOARD_ACTS)[number];

/** The act of the policy that each needs, and the act on the post that must be open. */
export const NEEDS: Record<BoardAct, { permission: string; can: string }> = {
  submit: { permission: 'post.submit', can: 'submit' },
  approve: { permission: 'post.approve', can: 'approve' },
  'approve-and-schedule': { permission: 'post.approve', can: 'approve' },
  'send-back': { permission: 'post.send-back', can: 'send-back' },
  schedule: { permission: 'post.schedule', can: 'schedule' },
  reopen: { permission: 'post.write', can: 'reopen' },
  recall: { permission: 'post.submit', can: 'recall' },
  unschedule: { permission: 'post.schedule', can: 'unschedule' },
};

const ACTS: Partial<Record<PostState, Partial<Record<Column, BoardAct>>>> = {
  draft: { 'in-review': 'submit' },
  'sent-back': { 'in-review': 'submit', draft: 'reopen' },
  'in-review': {
    draft: 'recall',
    approved: 'approve',
    scheduled: 'approve-and-schedule',
    'sent-back': 'send-back',
  },
  approved: { scheduled: 'schedule', 'sent-back': 'send-back' },
  scheduled: { approved: 'unschedule', 'sent-back': 'send-back' },
};

/** Why a post does not go from one column to another, whoever asks: the end of a key of words. */
export type Refusal = 'published' | 'out' | 'way';

/** The act that a move is, or why it is none. Null: it is where it is. */
export function meaningOf(from: PostState, to: Column): { act: BoardAct } | { refused: Refusal } | null {
  if (from === to) return null;
  const act = ACTS[from]?.[to];
  if (act) return { act };
  if (from === 'published' || from === 'publishing') return { refused: 'out' };
  return { refused: to === 'published' ? 'published' : 'way' };
}

/** Everywhere a post can go from a state. */
export const waysFrom = (from: PostState): { to: Column; act: BoardAct }[] =>
  COLUMNS.flatMap((to) => {
    const act = ACTS[from]?.[to];
    return act ? [{ to, act }] : [];
  });

/** The next column in a direction to which there is a way. */
export const nextWay = (from: PostState, by: 1 | -1): Column | null => {
  const at = COLUMNS.indexOf(from as Column);
  const beyond = by === 1 ? COLUMNS.slice(at + 1) : COLUMNS.slice(0, Math.max(at, 0)).toReversed();
  return beyond.find((to) => ACTS[from]?.[to]) ?? beyond[0] ?? null;
};
