import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { no, signedIn, type FakeState, type Session, type StoredVideo } from './fake-wire.ts';

const HOME = 'https://www.googleapis.com/upload/youtube/v3/videos';
/** Chunks but the last are multiples of this: https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol */
const GRAIN = 256 * 1024;

/**
 * Uploads: https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol, and the references of videos.insert,
 * captions.insert and thumbnails.set, read 2026-11-30.
 */
export function uploadRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/upload/youtube/v3/videos',
      step: 'upload',
      answer: signedIn(state, 0, (asked) =>
        asked.query.get('uploadType') === 'resumable' ? begin(state, asked) : whole(state, asked),
      ),
    },
    {
      method: 'PUT',
      path: '/upload/youtube/v3/videos',
      step: 'upload',
      answer: signedIn(state, 0, (asked) => goOn(state, asked)),
    },
    {
      method: 'POST',
      path: '/upload/youtube/v3/captions',
      step: 'upload',
      answer: signedIn(state, 400, (asked) => caption(state, asked)),
    },
    {
      method: 'POST',
      path: '/upload/youtube/v3/thumbnails/set',
      step: 'upload',
      answer: signedIn(state, 50, (asked) => thumbnail(state, asked)),
    },
  ];
}

type Metadata = Session['metadata'];

function faultOf(state: FakeState, metadata: Metadata): Said | null {
  const title = metadata.snippet?.['title'];
  if (typeof title !== 'string' || title === '' || title.length > 100 || /[<>]/.test(title)) {
    return no(400, 'invalidTitle', 'The request metadata specifies an invalid or empty video title.');
  }
  const description = metadata.snippet['description'] ?? '';
  if (typeof description !== 'string' || Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) {
    return no(400, 'invalidDescription', 'The request metadata specifies an invalid video description.');
  }
  if (state.uploads > 0) return null;
  const words = 'The user has exceeded the number of videos they may upload.';
  return no(400, 'uploadLimitExceeded', words, 'youtube.video');
}

function begin(state: FakeState, asked: Asked): Said {
  const metadata = asked.json() as unknown as Metadata;
  const fault = faultOf(state, metadata);
  if (fault) return fault;
  const total = Number(asked.headers['x-upload-content-length']);
  if (!(total > 0)) return no(400, 'mediaBodyRequired', 'The request does not include the video content.');
  const id = `upload-${state.sessions.size + 1}`;
  state.sessions.set(id, { metadata, total, bytes: Buffer.alloc(0), videoId: null });
  return { headers: { location: `${HOME}?uploadType=resumable&part=snippet,status&upload_id=${id}` } };
}

function goOn(state: FakeState, asked: Asked): Said {
  const session = state.sessions.get(asked.query.get('upload_id') ?? '');
  if (!session) return { status: 404, body: 'Not Found', mime: 'text/plain' };
  const done = state.videos.find(({ id }) => id === session.videoId);
  if (done) return { status: 201, json: resourceOf(state, done) };
  const range = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(asked.headers['content-range'] ?? '');
  if (!range || Number(range[3]) !== session.total) return no(400, 'badRequest', 'Bad Content-Range.');
  if (range[1] !== undefined) {
    const [start, end] = [Number(range[1]), Number(range[2])];
    const isLast = end + 1 === session.total;
    const fits = start === session.bytes.byteLength && asked.body.byteLength === end - start + 1;
    if (!fits || (!isLast && asked.body.byteLength % GRAIN !== 0)) {
      return no(400, 'badRequest', 'The chunk does not follow what is there.');
    }
    state.received += asked.body.byteLength;
    session.bytes = Buffer.concat([session.bytes, asked.body]);
  }
  if (session.bytes.byteLength < session.total) {
    const last = session.bytes.byteLength - 1;
    return { status: 308, headers: last >= 0 ? { range: `bytes=0-${last}` } : {} };
  }
  const video = keep(state, session.metadata, session.bytes);
  session.videoId = video.id;
  return { status: 201, json: resourceOf(state, video) };
}

