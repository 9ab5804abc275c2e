import type { Act } from './policy.ts';

/** What a key may be limited to: reading or writing one part of the house. Writing brings its reading. */
export const SCOPES = [
  'posts:read',
  'posts:write',
  'plan:read',
  'plan:write',
  'media:read',
  'media:write',
  'deliveries:read',
  'deliveries:write',
  'accounts:read',
  'accounts:write',
  'institution:read',
  'institution:write',
  'people:read',
  'people:write',
  'record:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The scope of every act, one line an act: a new act has none until somebody has thought of it. */
export const scopeOf: Record<Act, Scope> = {
  'institution.read': 'institution:read',
  'institution.change': 'institution:write',
  'person.list': 'people:read',
  'person.manage': 'people:write',
  'invitation.read': 'people:read',
  'notice.read': 'people:read',
  'person.hand-over': 'people:write',
  'delegation.read': 'people:read',
  'delegation.manage': 'people:write',
  'api-key.read': 'people:read',
  'api-key.manage': 'people:write',
  'webhook.read': 'institution:read',
  'webhook.manage': 'institution:write',
  'sign-in.read': 'people:read',
  'sign-in.manage': 'people:write',
  'mail.read': 'institution:read',
  'mail.manage': 'institution:write',
  'writing.change': 'institution:write',
  'glossary.propose': 'institution:write',
  'glossary.decide': 'institution:write',
  'machine.ask': 'posts:write',
  'account.read': 'accounts:read',
  'account.read-sent': 'accounts:read',
  'account.connect': 'accounts:write',
  'account.assign': 'accounts:write',
  'account.diagnose': 'accounts:write',
  'account.retire': 'accounts:write',
  'plan.read': 'plan:read',
  'plan.change': 'plan:write',
  'calendar.change': 'institution:write',
  'media.read': 'media:read',
  'media.upload': 'media:write',
  'post.read': 'posts:read',
  'post.read-sent': 'posts:read',
  'post.write': 'posts:write',
  'post.translate': 'posts:write',
  'post.submit': 'posts:write',
  'post.consult': 'posts:write',
  'post.advise': 'posts:write',
  'post.remark': 'posts:write',
  'post.approve': 'posts:write',
  'review.answer': 'posts:write',
  'review.read': 'institution:read',
  'review.configure': 'institution:write',
  'review.ask-outside': 'posts:write',
  'post.send-back': 'posts:write',
  'post.schedule': 'posts:write',
  'post.withdraw': 'posts:write',
  'delivery.read': 'deliveries:read',
  'delivery.retry': 'deliveries:write',
  'delivery.answer': 'deliveries:write',
  'delivery.give-up': 'deliveries:write',
  'pause.read': 'institution:read',
  'pause.manage': 'institution:write',
  'record.read': 'record:read',
  'sandbox.read': 'accounts:read',
  'sandbox.faults': 'accounts:write',
};

/** Whether scopes hold an act. No scopes at all are everything. */
export function inScope(scopes: readonly Scope[] | undefined, act: Act): boolean {
  if (!scopes) return true;
  const wanted = scopeOf[act];
  return scopes.includes(wanted) || scopes.some((scope) => scope === wanted.replace(/:read$/, ':write'));
}
