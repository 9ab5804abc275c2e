import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { toVtt } from '../_kit/srt.ts';
import type { Json } from '../contract.ts';
import { asPage, gone, no, type FakeState, type StoredVideo } from './fake-wire.ts';

/** Bytes that the network asks for at once; the real one asks for more. */
const CHUNK = 1_048_576;

/**
 * https://developers.facebook.com/docs/graph-api/reference/page/videos (phases), /video and /video/captions, read 2026-12-01. What it
 * has already stands in `error_data` of a chunk that does not follow.
 */
export function videoRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/v25.0/:page/videos',
      step: 'upload',
      answer: asPage(state, async (asked) => {
        const form = await asked.form();
        const phase = form.get('upload_phase');
        if (phase === 'start') return begin(state, Number(form.get('file_size')));
        const video = [...state.videos.values()].find(
          ({ session }) => session === form.get('upload_session_id'),
        );
        if (!video) return no(6000, '(#6000) There was a problem uploading your video file.');
        return phase === 'transfer' ? take(state, video, form) : finish(state, video, form);
      }),
    },
    {
      method: 'POST',
      path: '/v25.0/:id/captions',
      step: 'upload',
      answer: asPage(state, (asked) => caption(state, asked)),
    },
  ];
}

function begin(state: FakeState, size: number): Said {
  if (!(size > 0)) return no(100, '(#100) The parameter file_size is required');
  const id = `77000000${(state.made += 1)}`;
  const session = `session-${id}`;
  const video: StoredVideo = {
    id,
    session,
    size,
    bytes: Buffer.alloc(0),
    description: '',
    captions: [],
    hasThumb: false,
    status: 'uploading',
    published: false,
  };
  state.videos.set(id, video);
  return { json: { upload_session_id: session, video_id: id, ...rangeOf(video) } };
}

const rangeOf = ({ bytes, size }: StoredVideo) => ({
  start_offset: String(bytes.byteLength),
  end_offset: String(Math.min(bytes.byteLength + CHUNK, size)),
});

async function take(state: FakeState, video: StoredVideo, form: FormData): Promise<Said> {
  const chunk = form.get('video_file_chunk');
  if (Number(form.get('start_offset')) !== video.bytes.byteLength || !(chunk instanceof Blob)) {
    const said = no(6001, '(#6001) There was a problem uploading your video file.', { subcode: 1_363_037 });
    const { error } = said.json as { error: { [name: string]: Json } };
    return { ...said, json: { error: { ...error, error_data: rangeOf(video) } } };
  }
  video.bytes = Buffer.concat([video.bytes, Buffer.from(await chunk.arrayBuffer())]);
  state.received += chunk.size;
  return { json: rangeOf(video) };
}

function finish(state: FakeState, video: StoredVideo, form: FormData): Said {
  if (video.bytes.byteLength < video.size || video.status !== 'uploading')
    return no(6000, '(#6000) There was a problem uploading your video file.');
  if (form.get('published') !== 'false') return no(100, 'the fake shows no video by itself');
  const description = form.get('description');
  video.description = typeof description === 'string' ? description : '';
  video.hasThumb = form.get('thumb') instanceof Blob;
  video.status = state.refusesPhotos ? 'error' : 'processing';
  return { json: { success: true } };
}

const VARIANTS: Readonly<Record<string, string>> = {
  bs_BA: 'bs',
  hr_HR: 'hr',
  sr_RS: 'sr-Latn',
  en_US: 'en',
};

async function caption(state: FakeState, asked: Asked): Promise<Said> {
  const video = state.videos.get(asked.params['id'] ?? '');
  if (!video) return gone(asked.params['id'] ?? '');
  const file = (await asked.form()).get('captions_file');
  const locale = file instanceof File ? /\.([a-z]{2}_[A-Z]{2})\.srt$/.exec(file.name)?.[1] : undefined;
  const variant = VARIANTS[locale ?? ''];
  const srt = file instanceof Blob ? await file.text() : '';
  if (variant === undefined || !/^1\n\d{2}:\d{2}:\d{2},\d{3} --> /.test(srt))
    return no(387, '(#387) The given caption file was not valid');
  video.captions = [...video.captions.filter((one) => one.variant !== variant), { variant, vtt: toVtt(srt) }];
  return { json: { success: true } };
}

/** A video as it is read; while it is asked for, the work on it goes on. */
export function readVideo(state: FakeState, video: StoredVideo): Said {
  if (video.status === 'processing' && (state.slow -= 1) < 0) video.status = 'ready';
  const errors = video.status === 'error' ? [{ code: 1_363_024, message: 'Unsupported codec' }] : [];
  return {
    json: {
      id: video.id,
      published: video.published,
      permalink_url: `/opcina.primjer/videos/${video.id}/`,
      status: { video_status: video.status, processing_phase: { status: 'complete', errors } },
    },
  };
}

/** `POST /{video}`: its words, and that it is shown. */
export function changeVideo(state: FakeState, video: StoredVideo, asked: Asked): Said {
  const { description, published } = asked.json() as { description?: string; published?: boolean };
  if (published === true && video.status !== 'ready') return no(100, '(#100) The video is not ready');
  if (description !== undefined) video.description = description;
  if (published === true && !video.published) {
    video.published = true;
    state.posts.push({
      id: video.id,
      message: '',
      link: null,
      photos: [],
      at: Temporal.Now.instant(),
      video,
    });
  }
  return { json: { success: true } };
}
