import { useRef, useState } from 'react';
import type { Media, PostMedia } from '#/contract/index.ts';
import { VARIANTS, languageTag, variantName } from '#/language/index.ts';
import { useAct } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { Icon } from '../../shared/icon.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { toast } from '../../shared/toast.ts';
import { useT, useVariant } from '../../words/index.ts';
import { CaptionsRow } from './captions-row.tsx';
import { frameOf } from './frame.ts';
import { noteStillPicture, useStillPicture } from './still-picture.ts';
import './video.css';

type VideoViewProps = { media: PostMedia; onChange: (media: Media) => void };

/** A video with all that belongs to it: the player, its still picture, its captions in each variant. */
export function VideoView({ media, onChange }: VideoViewProps) {
  const t = useT();
  const variant = useVariant();
  const mayChange = usePermission('media.upload');
  const player = useRef<HTMLVideoElement>(null);
  const still = useStillPicture(media);
  const [unplayable, setUnplayable] = useState(false);
  return (
    <div className="video stack">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- it has those that somebody has added, below */}
      <video
        ref={player}
        className="video__player"
        src={media.url}
        controls
        preload="metadata"
        playsInline
        aria-label={media.fileName}
        {...(media.hasPoster ? { poster: still } : {})}
        onError={() => setUnplayable(true)}
      >
        {media.captions.map((captions) => (
          <track
            // A new file under the same address has to be read again.
            key={`${captions.variant} ${captions.fileName} ${captions.cues}`}
            kind="captions"
            src={captions.url}
            srcLang={languageTag(captions.variant)}
            label={variantName(captions.variant)}
            default={captions.variant === variant}
          />
        ))}
      </video>
      {unplayable && (
        <p className="banner banner--warning">
          <Icon name="warning" />
          <span>{t('studio:video.unplayable')}</span>
        </p>
      )}
      {mayChange && !unplayable && <PosterButton media={media} player={player} onChange={onChange} />}
      <section aria-labelledby="video-captions">
        <h3 className="video__heading" id="video-captions">
          {t('studio:video.captions')}
        </h3>
        <p className="muted">{t('studio:video.captions-text')}</p>
        <ul className="video__captions" role="list">
          {VARIANTS.map((it) => (
            <CaptionsRow key={it} media={media} variant={it} mayChange={mayChange} onChange={onChange} />
          ))}
        </ul>
      </section>
    </div>
  );
}

type PosterButtonProps = VideoViewProps & { player: React.RefObject<HTMLVideoElement | null> };

/** Takes the picture at which the player stands. */
function PosterButton({ media, player, onChange }: PosterButtonProps) {
  const t = useT();
  const set = useAct('setPoster', {
    changes: ['listMedia'],
    onSuccess: (changed) => {
      noteStillPicture(changed.id);
      onChange(changed);
      toast({ text: t('studio:video.poster-set') });
    },
  });
  const [failed, setFailed] = useState<unknown>(null);
  const take = async () => {
    if (!player.current || set.isPending) return;
    setFailed(null);
    try {
      player.current.pause();
      const file = await frameOf(player.current);
      await set.mutateAsync({ params: { mediaId: media.id }, file });
    } catch (problem) {
      setFailed(problem);
    }
  };
  return (
    <>
      <p className="cluster">
        <button type="button" className="button" aria-busy={set.isPending} onClick={() => void take()}>
          <Icon name="image" />
          {t('studio:video.poster')}
        </button>
        <span className="muted">{t(`studio:video.${media.hasPoster ? 'poster-text' : 'no-poster'}`)}</span>
      </p>
      <ProblemNote problem={failed} />
    </>
  );
}
