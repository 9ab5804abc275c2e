import { field, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, Json, Proof } from '../contract.ts';
import type { Prepared } from './handle.ts';

/** "News & Politics": a video must be in one category. */
const CATEGORY = '25';

export type Privacy = 'private' | 'unlisted' | 'public';

/** Who sees the videos of this channel when they are out. */
export const privacyOf = ({ settings }: ConnectedAccount): Privacy =>
  settings['privacy'] === 'unlisted' ? 'unlisted' : 'public';

/**
 * A video as the network has it (https://developers.google.com/youtube/v3/docs/videos). A part that is sent takes the
 * place of the whole part, so each is sent in full.
 */
export const videoOf = (
  account: ConnectedAccount,
  { title, description, language }: Omit<Prepared, 'videoId'>,
  privacyStatus: Privacy,
): { [key: string]: Json } => ({
  snippet: {
    title,
    description,
    categoryId: CATEGORY,
    defaultLanguage: language,
    defaultAudioLanguage: language,
  },
  status: {
    privacyStatus,
    selfDeclaredMadeForKids: account.settings['madeForKids'] === 'yes',
    license: 'youtube',
    embeddable: true,
    publicStatsViewable: true,
  },
});

/** `failed` or `rejected`, with the network's one-word reason; null where nothing of that kind is said. */
export function wrongWith(video: Json): string | null {
  const status = field(video, 'status');
  const state = textField(status, 'uploadStatus') ?? '';
  if (!['failed', 'rejected', 'deleted'].includes(state)) return null;
  return textField(status, 'failureReason') ?? textField(status, 'rejectionReason') ?? state;
}

export const shownTo = (video: Json): string =>
  textField(field(video, 'status'), 'privacyStatus') ?? 'private';

export const proofOf = (videoId: string, publishedAt: string, returned: Json): Proof => ({
  networkId: videoId,
  url: `https://www.youtube.com/watch?v=${videoId}`,
  publishedAt,
  returned,
});
