import type { PostMedia } from '#/contract/index.ts';
import { Icon } from '../shared/icon.tsx';
import { formatLength } from '../words/index.ts';
import { useStillPicture } from './video/still-picture.ts';
import './video/video.css';

/** A picture or a video, small: of a video its still picture and how long it is. */
export function Thumb({ media, alt = '', lazy = false }: { media: PostMedia; alt?: string; lazy?: boolean }) {
  const still = useStillPicture(media);
  const image = (
    <img
      src={still}
      alt={alt}
      width={media.width}
      height={media.height}
      draggable={false}
      {...(lazy ? { loading: 'lazy' } : {})}
    />
  );
  if (media.kind === 'image') return image;
  return (
    <span className="video-thumb" {...(alt && !media.hasPoster ? { role: 'img', 'aria-label': alt } : {})}>
      {media.hasPoster ? image : <Icon name="video" large />}
      <span className="video-thumb__length">
        <Icon name="play" />
        {formatLength(media.durationMs ?? 0)}
      </span>
    </span>
  );
}
