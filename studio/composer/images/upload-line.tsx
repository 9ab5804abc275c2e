import { Icon, wordsOf } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import type { Uploading } from './use-uploads.ts';

type UploadLineProps = { upload: Uploading; onRetry: () => void; onDrop: () => void };

/** A picture on its way, or what stands in its way and what to do. */
export function UploadLine({ upload: { file, share, fault }, onRetry, onDrop }: UploadLineProps) {
  const t = useT();
  if (!fault)
    return (
      <div className="upload-line">
        <div className="progress__head">
          <span>{file.name}</span>
          <span>{Math.round(share * 100)} %</span>
        </div>
        <progress className="progress" max={1} value={share < 1 ? share : undefined} aria-label={file.name} />
      </div>
    );
  const words =
    fault.kind === 'not-a-picture'
      ? {
          cause: t('studio:composer.images.not-a-picture'),
          next: t('studio:composer.images.not-a-picture-next'),
        }
      : wordsOf(fault.error, t);
  return (
    <div className="banner banner--danger upload-line" role="alert">
      <Icon name="warning" />
      <div className="banner__body">
        <p className="banner__title">{t('studio:composer.images.not-added', { file: file.name })}</p>
        <p>
          {words.cause} {words.next}
        </p>
        <div className="banner__actions">
          {fault.kind === 'problem' && (
            <button type="button" className="button button--small" onClick={onRetry}>
              <Icon name="retry" />
              {t('common:action.retry')}
            </button>
          )}
          <button type="button" className="button button--small button--quiet" onClick={onDrop}>
            {t('studio:composer.images.drop-it')}
          </button>
        </div>
      </div>
    </div>
  );
}
