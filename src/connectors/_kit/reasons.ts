import type { Json, Reason } from '../contract.ts';

/**
 * Reasons that every network has. Their sentences stand in the common words under `errors`, with these codes as
 * keys; whatever else a connector says stands under `reasons` of its own words. The contract tests hold every
 * outcome to that.
 */
export const NETWORK_REASONS = {
  /** No connection came about: nothing was sent. Params: host. */
  unreachable: 'network.unreachable',
  /** Sent, and the answer never came. Params: host. */
  noAnswer: 'network.no-answer',
  /** An answer that is not the network's: a page of a proxy, or one cut off. Params: host, status. */
  unreadable: 'network.unreadable',
  /** The address leads into a private network, which this Glasnik is not configured to reach. Params: host. */
  privateAddress: 'network.private-address',
  /** What stands in the field is no web address. Params: field. */
  badAddress: 'network.bad-address',
  /** Asked too often; the network wants us to wait. */
  rateLimited: 'network.rate-limited',
  /** The network has a fault of its own (5xx). Params: status. */
  serverError: 'network.server-error',
  /** The grant is dead: a person must connect the account again. */
  signedOut: 'network.signed-out',
  /** Sign-in refused: wrong name or password, wrong code. */
  signInRefused: 'network.sign-in-refused',
  /** The person said no on the network's own page. */
  consentRefused: 'network.consent-refused',
  /** The network broke off the sign-in on its own page, or the code from there was no good any more. */
  consentFailed: 'network.consent-failed',
  /** The network does not take the app's id, secret or return address. */
  clientRefused: 'network.client-refused',
  /** A right is missing that publishing needs. Params: scope. */
  scopeMissing: 'network.scope-missing',
  /** A field of the form is empty. Params: field. */
  settingMissing: 'network.setting-missing',
  /** Refused for a reason that only `said` tells. Params: status. */
  refused: 'network.refused',
  /** Identical to one that is there already. */
  duplicate: 'network.duplicate',
  /** Text too long for the network. Params: max, count. */
  overLimit: 'network.over-limit',
  /** First comment too long for the network. Params: max, count. */
  commentOverLimit: 'network.comment-over-limit',
  /** Params: max, count. */
  tooManyImages: 'network.too-many-images',
  /** Params: max (bytes). */
  imageTooLarge: 'network.image-too-large',
  /** Params: mime. */
  imageKind: 'network.image-kind',
  /** A video on a network that takes none from us, or together with pictures. */
  videoNotTaken: 'network.video-not-taken',
  /** Params: max (bytes). */
  videoTooLarge: 'network.video-too-large',
  /** Shorter or longer than the network takes. Params: min, max (seconds). */
  videoLength: 'network.video-length',
  /** Params: mime. */
  videoKind: 'network.video-kind',
  /** An image without alternative text, on a network that requires it. */
  altMissing: 'network.alt-missing',
  /** Params: max, count. */
  altTooLong: 'network.alt-too-long',
  /** The image cannot be read: broken, or not there any more. */
  imageBroken: 'network.image-broken',
  /** This network has no way to look. */
  cannotLook: 'network.cannot-look',
  /** Something else stands where this post would stand. */
  differs: 'network.differs',
} as const;

const SAID_MAX = 300;

/** A reason with what the network answered, shortened and on one line. */
export function reason(code: string, params?: Reason['params'], said?: string): Reason {
  const words = said?.replace(/\s+/g, ' ').trim().slice(0, SAID_MAX);
  return { code, ...(params ? { params } : {}), ...(words ? { said: words } : {}) };
}

/** The field of an answer, or undefined where the answer is no object or has no such field. */
export function field(json: Json | undefined, name: string): Json | undefined {
  if (json === null || json === undefined || typeof json !== 'object' || Array.isArray(json))
    return undefined;
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

export function textField(json: Json | undefined, name: string): string | undefined {
  const value = field(json, name);
  return typeof value === 'string' ? value : undefined;
}
