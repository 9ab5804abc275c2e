/**
 * Who works in a house. `adviser` is a lawyer or subject expert who sees only what is sent to them; `analyst` and
 * `auditor` change nothing.
 */
export const ROLES = [
  'administrator',
  'head',
  'editor',
  'translator',
  'responder',
  'adviser',
  'analyst',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

const everybody: readonly Role[] = ROLES;
/** Everybody who works in the house and not beside it. */
const staff: readonly Role[] = ROLES.filter((role) => role !== 'adviser');
const writers: readonly Role[] = ['administrator', 'head', 'editor'];
/** Of what only the administrator keeps. */
const readers: readonly Role[] = ['administrator', 'auditor'];

/** Who may do what: the whole policy, one line an act. Rules that need the thing itself stand beside its use case. */
export const policy = {
  'institution.read': everybody,
  'institution.change': ['administrator'],
  'person.list': staff,
  'person.manage': ['administrator'],
  'invitation.read': readers,
  'notice.read': everybody,
  'person.hand-over': ['administrator'],
  // A head gives away their own signature only, see delegate.ts.
  'delegation.read': staff,
  'delegation.manage': ['administrator', 'head'],
  'api-key.read': readers,
  'api-key.manage': ['administrator'],
  'webhook.read': readers,
  'webhook.manage': ['administrator'],
  'sign-in.read': readers,
  'sign-in.manage': ['administrator'],
  'mail.read': readers,
  'mail.manage': ['administrator'],
  'writing.change': ['administrator'],
  'glossary.propose': [...writers, 'translator'],
  'glossary.decide': ['administrator', 'head'],
  'machine.ask': writers,
  'account.read': staff,
  // Only those that a post before them goes to.
  'account.read-sent': ['adviser'],
  'account.connect': ['administrator'],
  'account.assign': ['administrator'],
  'account.diagnose': [...writers, 'responder'],
  'account.retire': ['administrator'],
  'slot.change': writers,
  'plan.read': staff,
  'plan.change': writers,
  'calendar.change': ['administrator', 'head'],
  'link.read': staff,
  'link.configure': ['administrator', 'head'],
  'media.read': staff,
  'media.upload': writers,
  'post.read': staff,
  // Only posts on which they are asked, see consultations.ts.
  'post.read-sent': ['adviser'],
  'post.write': writers,
  // Texts and alt texts of a post that is there, and nothing else, see save-post.ts.
  'post.translate': ['translator'],
  'post.submit': writers,
  'post.consult': writers,
  'post.advise': ['adviser'],
  'post.remark': [...writers, 'translator', 'responder', 'adviser'],
  // By the house path; told where nobody has approved in time.
  'post.approve': ['head'],
  // Whoever is asked in a step of the path, see review/seats.ts.
  'review.answer': [...writers, 'translator', 'responder', 'adviser', 'analyst'],
  'review.read': staff,
  'review.configure': ['administrator', 'head'],
  'review.ask-outside': ['administrator', 'head'],
  'post.send-back': ['head'],
  'post.schedule': ['head', 'editor'],
  'post.withdraw': ['head', 'editor'],
  'delivery.read': staff,
  'delivery.retry': ['head', 'editor'],
  'delivery.answer': ['head', 'editor'],
  'delivery.give-up': ['head', 'editor'],
  'pause.read': everybody,
  'pause.manage': ['administrator', 'head'],
  'election.read': everybody,
  'election.manage': ['administrator', 'head'],
  // For one listed name on one post, with a reason.
  'election.except': ['head'],
  'election.report': ['administrator', 'head', 'analyst', 'auditor'],
  'record.read': ['administrator', 'head', 'auditor'],
  'sandbox.read': staff,
  'sandbox.faults': writers,
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof policy;
export const ACTS = Object.keys(policy) as Act[];

/** What somebody may do for whoever has given them their signature. Writing is never done for another. */
export const DELEGABLE: readonly Act[] = ['post.approve', 'review.answer', 'post.send-back', 'post.schedule'];
