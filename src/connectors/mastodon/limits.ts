import { exchange, isGood, orRetry } from '../_kit/http.ts';
import { field } from '../_kit/reasons.ts';
import type { ConnectorContext, Json, Limits } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { manifest } from './manifest.ts';
import { trouble } from './wire.ts';

/** Pixels in all that a picture may have, where the server tells; kept beside the limits for fitting. */
export type ServerLimits = Limits & { maxPixels?: number };

/**
 * What this server allows (`configuration` of `GET /api/v2/instance`, on servers before 4.0 and on others that speak
 * this API of `/api/v1/instance`). Numbers that it does not tell are Mastodon's own. @throws ConnectorFault
 */
export async function askLimits(context: ConnectorContext, server: string): Promise<ServerLimits> {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const got = await exchange(context, { url: `${server}${path}` });
    if (isGood(got)) return toLimits(got.json);
    const isUnknown = got.kind === 'answered' && (got.status === 404 || got.status === 501);
    if (isUnknown && path !== '/api/v1/instance') continue;
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind, found.reason, found.kind === 'retry' ? found.after : null);
  }
  return manifest.limits;
}

function toLimits(instance: Json): ServerLimits {
  const { limits } = manifest;
  const configuration = field(instance, 'configuration');
  const statuses = field(configuration, 'statuses');
  const media = field(configuration, 'media_attachments');
  const kinds = field(media, 'supported_mime_types');
  const mime = Array.isArray(kinds) ? limits.images.mime.filter((it) => kinds.includes(it)) : [];
  const maxPixels = numberIn(media, 'image_matrix_limit');
  const max = numberIn(statuses, 'max_characters') ?? numberIn(instance, 'max_toot_chars') ?? limits.text.max;
  return {
    text: { ...limits.text, max },
    ...(limits.comment ? { comment: { ...limits.comment, max } } : {}),
    images: {
      ...limits.images,
      max: numberIn(statuses, 'max_media_attachments') ?? limits.images.max,
      maxBytes: numberIn(media, 'image_size_limit') ?? limits.images.maxBytes,
      altMax: numberIn(media, 'description_limit') ?? limits.images.altMax,
      mime: mime.length > 0 ? mime : limits.images.mime,
    },
    video: limits.video && {
      ...limits.video,
      maxBytes: numberIn(media, 'video_size_limit') ?? limits.video.maxBytes,
      altMax: numberIn(media, 'description_limit') ?? limits.video.altMax,
      mime: Array.isArray(kinds) ? limits.video.mime.filter((it) => kinds.includes(it)) : limits.video.mime,
    },
    ...(maxPixels === undefined ? {} : { maxPixels }),
  };
}

function numberIn(json: Json | undefined, name: string): number | undefined {
  const value = field(json, name);
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
