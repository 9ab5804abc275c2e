import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What was done, to what, and on which version of it. */
export type NewAct = {
  /** `post.approved`: subject and past participle. Its sentence is the word `record:<kind>`. */
  kind: string;
  subjectType: string;
  subjectId: string;
  version?: number;
  detail?: Record<string, unknown>;
};

export type ActFields = {
  id: string;
  institutionId: string | null;
  personId: string | null;
  via: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  version: number | null;
  detail: Record<string, unknown>;
  requestId: string;
  at: string;
};

/** The hash of an act: SHA-256 over its canonical JSON (RFC 8785). */
export function hashAct(act: ActFields): Buffer {
  return createHash('sha256')
    .update(canonicalize(act) ?? '')
    .digest();
}

/** The hash of a link: SHA-256 over the hash before and the hash of the act. The first has nothing before it. */
export const hashLink = (previous: Uint8Array, actHash: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(actHash).digest();

/** The chain of acts that belong to no institution. */
export const HOUSE_CHAIN = '00000000-0000-0000-0000-000000000000';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What could be ids in the details of an act, at the first level and in its lists. */
export const idsIn = (detail: Record<string, unknown>): string[] =>
  Object.values(detail)
    .flat()
    .filter((value): value is string => typeof value === 'string' && ID.test(value));
