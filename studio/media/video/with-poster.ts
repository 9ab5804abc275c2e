import type { Media } from '#/contract/index.ts';
import { call } from '../../api/index.ts';
import { firstFrameOf } from './frame.ts';

/**
 * A video with a first still picture, which this browser makes and the server keeps; as it was where it is a picture, has
 * one, or cannot be shown here: then a person takes a frame elsewhere, and nothing else is held up by it.
 */
export async function withPoster(institutionId: string, media: Media): Promise<Media> {
  if (media.kind !== 'video' || media.hasPoster) return media;
  const file = await firstFrameOf(media.url);
  if (!file) return media;
  return call('setPoster', { params: { institutionId, mediaId: media.id }, file }).catch(() => media);
}