/** The client library sends description and file in one body. */
function whole(state: FakeState, asked: Asked): Said {
  const [head, file] = relatedOf(asked);
  if (!head || !file) return no(400, 'mediaBodyRequired', 'The request does not include the video content.');
  const metadata = JSON.parse(head.toString()) as Metadata;
  const fault = faultOf(state, metadata);
  if (fault) return fault;
  state.received += file.byteLength;
  return { json: resourceOf(state, keep(state, metadata, file)) };
}

function keep(state: FakeState, metadata: Metadata, bytes: Buffer): StoredVideo {
  state.made += 1;
  state.uploads -= 1;
  const status = { privacyStatus: 'public', ...metadata.status, uploadStatus: 'uploaded' };
  const video: StoredVideo = {
    id: `fakeVideo${String(state.made).padStart(2, '0')}`,
    snippet: { ...metadata.snippet },
    status: state.isAudited ? status : { ...status, privacyStatus: 'private' },
    bytes,
    thumbnail: null,
    at: Temporal.Now.instant().toString(),
  };
  if (state.refusesMedia) {
    Object.assign(video.status, { uploadStatus: 'failed', failureReason: 'invalidFile' });
  }
  state.videos.push(video);
  return video;
}

/** https://developers.google.com/youtube/v3/docs/videos */
export const resourceOf = (state: FakeState, video: StoredVideo): { [key: string]: never } =>
  JSON.parse(
    JSON.stringify({
      kind: 'youtube#video',
      etag: `"${video.id}"`,
      id: video.id,
      snippet: {
        publishedAt: video.at,
        channelId: 'UCprimjer0123456789abcde',
        ...video.snippet,
        channelTitle: 'Općina Primjer',
        liveBroadcastContent: 'none',
      },
      status: video.status,
    }),
  ) as { [key: string]: never };

function caption(state: FakeState, asked: Asked): Said {
  const [head, file] = relatedOf(asked);
  if (!head || !file) return no(400, 'contentRequired', 'The request does not contain the caption file.');
  const { snippet } = JSON.parse(head.toString()) as {
    snippet: { videoId: string; language: string; name: string };
  };
  if (!state.videos.some(({ id }) => id === snippet.videoId)) {
    return no(404, 'videoNotFound', 'The video identified by the videoId parameter could not be found.');
  }
  const { videoId, language } = snippet;
  if (state.captions.some((it) => it.videoId === videoId && it.language === language)) {
    return no(409, 'captionExists', 'The specified video already contains a caption track with that name.');
  }
  const id = `caption-${state.captions.length + 1}`;
  state.captions.push({ id, videoId, language, vtt: file.toString() });
  return { json: { kind: 'youtube#caption', id, snippet: { ...snippet, status: 'serving' } } };
}

function thumbnail(state: FakeState, asked: Asked): Said {
  const video = state.videos.find(({ id }) => id === asked.query.get('videoId'));
  if (!video) return no(404, 'videoNotFound', 'The video cannot be found.');
  if (!state.mayThumbnail) {
    return no(403, 'forbidden', "The thumbnail can't be set for the specified video.", 'youtube.thumbnail');
  }
  const isTaken = ['image/jpeg', 'image/png'].includes(asked.headers['content-type'] ?? '');
  if (!isTaken || asked.body.byteLength > 2_097_152) {
    return no(400, 'invalidImage', 'The provided image content is invalid.');
  }
  video.thumbnail = asked.body;
  return { json: { kind: 'youtube#thumbnailSetResponse', items: [{}] } };
}

/** The parts of a `multipart/related` body (RFC 2387), without their headers. */
function relatedOf({ body, headers }: Asked): Buffer[] {
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return [];
  const parts: Buffer[] = [];
  let at = body.indexOf(`--${boundary}`);
  while (at !== -1) {
    const start = body.indexOf('\r\n\r\n', at);
    const next = body.indexOf(`\r\n--${boundary}`, at + 1);
    if (start === -1 || next === -1) break;
    parts.push(body.subarray(start + 4, next));
    at = next + 2;
  }
  return parts;
}
