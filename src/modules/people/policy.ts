import { Problem } from '#/kernel/errors.ts';

export const ROLES = ['administrator', 'head', 'editor', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

const everybody: readonly Role[] = ROLES;
const writers: readonly Role[] = ['administrator', 'head', 'editor'];

/** Who may do what: the whole policy, one line an act. Rules that need the thing itself stand beside its use case. */
export const policy = {
  'institution.read': everybody,
  'institution.change': ['administrator'],
  'person.list': everybody,
  'person.manage': ['administrator'],
  'notice.read': everybody,
  'api-key.manage': ['administrator'],
  'mail.manage': ['administrator'],
  'account.read': everybody,
  'account.connect': ['administrator'],
  'account.diagnose': writers,
  'account.retire': ['administrator'],
  'plan.read': everybody,
  'plan.change': ['administrator', 'head', 'editor'],
  'calendar.change': ['administrator', 'head'],
  'media.read': everybody,
  'media.upload': writers,
  'post.read': everybody,
  'post.write': writers,
  'post.submit': writers,
  'post.approve': ['head'],
  'post.send-back': ['head'],
  'post.schedule': ['head', 'editor'],
  'post.withdraw': ['head', 'editor'],
  'delivery.read': everybody,
  'delivery.retry': ['head', 'editor'],
  'delivery.answer': ['head', 'editor'],
  'delivery.give-up': ['head', 'editor'],
  'record.read': ['administrator', 'head', 'auditor'],
  'sandbox.read': everybody,
  'sandbox.faults': ['administrator', 'head', 'editor'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof policy;

/** Who does it, for whom, and on which request. */
export type Actor = {
  /** Null for an API key and for the worker. */
  personId: string | null;
  institutionId: string;
  roles: readonly Role[];
  via: 'session' | 'api-key' | 'worker' | 'command-line';
  requestId: string;
};

/** The house itself: takes what a person has approved further, and may not do anything a person decides. */
export const workerActor = (institutionId: string, requestId: string): Actor => ({
  personId: null,
  institutionId,
  roles: [],
  via: 'worker',
  requestId,
});

export function may(actor: Pick<Actor, 'roles'>, act: Act): boolean {
  const allowed: readonly Role[] = policy[act];
  return actor.roles.some((role) => allowed.includes(role));
}

/** The first line of a use case. @throws Problem forbidden */
export function permit(actor: Actor, act: Act): void {
  if (!may(actor, act)) throw new Problem('forbidden', 'permission.missing', { params: { act } });
}

/** The acts that a set of roles allows, for the studio to show only what will work. */
export const permissionsOf = (roles: readonly Role[]): Act[] =>
  (Object.keys(policy) as Act[]).filter((act) => may({ roles }, act));
