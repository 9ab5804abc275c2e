import { field, textField } from '../_kit/reasons.ts';
import type { Handle, Json } from '../contract.ts';

/** How far the uploads have come: kept as the delivery's steps. */
export type Progress = {
  /** Of which video: after a change of the post it is another, and everything begins anew. */
  mediaId: string;
  /** Where the rest of it goes to; whoever has it can put bytes there and do nothing else. */
  session: string | null;
  videoId: string | null;
  /** Languages of which the captions are there. */
  captions: string[];
  hasThumbnail: boolean;
};

export const asSteps = ({ mediaId, session, videoId, captions, hasThumbnail }: Progress): Handle => ({
  mediaId,
  session,
  videoId,
  captions: [...captions],
  hasThumbnail,
});

/** What was kept of this video; a beginning where nothing was. */
export function progressOf(kept: Handle | null, mediaId: string): Progress {
  const isOurs = kept !== null && textField(kept, 'mediaId') === mediaId;
  const json: Json = isOurs ? kept : {};
  const captions = field(json, 'captions');
  return {
    mediaId,
    session: textField(json, 'session') ?? null,
    videoId: textField(json, 'videoId') ?? null,
    captions: Array.isArray(captions) ? captions.filter((it): it is string => typeof it === 'string') : [],
    hasThumbnail: field(json, 'hasThumbnail') === true,
  };
}

/** What `publish` sends: the video lies at the network, seen by nobody. */
export type Prepared = { videoId: string; title: string; description: string; language: string };

export const asHandle = ({ videoId, title, description, language }: Prepared): Handle => ({
  videoId,
  title,
  description,
  language,
});

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const [videoId, title, description, language] = ['videoId', 'title', 'description', 'language'].map(
    (name) => textField(handle, name),
  );
  if (!videoId || !title) throw new Error('a handle of YouTube without a video');
  return { videoId, title, description: description ?? '', language: language ?? '' };
}
