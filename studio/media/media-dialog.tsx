import type { Media, PostMedia } from '#/contract/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { formatBytes, formatLength, useT, useVariant } from '../words/index.ts';
import { RightsPart } from './rights-part.tsx';
import { MediaUses } from './media-uses.tsx';
import { VideoView } from './video/video-view.tsx';

type MediaDialogProps = {
  media: PostMedia;
  /** A video got another still picture, or captions. */
  onChange: (media: Media) => void;
  onClose: () => void;
  /** Of the library, where it is also told what the picture is used in. */
  inLibrary?: boolean;
};

/** One picture or video, as large as there is room. */
export function MediaDialog({ media, onChange, onClose, inLibrary = false }: MediaDialogProps) {
  const t = useT();
  const variant = useVariant();
  return (
    <Dialog title={media.fileName} size="wide" isOpen onClose={onClose}>
      {media.kind === 'video' ? (
        <VideoView media={media} onChange={onChange} />
      ) : (
        <img className="media-view" src={media.url} alt="" width={media.width} height={media.height} />
      )}
      <p className="muted">
        {media.width} × {media.height} · {media.durationMs !== null && `${formatLength(media.durationMs)} · `}
        {formatBytes(media.bytes, variant)} · {media.mime} · {t('studio:media.uploaded')}{' '}
        <Time at={media.uploadedAt} />
      </p>
      <a className="button" href={media.url} download={media.fileName}>
        <Icon name="download" />
        {t('common:action.download')}
      </a>
      {inLibrary && isWhole(media) && <RightsPart key={media.id} media={media} onChange={onChange} />}
      {inLibrary && <MediaUses media={media} onGone={onClose} />}
    </Dialog>
  );
}

/** Who does not see the library gets a picture in a post without its rights. */
const isWhole = (media: PostMedia): media is Media => media.rights !== null && media.tags !== null;
