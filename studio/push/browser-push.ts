/** What keeps this browser from showing notices while the studio is closed; `ready` where nothing does. */
export type PushAbility = 'ready' | 'insecure' | 'install' | 'unsupported' | 'denied';

const WORKER = '/studio/push-worker.js';
const SCOPE = '/studio/';

export function pushAbility(): PushAbility {
  if (!globalThis.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis))
    return onHomeScreen() === false ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : 'ready';
}

/** Only iPhone and iPad tell; there a page has push only once it was put on the home screen. */
const onHomeScreen = () => (navigator as { standalone?: boolean }).standalone;

/** Why a browser could not be given: the person said no, or its push service does not answer. */
export class PushFault extends Error {
  readonly reason: 'denied' | 'no-service';
  constructor(reason: PushFault['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.name = 'PushFault';
    this.reason = reason;
  }
}

export type Given = { publicKey: string; endpoint: string; p256dh: string; auth: string };

/** Asks the person, where nobody has yet, and the browser's push service. @throws PushFault */
export async function turnOn(publicKey: string): Promise<Given> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushFault('denied');
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const { pushManager } = await navigator.serviceWorker.ready;
  const kept = await pushManager.getSubscription();
  if (kept && !isFor(kept, publicKey)) await kept.unsubscribe();
  try {
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    return { publicKey, ...partsOf(made) };
  } catch (cause) {
    const denied = cause instanceof DOMException && cause.name === 'NotAllowedError';
    throw new PushFault(denied ? 'denied' : 'no-service', { cause });
  }
}

/** This browser's subscription, if it has one for this key. */
export async function kept(publicKey: string): Promise<Given | null> {
  if (pushAbility() !== 'ready' || Notification.permission !== 'granted') return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && isFor(subscription, publicKey) ? { publicKey, ...partsOf(subscription) } : null;
}

export async function turnOff(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE);
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

function partsOf(subscription: PushSubscription): Omit<Given, 'publicKey'> {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' };
}

const isFor = (subscription: PushSubscription, publicKey: string): boolean => {
  const key = subscription.options.applicationServerKey;
  return key !== null && base64url(new Uint8Array(key)) === publicKey;
};

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
