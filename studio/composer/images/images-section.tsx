import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import type { PostMedia } from '#/contract/index.ts';
import { Icon, toast } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT, withWords } from '../../words/index.ts';
import { useComposer, useDraft, useEdit, useFrameStands } from '../composer-context.tsx';
import { addImage, moveImage } from '../edits.ts';
import { ImageCard } from './image-card.tsx';
import { UploadLine } from './upload-line.tsx';
import { TAKEN } from './upload.ts';
import { useMedia } from './use-media.ts';
import { useUploads } from './use-uploads.ts';

const LibraryDialog = lazy(
  patiently(
    withWords(['studio/posts'], async () => ({
      default: (await import('./library-dialog.tsx')).LibraryDialog,
    })),
  ),
);

const hasFiles = (event: React.DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Pictures of the post: dropped, pasted or chosen, in the order in which they go out. */
export function ImagesSection() {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const stands = useFrameStands();
  const images = useDraft((draft) => draft.images);
  const media = useMedia(images.map(({ mediaId }) => mediaId));
  const [over, setOver] = useState(false);
  const [library, setLibrary] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const dialog = useRef<HTMLInputElement>(null);
  const take = useCallback(
    (one: PostMedia) => {
      if (composer.getState().draft.images.some(({ mediaId }) => mediaId === one.id))
        return toast({ text: t('studio:composer.images.already'), tone: 'info' });
      edit(addImage(one));
    },
    [composer, edit, t],
  );
  const uploads = useUploads(take);
  const { add } = uploads;
  usePaste(add, !stands);
  const dropOn = (index: number) => {
    if (dragged !== null) edit(moveImage(dragged, index));
    setDragged(null);
  };
  return (
    <section className="composer__section" aria-labelledby="composer-images">
      <div
        className={over ? 'images images--over' : 'images'}
        onDragOver={(event) => {
          if (stands || !hasFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          if (!hasFiles(event)) return;
          event.preventDefault();
          setOver(false);
          if (!stands) add([...event.dataTransfer.files]);
        }}
      >
        <div className="composer__section-head">
          <h2 id="composer-images" className="composer__section-title">
            {t('studio:composer.images.title')}
          </h2>
        </div>
        <ol className="images__list" role="list">
          {images.map((image, index) => (
            <ImageCard
              key={image.mediaId}
              image={image}
              index={index}
              count={images.length}
              media={media.get(image.mediaId)}
              onDragStart={() => setDragged(index)}
              onDropHere={() => dropOn(index)}
              isDragging={dragged !== null}
            />
          ))}
        </ol>
        {uploads.list.map((one) => (
          <UploadLine
            key={one.key}
            upload={one}
            onRetry={() => void uploads.retry(one)}
            onDrop={() => uploads.drop(one.key)}
          />
        ))}
        {!stands && (
          <div className="dropzone images__add" id="at-content-images" tabIndex={-1}>
            <p className="images__hint">{t('studio:composer.images.hint')}</p>
            <div className="button-group">
              <button type="button" className="button" onClick={() => dialog.current?.click()}>
                <Icon name="upload" />
                {t('studio:composer.images.choose')}
              </button>
              <button type="button" className="button button--quiet" onClick={() => setLibrary(true)}>
                <Icon name="media" />
                {t('studio:composer.images.library')}
              </button>
            </div>
            <input
              ref={dialog}
              type="file"
              hidden
              multiple
              accept={TAKEN.join(',')}
              aria-label={t('studio:composer.images.choose')}
              onChange={(event) => {
                add([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </div>
        )}
        <Suspense>
          {library && (
            <LibraryDialog
              chosen={images.map(({ mediaId }) => mediaId)}
              onChoose={take}
              onClose={() => setLibrary(false)}
            />
          )}
        </Suspense>
      </div>
    </section>
  );
}

/** A picture in the clipboard is a picture for the post, wherever the cursor is; text stays text. */
function usePaste(add: (files: readonly File[]) => void, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const hasText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (files.length === 0 || hasText) return;
      event.preventDefault();
      add(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [add, active]);
}
