import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { field, textField } from '../_kit/reasons.ts';
import { toVtt } from '../_kit/srt.ts';

export type StoredVideo = {
  parts: (Buffer | null)[];
  captions: { variant: string; vtt: string }[];
  status: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';
};
export type VideoState = {
  videos: Map<string, StoredVideo>;
  /** How often a video is said to be still in work. */
  slow: number;
  refusesPictures: boolean;
  /** Bytes of parts that came in, twice counted twice. */
  received: number;
};

/** Bytes of a part: 4 MiB, as LinkedIn has them. */
const PART = 4_194_304;
const DAY_MS = 86_400_000;

type Guarded = (answer: (asked: Asked) => Said | Promise<Said>) => Told['answer'];

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api, read 2026-12-01. */
export function videoRoutes(
  state: VideoState,
  owner: string,
  allowed: Guarded,
  no: (status: number, code: string, message: string) => Said,
): Told[] {
  return [
    {
      method: 'POST',
      path: '/rest/videos',
      step: 'upload',
      answer: allowed((asked) => {
        const action = asked.query.get('action');
        if (action === 'initializeUpload') return begin(state, asked, owner, no);
        return action === 'finalizeUpload' ? finish(state, asked, no) : no(400, 'PARAM_INVALID', 'action');
      }),
    },
    {
      method: 'GET',
      path: '/rest/videos/:id',
      step: 'upload',
      answer: allowed(({ params }) => {
        const id = params['id'] ?? '';
        const video = state.videos.get(id);
        if (!video) return no(404, 'NOT_FOUND', 'Could not find entity');
        if (video.status === 'PROCESSING' && (state.slow -= 1) < 0)
          video.status = state.refusesPictures ? 'PROCESSING_FAILED' : 'AVAILABLE';
        const isBad = video.status === 'PROCESSING_FAILED';
        return {
          json: {
            id,
            owner,
            status: video.status,
            ...(isBad ? { processingFailureReason: 'Unsupported codec' } : {}),
          },
        };
      }),
    },
    {
      method: 'PUT',
      path: '/dms-uploads/:id/part/:part',
      step: 'upload',
      answer: allowed(({ params, body }) => {
        const video = state.videos.get(`urn:li:video:${params['id']}`);
        const part = Number(params['part']);
        if (!video || video.parts[part] === undefined) return { status: 404 };
        video.parts[part] = body;
        state.received += body.byteLength;
        return { status: 200, headers: { etag: `"etag-${params['id']}-${part}"` } };
      }),
    },
    {
      method: 'PUT',
      path: '/dms-uploads/:id/captions',
      step: 'upload',
      answer: allowed(async (asked) => {
        const video = state.videos.get(`urn:li:video:${asked.params['id']}`);
        const form = await asked.form();
        const [file, text] = [form.get('file'), form.get('metadata')];
        if (!video || !(file instanceof Blob) || typeof text !== 'string') return { status: 400 };
        const metadata = JSON.parse(text) as { format: string; locale: { language: string } };
        const srt = await file.text();
        if (metadata.format !== 'SRT' || !/^1\n\d{2}:\d{2}:\d{2},\d{3} --> /.test(srt))
          return { status: 400 };
        // One file to a video: another takes its place.
        video.captions = [{ variant: metadata.locale.language.toLowerCase(), vtt: toVtt(srt) }];
        return { status: 201 };
      }),
    },
  ];
}

type No = (status: number, code: string, message: string) => Said;

function begin(state: VideoState, asked: Asked, owner: string, no: No): Said {
  const request = field(asked.json(), 'initializeUploadRequest');
  const size = field(request, 'fileSizeBytes');
  if (textField(request, 'owner') !== owner || typeof size !== 'number')
    return no(400, 'INVALID_VALUE_FOR_FIELD', 'owner');
  const name = `C4E10AQvideo${state.videos.size + 1}`;
  const count = Math.ceil(size / PART);
  const parts = Array.from({ length: count }, () => null);
  state.videos.set(`urn:li:video:${name}`, { parts, captions: [], status: 'WAITING_UPLOAD' });
  const home = `https://www.linkedin.com/dms-uploads/${name}`;
  return {
    json: {
      value: {
        uploadUrlsExpireAt: Date.now() + DAY_MS,
        video: `urn:li:video:${name}`,
        uploadInstructions: parts.map((_, index) => ({
          uploadUrl: `${home}/part/${index}`,
          firstByte: index * PART,
          lastByte: Math.min((index + 1) * PART, size) - 1,
        })),
        uploadToken: `token-${name}`,
        ...(field(request, 'uploadCaptions') === true ? { captionsUploadUrl: `${home}/captions` } : {}),
      },
    },
  };
}

function finish(state: VideoState, asked: Asked, no: No): Said {
  const request = field(asked.json(), 'finalizeUploadRequest');
  const id = textField(request, 'video') ?? '';
  const video = state.videos.get(id);
  const name = id.replace('urn:li:video:', '');
  const ids = field(request, 'uploadedPartIds');
  const wanted = video?.parts.map((_, part) => `etag-${name}-${part}`).join();
  const isWhole = video?.parts.every((part) => part !== null);
  if (!video || !isWhole || !Array.isArray(ids) || ids.map(String).join() !== wanted)
    return no(400, 'INVALID_VALUE_FOR_FIELD', 'uploadedPartIds');
  if (textField(request, 'uploadToken') !== `token-${name}`)
    return no(400, 'INVALID_VALUE_FOR_FIELD', 'uploadToken');
  if (video.status !== 'WAITING_UPLOAD') return no(400, 'BAD_REQUEST', 'The upload is finished already');
  video.status = 'PROCESSING';
  return { status: 200 };
}
