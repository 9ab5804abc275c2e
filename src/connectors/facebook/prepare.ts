import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, type Exchange } from '../_kit/http.ts';
import { fitImage } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Handle,
  Image,
  Message,
  PrepareOutcome,
  Video,
} from '../contract.ts';
import { listPosts } from './look-up.ts';
import { manifest } from './manifest.ts';
import { uploadVideo } from './video.ts';
import { askAsPage, restingUntil, trouble } from './wire.ts';

export type Prepared = {
  text: string;
  link: string | null;
  /** Unpublished photos, in order. */
  photos: string[];
  /** A video that is there already and seen by nobody. */
  videoId: string | null;
  preparedAt: string;
  /** Posts that stood there before and look the same: none of them is ours. */
  before: string[];
};

/** Checks, uploads the pictures as unpublished photos, and notes which posts of the same words stand there already. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  if (text === '' && message.images.length === 0 && !message.video)
    return { kind: 'rejected', reason: reason('text-empty') };
  try {
    if (message.video) return await prepareVideo(context, account, message, message.video);
    const photos = await uploadAll(context, account, message.images);
    const preparedAt = context.clock.now().toString();
    const link = photos.length === 0 ? firstLink(text) : null;
    const alike = await listPosts(context, account, { text, photos: [], preparedAt });
    if (!Array.isArray(alike)) return alike;
    const before = alike.map(({ id }) => id);
    return { kind: 'prepared', handle: { text, link, photos, videoId: null, preparedAt, before } };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

async function prepareVideo(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  video: Video,
): Promise<PrepareOutcome> {
  const videoId = await uploadVideo({ context, account }, message, video);
  const preparedAt = context.clock.now().toString();
  const handle = {
    text: message.text,
    link: null,
    photos: [],
    videoId,
    preparedAt,
    before: [],
  } satisfies Prepared;
  return { kind: 'prepared', handle };
}

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const text = textField(handle, 'text');
  const preparedAt = textField(handle, 'preparedAt');
  if (text === undefined || preparedAt === undefined)
    throw new Error('a handle of Facebook without its text');
  return {
    text,
    link: textField(handle, 'link') ?? null,
    photos: textsIn(handle, 'photos'),
    videoId: textField(handle, 'videoId') ?? null,
    preparedAt,
    before: textsIn(handle, 'before'),
  };
}

const textsIn = (handle: Handle, name: string): string[] => {
  const list = field(handle, name);
  return Array.isArray(list) ? list.map(String) : [];
};

/** Facebook makes a card of what is named in `link` only. */
const firstLink = (text: string): string | null => {
  const found = /https?:\/\/[^\s<>"“”„]+/i.exec(text)?.[0].replace(/[.,;:!?)\]}'’]+$/, '');
  return found !== undefined && URL.canParse(found) ? found : null;
};

/** The ids of the unpublished photos, in order. @throws Halt */
export async function uploadAll(
  context: ConnectorContext,
  account: ConnectedAccount,
  images: readonly Image[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const image of images) ids.push(await upload(context, account, image));
  return ids;
}

const ROOM = { maxBytes: manifest.limits.images.maxBytes, mime: ['image/jpeg', 'image/png'] } as const;

/** `POST /{page}/photos` with `published=false`: nobody sees it until a post carries it. @throws Halt */
async function upload(context: ConnectorContext, account: ConnectedAccount, image: Image): Promise<string> {
  const fitted = await fitImage(await image.read(), image, ROOM);
  if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
  const form = new FormData();
  form.set('published', 'false');
  if (image.alt.trim() !== '') form.set('alt_text_custom', image.alt.toWellFormed());
  const file = new Blob([fitted.bytes as Uint8Array<ArrayBuffer>], { type: fitted.mime });
  form.set('source', file, fitted.mime === 'image/png' ? 'image.png' : 'image.jpg');
  const got = await askAsPage(context, account, {
    method: 'POST',
    path: `/${account.networkId}/photos`,
    form,
  });
  const id = isGood(got) ? textField(got.json, 'id') : undefined;
  if (id === undefined) throw new Halt(orRetry(trouble(context, got)));
  rest(context, got);
  return id;
}

/** What is left of the allowance is kept for what cannot wait. @throws Halt */
function rest(context: ConnectorContext, got: Exchange): void {
  const rest = restingUntil(context, got);
  if (rest) throw new Halt({ kind: 'retry', ...rest, reason: reason(NETWORK_REASONS.rateLimited) });
}
