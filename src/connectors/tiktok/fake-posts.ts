import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { field, textField } from '../_kit/reasons.ts';
import type { Json } from '../contract.ts';
import { no, signedIn, yes, type Draft, type FakeState } from './fake-wire.ts';

/** Bytes: chunks between these, the last one up to twice as much; a smaller video in one piece. */
const [LEAST, MOST] = [5 * 1024 * 1024, 64 * 1024 * 1024];

/**
 * https://developers.tiktok.com/doc/content-posting-api-reference-upload-video, -photo-post, -get-video-status and -media-transfer-guide,
 * read 2026-12-01. What lies here has been seen by its person only.
 */
export function postRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/v2/post/publish/inbox/video/init/',
      step: 'upload',
      answer: signedIn(state, (asked) => guarded(state) ?? beginVideo(state, asked.json())),
    },
    {
      method: 'PUT',
      path: '/upload/:id/last',
      step: 'publish',
      answer: (asked) => takeChunk(state, asked),
    },
    {
      method: 'PUT',
      path: '/upload/:id/:part',
      step: 'upload',
      answer: (asked) => takeChunk(state, asked),
    },
    {
      method: 'POST',
      path: '/v2/post/publish/content/init/',
      step: 'publish',
      answer: signedIn(state, (asked) => guarded(state) ?? takePhotos(state, asked.json())),
    },
    {
      method: 'POST',
      path: '/v2/post/publish/status/fetch/',
      step: 'look',
      answer: signedIn(state, (asked) => statusOf(state, asked.json())),
    },
  ];
}

function guarded(state: FakeState): Said | null {
  if (state.unscoped)
    return no(401, 'scope_not_authorized', 'The user did not authorize the scope required.');
  if (state.banned)
    return no(403, 'spam_risk_user_banned_from_posting', 'The user is banned from making new posts.');
  const waiting = state.drafts.filter(isThere).length;
  if (waiting >= state.room)
    return no(403, 'spam_risk_too_many_pending_share', 'There are too many pending shares.');
  return null;
}

/** It is in the inbox: whole, and readable. */
export const isThere = ({ failed, chunks, got }: Draft): boolean => failed === null && got.length >= chunks;

function keep(state: FakeState, draft: Partial<Draft>): Draft {
  const publishId = `v_inbox_file~v2.${7_100_000_000 + state.drafts.length}`;
  const whole = {
    publishId,
    text: '',
    pictures: [],
    video: null,
    size: 0,
    chunk: 0,
    chunks: 0,
    got: [],
    failed: null,
  };
  const kept = { ...whole, ...draft };
  state.drafts.push(kept);
  return kept;
}

function beginVideo(state: FakeState, json: Json): Said {
  const source = field(json, 'source_info');
  const [size, chunk, chunks] = ['video_size', 'chunk_size', 'total_chunk_count'].map((name) =>
    Number(field(source, name)),
  ) as [number, number, number];
  const isWhole = chunks === 1 && chunk === size && size <= MOST;
  const isCut = chunk >= LEAST && chunk <= MOST && chunks === Math.floor(size / chunk);
  if (textField(source, 'source') !== 'FILE_UPLOAD' || !(size > 0) || !(isWhole || isCut))
    return no(400, 'invalid_params', 'The total chunk count is invalid');
  const draft = keep(state, { size, chunk, chunks });
  const upload_url = `https://open-upload.tiktokapis.com/upload/${state.drafts.indexOf(draft)}/`;
  // The last part has a path of its own, so that a test sees which chunk makes the draft.
  return yes({ publish_id: draft.publishId, upload_url: upload_url + (chunks === 1 ? 'last' : 'parts') });
}

function takeChunk(state: FakeState, { params, headers, body }: Asked): Said {
  const draft = state.drafts[Number(params['id'])];
  if (!draft) return { status: 404 };
  const start = draft.got.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
  const end = Number(range?.[2]) + 1;
  if (
    !range ||
    Number(range[1]) !== start ||
    Number(range[3]) !== draft.size ||
    end - start !== body.byteLength
  )
    return { status: 416 };
  draft.got.push(body);
  state.received += body.byteLength;
  if (end < draft.size) return { status: 206 };
  draft.video = Buffer.concat(draft.got);
  if (state.refusesMedia) draft.failed = 'file_format_check_failed';
  return { status: 201 };
}

async function takePhotos(state: FakeState, json: Json): Promise<Said> {
  const source = field(json, 'source_info');
  const urls = field(source, 'photo_images');
  const isDraft =
    textField(json, 'post_mode') === 'MEDIA_UPLOAD' && textField(json, 'media_type') === 'PHOTO';
  if (!isDraft || !Array.isArray(urls) || urls.length === 0 || urls.length > 35)
    return no(400, 'invalid_params', 'photo_images is invalid');
  if (state.unverified)
    return no(403, 'url_ownership_unverified', 'The url ownership verification is not complete.');
  const text = textField(field(json, 'post_info'), 'description') ?? '';
  if (text.length > 4000) return no(400, 'invalid_params', 'description is too long');
  const pictures: Buffer[] = [];
  let failed: string | null = null;
  for (const url of urls.map(String)) {
    // oxlint-disable-next-line no-restricted-globals -- the network's own fetcher
    const got = await fetch(url).catch(() => null);
    const isTaken = /^image\/(jpeg|webp)$/.test(got?.headers.get('content-type') ?? '');
    if (!got?.ok) failed = 'photo_pull_failed';
    else if (!isTaken || state.refusesMedia) failed = 'file_format_check_failed';
    else pictures.push(Buffer.from(await got.arrayBuffer()));
  }
  const { publishId } = keep(state, { text, pictures, failed });
  return yes({ publish_id: publishId });
}

function statusOf(state: FakeState, json: Json): Said {
  const draft = state.drafts.find(({ publishId }) => publishId === textField(json, 'publish_id'));
  if (!draft) return no(400, 'invalid_publish_id', 'The publish_id does not exist.');
  if (!isThere(draft) && draft.failed === null)
    return yes({ status: 'PROCESSING_UPLOAD', uploaded_bytes: 0 });
  if (state.slow > 0) {
    state.slow -= 1;
    return yes({ status: 'PROCESSING_DOWNLOAD', downloaded_bytes: 0 });
  }
  if (draft.failed !== null) return yes({ status: 'FAILED', fail_reason: draft.failed });
  return yes({ status: 'SEND_TO_USER_INBOX', publicaly_available_post_id: [] });
}
