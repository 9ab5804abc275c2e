import type { Check, TargetAccount, VideoLimit } from '#/language/checks/index.ts';
import type { PostContent } from './rules.ts';
import type { Seen, SeenMedia } from './seen.ts';

/** Whether each network that the post goes to takes the video as it is; a video is not cut or made smaller by us. */
export function checkVideos(
  content: PostContent,
  accounts: readonly TargetAccount[],
  { media }: Pick<Seen, 'media'>,
): Check[] {
  const targets = accounts.filter(({ id }) => content.targets.some(({ accountId }) => accountId === id));
  const networks = [...new Map(targets.map((account) => [account.network, account])).values()];
  const ofVideos = networks.find(({ video }) => video?.required);
  const hasNone = !content.images.some(({ mediaId }) => media.get(mediaId)?.kind === 'video');
  if (ofVideos && hasNone && content.images.length > 0) {
    const params = { network: ofVideos.networkName };
    return [{ code: 'post.video-instead', blocks: true, params, path: '/content/images' }];
  }
  return content.images.flatMap(({ mediaId }, index) => {
    const video = media.get(mediaId);
    if (video?.kind !== 'video') return [];
    const path = `/content/images/${index}`;
    const say = (code: string, params: Check['params'] = {}, blocks = true): Check => ({
      code: `post.video-${code}`,
      blocks,
      params: { number: index + 1, ...params },
      path,
    });
    return [
      ...(content.images.length > 1 ? [say('alone')] : []),
      ...networks.flatMap(({ networkName: network, video: limit }) =>
        limit ? [...faultsOf(video, limit, network, say)] : [say('not-taken', { network })],
      ),
    ];
  });
}

type Say = (code: string, params?: Check['params'], blocks?: boolean) => Check;

function* faultsOf(video: SeenMedia, limit: VideoLimit, network: string, say: Say): Generator<Check> {
  const durationMs = video.durationMs ?? 0;
  const shape = video.width / video.height;
  if (!limit.mime.includes(video.mime)) yield say('kind', { network });
  if (video.bytes > limit.maxBytes)
    yield say('too-large', { network, max: Math.floor(limit.maxBytes / 1_000_000) });
  if (durationMs > limit.maxMs) yield say('too-long', { network, max: Math.floor(limit.maxMs / 1000) });
  if (durationMs < limit.minMs) yield say('too-short', { network, min: Math.ceil(limit.minMs / 1000) });
  if (limit.ratio && (shape < limit.ratio.min || shape > limit.ratio.max)) yield say('shape', { network });
  if (!limit.captions && video.captions.length > 0) yield say('captions-stay', { network }, false);
}
