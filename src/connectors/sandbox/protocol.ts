/**
 * The wire protocol of the practice network, version 1: JSON over HTTP under `/sandbox/api/v1`, spoken between
 * the connector in this folder and the server inside Glasnik. Pure: types, paths and limits. A server can be
 * written from this file alone.
 *
 * **Who may.** Every request but `POST accounts` and `POST session` carries `Authorization: Bearer <token>`. The
 * token belongs to one practice account; all it can see and change is that account's.
 *
 * **Claiming an account.** `POST accounts` carries a `code`, which the same Glasnik gives to a signed-in person
 * who may connect accounts. The code says which institution it was given to, is signed by the server and is good
 * for `CODE_LIFETIME_MINUTES`; it needs no table. A new handle is made; a handle of the same institution is
 * claimed again (200, fresh tokens, the old ones die, posts stay); a handle of another institution is refused
 * (409 `handle-taken`). The same request twice gives the same account.
 *
 * **Tokens** are opaque to the client. `token` is for use, `renewToken` for `POST session` alone, and a renewal
 * leaves the earlier tokens as they are, so that a lost answer or two renewals at once kill nothing. A server may
 * give the same strings again, and may give one string for both.
 *
 * **Once only.** `PUT posts/{key}`: the key is chosen by the client and belongs to one message for ever. The first
 * request makes the post (201), the same one again changes nothing (200, the same body). Another text, comment,
 * language or media under a used key is refused (409 `key-used`). A key that was deleted stays dead (410 `post-removed`).
 *
 * **Errors** are problem details (RFC 9457), `application/problem+json`, with `code` from `SANDBOX_PROBLEMS`.
 * What it cannot parse is 400 `invalid`, an unknown path 404 `not-found`.
 *
 * **Faults.** A trainer switches them on for the next n requests of an institution (`SANDBOX_FAULTS`). A fault is
 * used up by a request that it applies to. The feed and pages for people are never touched by them.
 */
export const SANDBOX_API = '/sandbox/api/v1';

/** Paths under the address of Glasnik, method beside them. */
export const sandboxPaths = {
  /** POST: NewAccount -> 201 or 200 Grant. */
  accounts: () => `${SANDBOX_API}/accounts`,
  /** POST: Renewal -> 200 Grant. 401 `token-revoked` where the account was claimed again or is gone. */
  session: () => `${SANDBOX_API}/session`,
  /** GET -> 200 Account. */
  account: () => `${SANDBOX_API}/account`,
  /** POST: the bytes, `Content-Type` image/*, alternative text in `?alt=` -> 201 Media. Invisible until used. */
  media: (alt?: string) =>
    `${SANDBOX_API}/media${alt === undefined ? '' : `?alt=${encodeURIComponent(alt)}`}`,
  /** PUT: NewPost -> 201 or 200 Post. GET -> 200 Post, 404 `post-not-found`, 410 `post-removed`. DELETE -> 204, or as GET. */
  post: (key: string) => `${SANDBOX_API}/posts/${encodeURIComponent(key)}`,
  /** GET: comments under the account's posts after the cursor, oldest first, at most 100 -> 200 Comments. */
  comments: (since: string | null) =>
    `${SANDBOX_API}/comments${since === null ? '' : `?since=${encodeURIComponent(since)}`}`,
} as const;

/** Graphemes of one post, of its first comment, of one alternative text; images of one post; bytes of one image. */
export const SANDBOX_LIMITS = {
  text: 500,
  comment: 500,
  alt: 1000,
  images: 4,
  imageBytes: 8_000_000,
  mime: ['image/jpeg', 'image/png', 'image/webp'],
} as const;

/** 3 to 30 of a-z, 0-9, hyphen and dot, beginning with a letter and not ending with hyphen or dot. */
export const SANDBOX_HANDLE = /^[a-z][a-z0-9.-]{1,28}[a-z0-9]$/;
/** What a key may look like: up to 100 of A-Z, a-z, 0-9 and `._~-`. */
export const SANDBOX_KEY = /^[\w.~-]{1,100}$/;
export const CODE_LIFETIME_MINUTES = 60;

