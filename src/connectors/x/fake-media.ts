import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import { field, textField } from '../_kit/reasons.ts';
import type { Json } from '../contract.ts';
import { no, signedIn, type FakeState } from './fake-wire.ts';

const INVALID = 'https://api.twitter.com/2/problems/invalid-request';

/** https://docs.x.com/x-api/media/quickstart/media-upload-chunked and .../create-media-metadata, read 2026-11-30. */
export function mediaRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/2/media/upload/initialize',
      step: 'upload',
      answer: signedIn(state, (asked) => begin(state, asked)),
    },
    {
      method: 'POST',
      path: '/2/media/upload/:id/append',
      step: 'upload',
      answer: signedIn(state, (asked) => append(state, asked)),
    },
    {
      method: 'POST',
      path: '/2/media/upload/:id/finalize',
      step: 'upload',
      answer: signedIn(state, ({ params }) => finish(state, params['id'] ?? '')),
    },
    {
      method: 'GET',
      path: '/2/media/upload',
      step: 'upload',
      answer: signedIn(state, ({ query }) => finish(state, query.get('media_id') ?? '')),
    },
    {
      method: 'POST',
      path: '/2/media/metadata',
      step: 'upload',
      answer: signedIn(state, (asked) => describe(state, asked)),
    },
  ];
}

function begin(state: FakeState, asked: Asked): Said {
  const {
    media_type: mime,
    total_bytes: total,
    media_category: category,
  } = asked.json() as {
    [key: string]: Json;
  };
  const isWhole = typeof mime === 'string' && typeof total === 'number' && typeof category === 'string';
  if (!isWhole || state.refusesMedia) {
    return no(400, 'Invalid Request', 'One or more parameters to your request was invalid.', INVALID);
  }
  const id = String(1_880_028_106_020_515_840n + BigInt(state.media.size));
  state.media.set(id, { bytes: Buffer.alloc(0), mime, total, alt: '', isReady: false });
  return { json: { data: { id, media_key: `3_${id}`, expires_after_secs: 86_400 } } };
}

function append(state: FakeState, asked: Asked): Said {
  const media = state.media.get(asked.params['id'] ?? '');
  const part = partOf(asked, 'media');
  if (!media || !part || !partOf(asked, 'segment_index')) {
    return no(400, 'Invalid Request', 'media and segment_index are required.', INVALID);
  }
  media.bytes = Buffer.concat([media.bytes, part]);
  return { json: { data: { expires_at: 1_796_000_000 } } };
}

/** The bytes of one part of a form: clients send the file with a name or without one. */
function partOf({ body, headers }: Asked, name: string): Buffer | null {
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const at = boundary ? body.indexOf(`name="${name}"`) : -1;
  if (at === -1) return null;
  const start = body.indexOf('\r\n\r\n', at) + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}

function finish(state: FakeState, id: string): Said {
  const media = state.media.get(id);
  if (!media) return no(404, 'Not Found Error', 'Could not find media.', INVALID);
  if (media.bytes.byteLength !== media.total) {
    return no(400, 'Invalid Request', 'Segments do not add up to provided total file size.', INVALID);
  }
  const data = { id, media_key: `3_${id}`, size: media.total, expires_after_secs: 86_400 };
  if (!media.mime.startsWith('video/')) {
    media.isReady = true;
    return { json: { data } };
  }
  state.slowMedia -= 1;
  media.isReady = state.slowMedia < 0;
  const info: Json = media.isReady
    ? { state: 'succeeded', progress_percent: 100 }
    : { state: 'in_progress', check_after_secs: 1, progress_percent: 8 };
  return { json: { data: { ...data, processing_info: info } } };
}

function describe(state: FakeState, asked: Asked): Said {
  const media = state.media.get(textField(asked.json(), 'id') ?? '');
  const text = textField(field(field(asked.json(), 'metadata'), 'alt_text'), 'text');
  if (!media || text === undefined || text.length > 1000) {
    return no(400, 'Invalid Request', 'alt_text is not valid.', INVALID);
  }
  media.alt = text;
  return {
    json: { data: { id: textField(asked.json(), 'id') ?? '', associated_metadata: { alt_text: { text } } } },
  };
}
