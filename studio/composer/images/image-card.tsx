import { lazy, Suspense, useState } from 'react';
import type { PostMedia } from '#/contract/index.ts';
import { Icon, toast } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { formatBytes, useT, useVariant } from '../../words/index.ts';
import { useComposer, useEdit, useHouse, useFrameStands } from '../composer-context.tsx';
import type { DraftImage } from '../draft.ts';
import { moveImage, putImage, removeImage, setFocus } from '../edits.ts';
import { Thumb } from '../../media/thumb.tsx';
import { AltFields } from './alt-fields.tsx';
import { renew } from './use-media.ts';

const MediaDialog = lazy(
  patiently(async () => ({
    default: (await import('../../media/media-dialog.tsx')).MediaDialog,
  })),
);
const FocusDialog = lazy(patiently(() => import('./focus-dialog.tsx')));

type ImageCardProps = {
  image: DraftImage;
  index: number;
  count: number;
  media: PostMedia | undefined;
  isDragging: boolean;
  onDragStart: () => void;
  onDropHere: () => void;
};

/** One picture: what it is, where it stands in the row, and its words for those who do not see it. */
export function ImageCard({
  image,
  index,
  count,
  media,
  isDragging,
  onDragStart,
  onDropHere,
}: ImageCardProps) {
  const t = useT();
  const stands = useFrameStands();
  const name = media?.fileName ?? '';
  return (
    <li>
      <div
        className="image-card"
        onDragOver={(event) => isDragging && event.preventDefault()}
        onDrop={(event) => {
          if (!isDragging) return;
          event.preventDefault();
          onDropHere();
        }}
      >
        <div
          className="image-card__picture"
          draggable={!stands}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', name);
            event.dataTransfer.effectAllowed = 'move';
            onDragStart();
          }}
        >
          {media ? (
            <Thumb media={media} alt={t('studio:composer.images.number', { number: index + 1, count })} />
          ) : (
            <span className="skeleton skeleton--picture" />
          )}
          <span className="image-card__number" aria-hidden="true">
            {index + 1}
          </span>
        </div>
        <div className="image-card__body">
          <div className="image-card__head">
            <ImageFacts media={media} />
            {!stands && <ImageActs image={image} index={index} count={count} media={media} />}
          </div>
          <AltFields image={image} index={index} />
        </div>
      </div>
    </li>
  );
}

function ImageFacts({ media }: { media: PostMedia | undefined }) {
  const t = useT();
  const variant = useVariant();
  const { facts } = useHouse();
  if (!media) return null;
  const tight = media.kind === 'image' && facts.find(({ limits }) => media.bytes > limits.images.maxBytes);
  return (
    <p className="image-card__facts">
      <span className="image-card__name">{media.fileName}</span>
      <span className="muted">
        {media.width} × {media.height} · {formatBytes(media.bytes, variant)}
      </span>
      {tight && (
        <span className="image-card__tight">
          {t('studio:composer.images.heavy', {
            network: tight.name,
            max: formatBytes(tight.limits.images.maxBytes, variant),
          })}
        </span>
      )}
    </p>
  );
}

type ImageActsProps = { image: DraftImage; index: number; count: number; media: PostMedia | undefined };

function ImageActs({ image, index, count, media }: ImageActsProps) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const number = index + 1;
  const [focusing, setFocusing] = useState(false);
  const move = (to: number) => {
    edit(moveImage(index, to));
    toast({ text: t('studio:composer.images.moved', { number: to + 1, count }), tone: 'info' });
  };
  const remove = () => {
    edit(removeImage(image.mediaId));
    toast({
      text: t('studio:composer.images.removed', { number }),
      undo: () => composer.edit(putImage(image, index)),
    });
  };
  return (
    <div className="image-card__acts">
      {count > 1 && (
        <>
          <button
            type="button"
            className="button button--quiet button--small button--icon"
            aria-label={t('studio:composer.images.earlier', { number })}
            aria-disabled={index === 0}
            onClick={() => index > 0 && move(index - 1)}
          >
            <Icon name="chevron-up" />
          </button>
          <button
            type="button"
            className="button button--quiet button--small button--icon"
            aria-label={t('studio:composer.images.later', { number })}
            aria-disabled={index === count - 1}
            onClick={() => index < count - 1 && move(index + 1)}
          >
            <Icon name="chevron-down" />
          </button>
        </>
      )}
      {media && (
        <button
          type="button"
          className="button button--quiet button--small button--icon"
          aria-label={t(media.kind === 'video' ? 'studio:video.open' : 'studio:focus.open', { number })}
          onClick={() => setFocusing(true)}
        >
          <Icon name={media.kind === 'video' ? 'video' : 'objective'} />
        </button>
      )}
      {media?.kind === 'video' && focusing && (
        <Suspense>
          <MediaDialog media={media} onChange={renew} onClose={() => setFocusing(false)} />
        </Suspense>
      )}
      {media?.kind === 'image' && focusing && (
        <Suspense>
          <FocusDialog
            media={media}
            index={index}
            focus={image.focus}
            onSave={(focus) => {
              edit(setFocus(image.mediaId, focus));
              setFocusing(false);
            }}
            onClose={() => setFocusing(false)}
          />
        </Suspense>
      )}
      <button
        type="button"
        className="button button--quiet button--danger button--small button--icon"
        aria-label={t('studio:composer.images.remove', { number })}
        onClick={remove}
      >
        <Icon name="trash" />
      </button>
    </div>
  );
}
