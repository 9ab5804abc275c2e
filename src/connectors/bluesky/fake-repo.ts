import { countText } from '#/language/index.ts';
import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';
import { cidOf, FAKE_DID, FAKE_HANDLE, refuse, signedIn, xrpc, type FakeState } from './fake-wire.ts';

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

type Write = { repo: string; collection: string; rkey?: string; record: { [key: string]: Json } };

/** `com.atproto.repo.*` of the fake. */
export function repoRoutes(state: FakeState): Told[] {
  let made = 0;
  const create = (asked: Asked): Said => {
    const input = asked.json() as Write;
    made += 1;
    const rkey = input.rkey ?? `3jzfcijpj2z${'234567abcdefghij'.charAt(made)}a`;
    if (state.records.has(rkey)) return refuse(500, 'InternalServerError', 'Internal Server Error');
    return write(state, { ...input, rkey });
  };
  return [
    xrpc(
      'POST',
      'com.atproto.repo.putRecord',
      'publish',
      signedIn(state, (asked) => write(state, asked.json() as Write)),
    ),
    xrpc('POST', 'com.atproto.repo.createRecord', 'publish', signedIn(state, create)),
    xrpc('GET', 'com.atproto.repo.getRecord', 'find', (asked) => {
      const { repo, rkey, collection } = Object.fromEntries(asked.query);
      if (repo !== FAKE_DID && repo !== FAKE_HANDLE)
        return refuse(400, 'InvalidRequest', `Could not find repo: ${repo}`);
      const found = state.records.get(rkey ?? '');
      const uri = `at://${repo}/${collection}/${rkey}`;
      return found ? { json: found } : refuse(400, 'RecordNotFound', `Could not locate record: ${uri}`);
    }),
    xrpc(
      'POST',
      'com.atproto.repo.deleteRecord',
      'remove',
      signedIn(state, (asked) => {
        state.records.delete((asked.json() as { rkey: string }).rkey);
        return { json: {} };
      }),
    ),
    xrpc(
      'POST',
      'com.atproto.repo.uploadBlob',
      'upload',
      signedIn(state, (asked) => {
        if (state.refusesBlobs) return refuse(400, 'InvalidMimeType', 'Referenced mimeType is not accepted');
        const mime = asked.headers['content-type'] ?? '*/*';
        const cid = cidOf(asked.body, 'blob');
        state.blobs.set(cid, { bytes: asked.body, mime });
        return {
          json: { blob: { $type: 'blob', ref: { $link: cid }, mimeType: mime, size: asked.body.byteLength } },
        };
      }),
    ),
  ];
}

function write(state: FakeState, input: Write): Said {
  const { repo, collection, rkey = '', record } = input;
  if (repo !== FAKE_DID && repo !== FAKE_HANDLE)
    return refuse(400, 'InvalidRequest', `Could not find repo: ${repo}`);
  const fault = faultOf(record) ?? (TID.test(rkey) ? null : 'Invalid record key: not a TID');
  if (fault) return refuse(400, 'InvalidRequest', `Invalid ${collection} record: ${fault}`);
  const lost = linksOf(record).find((link) => !state.blobs.has(link));
  if (lost) return refuse(400, 'BlobNotFound', `Could not find blob: ${lost}`);
  const uri = `at://${FAKE_DID}/${collection}/${rkey}`;
  const cid = cidOf(JSON.stringify(record), 'record');
  state.records.set(rkey, { uri, cid, value: record });
  return { json: { uri, cid, validationStatus: 'valid' } };
}

/** What the lexicon `app.bsky.feed.post` refuses. */
function faultOf(record: { [key: string]: Json }): string | null {
  const { text, createdAt, facets } = record;
  if (typeof text !== 'string') return 'Record must have the property "text"';
  if (countText(text, 'graphemes') > 300) return 'Record/text must not be longer than 300 graphemes';
  if (countText(text, 'utf8-bytes') > 3000) return 'Record/text must not be longer than 3000 characters';
  if (typeof createdAt !== 'string' || Number.isNaN(Date.parse(createdAt)))
    return 'Record/createdAt must be a datetime';
  for (const facet of Array.isArray(facets) ? facets : []) {
    const { byteStart, byteEnd } = (facet as { index: { byteStart: number; byteEnd: number } }).index;
    if (byteStart < 0 || byteEnd <= byteStart || byteEnd > Buffer.byteLength(text))
      return 'Record/facets out of text';
  }
  return null;
}

/** The CIDs of all blobs that a record names. */
function linksOf(value: Json): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(linksOf);
  const { ref } = value;
  const link = ref !== null && typeof ref === 'object' && !Array.isArray(ref) ? ref['$link'] : undefined;
  if (value['$type'] === 'blob' && typeof link === 'string') return [link];
  return Object.values(value).flatMap(linksOf);
}
