import { useState } from 'react';
import type { Media, PostMedia, Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useAct } from '../../api/index.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { Icon } from '../../shared/icon.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useT } from '../../words/index.ts';

type CaptionsRowProps = {
  media: PostMedia;
  variant: Variant;
  mayChange: boolean;
  onChange: (media: Media) => void;
};

/** The captions of one variant: what there is, another file in its place, or none any more. */
export function CaptionsRow({ media, variant, mayChange, onChange }: CaptionsRowProps) {
  const t = useT();
  const params = { mediaId: media.id, variant };
  const name = variantName(variant);
  const has = media.captions.find((one) => one.variant === variant);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [unread, setUnread] = useState<unknown>(null);
  const done = (text: string) => (changed: Media) => {
    onChange(changed);
    setAsking(false);
    setSaid(text);
  };
  const caption = useAct('captionVideo', {
    changes: ['listMedia'],
    onSuccess: done(t('studio:video.captioned', { variant: name })),
  });
  const remove = useAct('removeCaptions', {
    changes: ['listMedia'],
    onSuccess: done(t('studio:video.captions-gone', { variant: name })),
  });
  const problem: unknown = unread ?? caption.error;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setUnread(null);
    try {
      caption.mutate({ params, body: { fileName: file.name.slice(-200), text: await file.text() } });
    } catch (problem) {
      setUnread(problem);
    }
  };
  return (
    <li className="video__row">
      <span lang={languageTag(variant)}>{name}</span>
      <span className={has ? '' : 'muted'}>
        {has
          ? t('studio:video.cues', { count: has.cues, file: has.fileName })
          : t('studio:video.no-captions')}
      </span>
      {/* Seen in the row itself; a notice over the dialog would lie on the next rows. */}
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {mayChange && (
        <span className="video__acts">
          <label className="button button--small">
            <input
              className="visually-hidden"
              type="file"
              accept=".vtt,.srt,text/vtt"
              aria-label={t('studio:video.captions-of', { variant: name })}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <Icon name="upload" />
            {t(`studio:video.${has ? 'replace' : 'add'}`)}
          </label>
          {has && (
            <button
              type="button"
              className="button button--quiet button--danger button--small button--icon"
              aria-label={t('studio:video.remove-captions', { variant: name })}
              onClick={() => setAsking(true)}
            >
              <Icon name="trash" />
            </button>
          )}
        </span>
      )}
      {problem !== null && (
        <div className="video__problem" ref={bringIntoSight}>
          <ProblemNote problem={problem} />
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={t('studio:video.ask-remove', { variant: name })}
          action={t('studio:video.remove')}
          danger
          isOpen
          isPending={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate({ params })}
          onClose={() => setAsking(false)}
        >
          <p>{t('studio:video.ask-remove-text')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** What is wrong may lie below the edge of the dialog. */
const bringIntoSight = (it: HTMLElement | null): void => it?.scrollIntoView({ block: 'nearest' });
