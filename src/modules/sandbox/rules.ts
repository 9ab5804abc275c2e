/**
 * What the practice network allows, as `connectors/sandbox/protocol.ts` has it. Written a second time here because a
 * module may not know a connector; a test keeps the two equal.
 */
export const LIMITS = {
  text: 500,
  comment: 500,
  alt: 1000,
  images: 4,
  imageBytes: 8_000_000,
  displayName: 100,
  mime: ['image/jpeg', 'image/png', 'image/webp'],
} as const;
export const HANDLE = /^[a-z][a-z0-9.-]{1,28}[a-z0-9]$/;
export const KEY = /^[\w.~-]{1,100}$/;
export const CODE_LIFETIME_MINUTES = 60;
/** After this long a token must be renewed. Short enough that every training sees it happen. */
export const TOKEN_LIFETIME_HOURS = 12;

/** Graphemes of a citizen's comment and of the name under it; comments that one post takes. */
export const COMMENT_LIMITS = { text: 1000, author: 60, perPost: 1000 } as const;

/** Faults that a trainer can switch on, and the requests that each one meets. */
export const FAULTS = {
  'lose-answer': 'publish',
  'error-500': 'any',
  'rate-limit': 'any',
  slow: 'any',
  'expire-token': 'with-token',
  'refuse-media': 'media',
} as const;
export type SandboxFault = keyof typeof FAULTS;

/** What a request is for: a claim or a renewal, a picture, a post, or anything else with a token. */
export type RequestKind = 'session' | 'media' | 'publish' | 'other';

/** Whether a fault meets a request of this kind. */
export function faultApplies(fault: SandboxFault, request: RequestKind): boolean {
  const meets = FAULTS[fault];
  return meets === 'any' || (meets === 'with-token' ? request !== 'session' : meets === request);
}

export type RefusalCode =
  | 'invalid'
  | 'token-unknown'
  | 'token-expired'
  | 'token-revoked'
  | 'code-refused'
  | 'not-found'
  | 'post-not-found'
  | 'handle-taken'
  | 'key-used'
  | 'post-removed'
  | 'media-too-large'
  | 'media-kind'
  | 'handle-invalid'
  | 'text-empty'
  | 'text-too-long'
  | 'too-many-images'
  | 'alt-missing'
  | 'media-unknown'
  | 'media-refused'
  | 'rate-limited'
  | 'internal-error';

/** The practice network says no, in its own words and not in Glasnik's: it plays a stranger. */
export class SandboxRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, options: { cause?: unknown } = {}) {
    super(code, options);
    this.name = 'SandboxRefusal';
    this.code = code;
  }
}

/** Paths of the pages for people, under the address of Glasnik. */
export const sandboxPages = {
  account: (handle: string) => `/sandbox/${handle}`,
  post: (handle: string, postId: string) => `/sandbox/${handle}/posts/${postId}`,
  comment: (handle: string, postId: string, commentId: string) =>
    `/sandbox/${handle}/posts/${postId}#comment-${commentId}`,
  media: (mediaId: string) => `/sandbox/media/${mediaId}`,
} as const;

/** What the database can keep: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