export type SandboxNewAccount = {
  code: string;
  handle: string;
  /** Up to 100 graphemes; the institution's own name where empty. */
  displayName: string;
};
export type SandboxRenewal = { renewToken: string };
export type SandboxGrant = { account: SandboxAccount; token: string; renewToken: string };

export type SandboxAccount = {
  /** UUID, unchanging. */
  id: string;
  handle: string;
  displayName: string;
  /** The account's page for people. */
  url: string;
};

export type SandboxMedia = { id: string };

export type SandboxNewPost = {
  text: string;
  /** What the account itself says first below the post; empty where nothing. It belongs to the post and goes with it. */
  comment?: string;
  /** BCP 47: bs, hr, sr-Latn, sr-Cyrl or en. */
  language: string;
  /** In the order in which they are shown; each from `POST media` of the same account, with alternative text. */
  media: string[];
};

export type SandboxPost = {
  id: string;
  key: string;
  text: string;
  comment: string;
  language: string;
  media: { id: string; alt: string }[];
  /** ISO 8601, UTC. */
  publishedAt: string;
  /** The post's page for people, absolute. */
  url: string;
};

export type SandboxComments = {
  items: SandboxComment[];
  /** To be given as `since` next time; the one that was given where nothing is new, null at the very beginning. */
  cursor: string | null;
};
export type SandboxComment = {
  id: string;
  /** `id` of the post, not its key. */
  postId: string;
  author: { handle: string; displayName: string };
  text: string;
  at: string;
  url: string;
};

/** RFC 9457. `code` decides, `detail` is for people, in the language of `Accept-Language` or English. */
export type SandboxProblem = {
  type: 'about:blank';
  title: string;
  status: number;
  code: SandboxProblemCode;
  detail?: string;
};

/** Every code with its status. */
export const SANDBOX_PROBLEMS = {
  invalid: 400,
  /** No token, or one that never was. */
  'token-unknown': 401,
  /** Good for nothing but renewal. */
  'token-expired': 401,
  /** The grant is over: claim the account again. */
  'token-revoked': 401,
  /** The connect code is wrong or too old. */
  'code-refused': 403,
  'not-found': 404,
  'post-not-found': 404,
  'handle-taken': 409,
  'key-used': 409,
  'post-removed': 410,
  'media-too-large': 413,
  'media-kind': 415,
  'handle-invalid': 422,
  'text-empty': 422,
  'text-too-long': 422,
  'too-many-images': 422,
  'alt-missing': 422,
  /** An id that is not among the account's uploads. */
  'media-unknown': 422,
  /** The fault `refuse-media`. */
  'media-refused': 422,
  'rate-limited': 429,
  'internal-error': 500,
} as const satisfies Record<string, number>;
export type SandboxProblemCode = keyof typeof SANDBOX_PROBLEMS;

/** Faults that can be switched on, and what each one does to a request. Kept equal to `contract/sandbox.ts`. */
export const SANDBOX_FAULTS = {
  /** PUT posts: the post is made, then the connection is cut without an answer. */
  'lose-answer': 'publish',
  /** Any request: 500 `internal-error`, nothing done. */
  'error-500': 'any',
  /** Any request: 429 `rate-limited` with `Retry-After: 30`, nothing done. */
  'rate-limit': 'any',
  /** Any request: done, and answered after `SLOW_SECONDS`. */
  slow: 'any',
  /** Any request with a token: 401 `token-expired`, nothing done; `POST session` then renews. */
  'expire-token': 'with-token',
  /** POST media: 422 `media-refused`, nothing kept. */
  'refuse-media': 'media',
} as const;
export type SandboxFault = keyof typeof SANDBOX_FAULTS;
export const SLOW_SECONDS = 20;
export const RATE_LIMIT_SECONDS = 30;
