import { Halt } from '../_kit/halt.ts';
import { isGood } from '../_kit/http.ts';
import { shrink } from '../_kit/images.ts';
import type { Video } from '../contract.ts';
import type { Progress } from './handle.ts';
import { manifest } from './manifest.ts';
import { languageOf } from './texts.ts';
import { refused, type Keep } from './upload.ts';
import { UPLOAD, whyOf, type Work } from './wire.ts';

/** Captions in every language there are, and the still picture; each kept as it is done. @throws Halt */
export async function addExtras(work: Work, video: Video, begun: Progress, keep: Keep): Promise<void> {
  let done = begun;
  for (const { variant, vtt } of video.captions) {
    if (done.captions.includes(variant)) continue;
    await addCaptions(work, done.videoId ?? '', languageOf(variant), vtt);
    done = { ...done, captions: [...done.captions, variant] };
    await keep(done);
  }
  if (done.hasThumbnail) return;
  const poster = await video.readPoster();
  if (!poster) return;
  await setThumbnail(work, done.videoId ?? '', poster);
  await keep({ ...done, hasThumbnail: true });
}

/**
 * `captions.insert` (https://developers.google.com/youtube/v3/docs/captions/insert): a description and the file in one body. A
 * second time in the same language it says that they are there, which is as good.
 */
async function addCaptions(work: Work, videoId: string, language: string, vtt: string): Promise<void> {
  const snippet = { videoId, language, name: '', isDraft: false };
  const boundary = 'glasnik-captions';
  const parts = [
    ['application/json; charset=UTF-8', JSON.stringify({ snippet })],
    ['text/vtt', vtt.replaceAll(`--${boundary}`, '')],
  ];
  const body = [
    ...parts.map(([mime, text]) => `--${boundary}\r\ncontent-type: ${mime}\r\n\r\n${text}\r\n`),
    `--${boundary}--\r\n`,
  ].join('');
  const got = await work.line.ask({
    method: 'POST',
    url: `${UPLOAD}/captions?uploadType=multipart&part=snippet`,
    bytes: { data: Buffer.from(body), mime: `multipart/related; boundary=${boundary}` },
  });
  if (got.kind !== 'done') throw new Halt(got);
  const { answer } = got;
  if (isGood(answer)) return;
  if (answer.kind === 'answered' && answer.status === 409 && whyOf(answer.json) === 'captionExists') return;
  throw refused(work, answer);
}

/**
 * `thumbnails.set` (https://developers.google.com/youtube/v3/docs/thumbnails/set). A channel whose owner has given no telephone
 * number may not have its own: then the network takes a picture from the video, and the post goes out all the same.
 */
async function setThumbnail(work: Work, videoId: string, poster: Uint8Array): Promise<void> {
  const fitted = await shrink(poster, { maxBytes: manifest.limits.images.maxBytes });
  if (!fitted) return;
  const got = await work.line.ask({
    method: 'POST',
    url: `${UPLOAD}/thumbnails/set?uploadType=media&videoId=${encodeURIComponent(videoId)}`,
    bytes: { data: fitted.bytes, mime: fitted.mime },
  });
  if (got.kind !== 'done') throw new Halt(got);
  const { answer } = got;
  if (isGood(answer)) return;
  if (answer.kind === 'answered' && answer.status === 403 && whyOf(answer.json) === 'forbidden') {
    work.context.log.warn({ channel: work.account.networkId }, 'the channel may not set thumbnails');
    return;
  }
  throw refused(work, answer);
}
