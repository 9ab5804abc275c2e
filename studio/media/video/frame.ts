/** Seconds into a video; its first frame is black as often as not. */
const IN = 1;
/** Milliseconds for a video to open and to go there. */
const PATIENCE = 20_000;
/** Pixels of the longer side. */
const LONGEST = 1280;

/** The picture that a video shows now. */
export async function frameOf(video: HTMLVideoElement): Promise<File> {
  const scale = Math.min(1, LONGEST / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
  if (!bytes) throw new Error('The browser made no picture of the frame');
  return new File([bytes], 'poster.jpg', { type: 'image/jpeg' });
}

/** A first still picture of a video at an address, or null where this browser cannot show the video. */
export async function firstFrameOf(url: string): Promise<File | null> {
  const video = document.createElement('video');
  const signal = AbortSignal.timeout(PATIENCE);
  video.muted = true;
  video.preload = 'auto';
  try {
    video.src = url;
    await come(video, 'loadeddata', signal);
    const length = Number.isFinite(video.duration) ? video.duration : IN;
    const there = come(video, 'seeked', signal);
    video.currentTime = Math.min(IN, length / 2);
    await there;
    return await frameOf(video);
  } catch {
    return null;
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

const come = (video: HTMLVideoElement, event: 'loadeddata' | 'seeked', signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(new Error('The browser cannot show this video'));
    video.addEventListener(event, () => resolve(), { once: true, signal });
    video.addEventListener('error', fail, { once: true, signal });
    signal.addEventListener('abort', fail, { once: true });
  });
