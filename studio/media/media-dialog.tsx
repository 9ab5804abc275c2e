import type { Media } from '#/contract/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { formatBytes, useT, useVariant } from '../words/index.ts';

/** One picture, as large as there is room. */
export function MediaDialog({ media, onClose }: { media: Media; onClose: () => void }) {
  const t = useT();
  const variant = useVariant();
  return (
    <Dialog title={media.fileName} size="wide" isOpen onClose={onClose}>
      <img className="media-view" src={media.url} alt="" width={media.width} height={media.height} />
      <p className="muted">
        {media.width} × {media.height} · {formatBytes(media.bytes, variant)} · {media.mime} ·{' '}
        {t('studio:media.uploaded')} <Time at={media.uploadedAt} />
      </p>
      <a className="button" href={media.url} download={media.fileName}>
        <Icon name="download" />
        {t('common:action.download')}
      </a>
    </Dialog>
  );
}
