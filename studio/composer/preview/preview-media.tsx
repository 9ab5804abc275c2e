import type { CSSProperties } from 'react';
import type { PostMedia, NetworkLook, Texts, Variant } from '#/contract/index.ts';
import type { Cut } from '#/language/index.ts';
import { useStillPicture } from '../../media/video/still-picture.ts';
import { Pins } from '../../remarks/drawn-remarks.tsx';
import { Icon } from '../../shared/index.ts';
import { formatLength, useT } from '../../words/index.ts';
import type { DraftImage } from '../draft.ts';
import { partOf } from './part-of.ts';
import { layoutOf, sentOf, shapeOf, shownOf } from './shown.ts';

type Look = NetworkLook['media'];
type Ratio = { min: number; max: number };

type PreviewMediaProps = {
  images: readonly DraftImage[];
  media: ReadonlyMap<string, PostMedia>;
  variant: Variant;
  look: Look;
  /** The shapes in which the network takes pictures; others are cut before they go out. */
  ratio: Ratio | null;
};

/** Pictures as the network arranges and cuts them, or the one video. */
export function PreviewMedia({ images, media, variant, look, ratio }: PreviewMediaProps) {
  const altOf = (alt: Texts) => alt[variant] ?? '';
  const first = images[0] && media.get(images[0].mediaId);
  if (first?.kind === 'video')
    return <PreviewVideo media={first} alt={altOf(images[0]?.alt ?? {})} variant={variant} look={look} />;
  const picture = (image: DraftImage, shape: number | null, more = 0) => (
    <Picture
      image={image}
      media={media.get(image.mediaId)}
      alt={altOf(image.alt)}
      look={look}
      ratio={ratio}
      shape={shape}
      more={more}
    />
  );
  if (look.several === 'swipe' && images.length > 1) {
    const shape = first ? shapeOf(sentIn(first, images[0], ratio), look.one) : look.one.max;
    return (
      <ul className="look__media look__media--swipe" role="list">
        {images.map((image) => (
          <li key={image.mediaId}>{picture(image, shape)}</li>
        ))}
      </ul>
    );
  }
  const layout = images.length > 1 && look.several !== 'swipe' ? layoutOf(look.several, images.length) : null;
  if (!layout) return <div className="look__media">{images[0] && picture(images[0], null)}</div>;
  const style: CSSProperties = {
    aspectRatio: layout.ratio,
    gridTemplateAreas: layout.rows.map((row) => `"${row}"`).join(' '),
  };
  return (
    <ul className="look__media look__media--mosaic" role="list" style={style}>
      {images.slice(0, layout.tiles.length).map((image, index, shown) => {
        const tile = layout.tiles[index];
        const more = index === shown.length - 1 ? images.length - shown.length : 0;
        return (
          <li key={image.mediaId} style={{ gridArea: tile?.area }}>
            {picture(image, tile?.shape ?? 1, more)}
          </li>
        );
      })}
    </ul>
  );
}

const sentIn = (media: PostMedia, image: DraftImage | undefined, ratio: Ratio | null): Cut =>
  sentOf({ size: media, focus: image?.focus }, ratio);

type PictureProps = {
  image: DraftImage;
  media: PostMedia | undefined;
  alt: string;
  look: Look;
  ratio: Ratio | null;
  /** Of its place; null for a picture by itself, which has its own within what the network shows. */
  shape: number | null;
  /** How many more there are behind it. */
  more: number;
};

function Picture({ image, media, alt, look, ratio, shape, more }: PictureProps) {
  if (!media) return <span className="skeleton skeleton--picture" />;
  const sent = sentIn(media, image, ratio);
  const place = shape ?? shapeOf(sent, look.one);
  const seen = shownOf({ size: media, focus: image.focus }, sent, place, look.focus);
  return (
    <span className="look__picture" style={{ aspectRatio: place }}>
      <span className="look__whole" style={partOf(media, seen)}>
        <img src={media.thumbnailUrl} alt={alt} />
        <Pins media={media} focus={null} />
      </span>
      {alt && look.altBadge && (
        <span className="media-grid__alt" aria-hidden="true">
          ALT
        </span>
      )}
      {more > 0 && <span className="look__rest">+{more}</span>}
    </span>
  );
}

type PreviewVideoProps = { media: PostMedia; alt: string; variant: Variant; look: Look };

/** A video before it plays: its still picture with the sign for playing, its length, and whether it has captions. */
function PreviewVideo({ media, alt, variant, look }: PreviewVideoProps) {
  const t = useT();
  const still = useStillPicture(media);
  const captioned = media.captions.some((one) => one.variant === variant);
  return (
    <div className="look__media">
      <span
        className="look__picture look__video"
        style={{ aspectRatio: shapeOf(media, look.video) }}
        role="img"
        aria-label={alt || t('studio:composer.preview.video')}
      >
        {media.hasPoster && <img src={still} alt="" />}
        <span className="look__play">
          <Icon name="play" large />
        </span>
        <span className="look__length">
          {captioned && `${t('studio:composer.preview.captions')} · `}
          {formatLength(media.durationMs ?? 0)}
        </span>
      </span>
    </div>
  );
}
