import { createHash } from 'node:crypto';
import { BufferSource, Input, MP4, WEBM } from 'mediabunny';
import { Problem } from '#/kernel/errors.ts';

export type InspectedVideo = {
  bytes: Uint8Array;
  sha256: string;
  mime: 'video/mp4' | 'video/webm';
  width: number;
  height: number;
  durationMs: number;
};

/** Longer is no post: what networks take ends between two minutes and four hours, and this is kept whole in memory. */
const LONGEST_MS = 4 * 60 * 60 * 1000;

/**
 * Reads the container of a video: what it is, how large a picture, how long. Kept as it came: nothing is decoded.
 * @throws Problem `media.not-a-video`, `media.video-without-picture`, `media.video-too-long`
 */
export async function inspectVideo(
  bytes: Uint8Array,
  mime: 'video/mp4' | 'video/webm',
): Promise<InspectedVideo> {
  const input = new Input({ formats: [MP4, WEBM], source: new BufferSource(bytes) });
  try {
    const [track, seconds] = await Promise.all([input.getPrimaryVideoTrack(), input.computeDuration()]);
    if (!track) throw refused('media.video-without-picture');
    const durationMs = Math.round(seconds * 1000);
    if (!(durationMs > 0)) throw refused('media.not-a-video');
    if (durationMs > LONGEST_MS) throw refused('media.video-too-long', { hours: LONGEST_MS / 3_600_000 });
    const [width, height] = [track.displayWidth, track.displayHeight];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, sha256, mime, width, height, durationMs };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refused('media.not-a-video', {}, error);
  } finally {
    input.dispose();
  }
}

function refused(code: string, params: Record<string, string | number> = {}, cause?: unknown): Problem {
  return new Problem('invalid', code, { params, faults: [{ path: '/', code, params }], cause });
}
