import { useState, type DragEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { operations } from '#/contract/index.ts';
import { refresh, useAct } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { withPoster } from './video/with-poster.ts';

const accepted: readonly string[] = operations.uploadMedia.upload;

type Failed = { fileName: string; problem: unknown };

/** Where pictures are put: by file dialog, by dragging, by pasting. One after another, each with its own fault. */
export function UploadZone() {
  const t = useT();
  const [over, setOver] = useState(false);
  const [waiting, setWaiting] = useState<string[]>([]);
  const [failed, setFailed] = useState<Failed[]>([]);
  const { id: institutionId } = useInstitution();
  const client = useQueryClient();
  const upload = useAct('uploadMedia', { changes: ['listMedia'] });

  const take = async (files: Iterable<File>) => {
    const list = [...files];
    setFailed([]);
    setWaiting(list.map(({ name }) => name));
    let done = 0;
    for (const file of list) {
      try {
        const media = await upload.mutateAsync({ query: { fileName: file.name.slice(-200) }, file });
        await withPoster(institutionId, media);
        if (media.known) toast({ text: t('studio:media.known', { name: media.fileName }) });
        else done += 1;
      } catch (problem) {
        setFailed((before) => [...before, { fileName: file.name, problem }]);
      }
      setWaiting((before) => before.slice(1));
    }
    await refresh(client, institutionId, ['listMedia']);
    if (done > 0) toast({ text: t('studio:media.uploaded-count', { count: done }) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <div>
      <div
        className={over ? 'dropzone dropzone--over' : 'dropzone'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event) => void take(event.clipboardData.files)}
      >
        <Icon name="upload" large />
        <label className="button">
          <input
            className="visually-hidden"
            type="file"
            multiple
            accept={accepted.join(',')}
            onChange={(event) => {
              void take(event.target.files ?? []);
              event.target.value = '';
            }}
          />
          {t('studio:media.choose')}
        </label>
        <span>{t('studio:media.drop')}</span>
      </div>
      <div className="upload__status" role="status">
        {waiting.length > 0 && (
          <>
            <p className="progress__head">
              <span>{t('studio:media.uploading', { name: waiting[0] ?? '' })}</span>
              {waiting.length > 1 && <span>{t('studio:media.left', { count: waiting.length - 1 })}</span>}
            </p>
            <progress
              className="progress"
              aria-label={t('studio:media.uploading', { name: waiting[0] ?? '' })}
            />
          </>
        )}
      </div>
      <div className="upload__status">
        {failed.map(({ fileName, problem }) => (
          <ProblemNote key={fileName} problem={problem}>
            <p>{t('studio:media.failed', { name: fileName })}</p>
          </ProblemNote>
        ))}
      </div>
    </div>
  );
}
