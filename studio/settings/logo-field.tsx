import { useState } from 'react';
import { useReadPages, type Result } from '../api/index.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';

type LogoFieldProps = {
  mediaId: string | null;
  current: Result<'getInstitution'>;
  onChange: (mediaId: string | null) => void;
};

/** The logo, chosen from the institution's pictures. */
export function LogoField({ mediaId, current, onChange }: LogoFieldProps) {
  const t = useT();
  const variant = useVariant();
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const src = mediaId === null ? null : mediaId === current.logoMediaId ? current.logoUrl : picked;
  return (
    <fieldset className="stack stack--tight">
      <legend className="field__label">{t('studio:institution.logo')}</legend>
      <div className="cluster">
        <Avatar name={textFor(current.shortNames, variant)} src={src} square />
        <button type="button" className="button button--small" onClick={() => setOpen(true)}>
          {t('studio:institution.logo-choose')}
        </button>
        {mediaId !== null && (
          <button type="button" className="button button--small button--quiet" onClick={() => onChange(null)}>
            {t('studio:institution.logo-remove')}
          </button>
        )}
      </div>
      {open && (
        <PicturePicker
          onPick={(id, url) => {
            setPicked(url);
            onChange(id);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </fieldset>
  );
}

function PicturePicker({
  onPick,
  onClose,
}: {
  onPick: (id: string, url: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const pages = useReadPages('listMedia', { query: { limit: 60 } });
  return (
    <Dialog title={t('studio:institution.logo-choose')} size="wide" isOpen onClose={onClose}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <Skeleton kind="tiles" />}
      {!pages.isPending && pages.items.length === 0 && <p>{t('studio:media.none')}</p>}
      <ul className="media-library" role="list">
        {pages.items.map((media) => (
          <li key={media.id}>
            <button type="button" className="media-tile" onClick={() => onPick(media.id, media.thumbnailUrl)}>
              <span className="media-tile__picture">
                <img src={media.thumbnailUrl} alt="" loading="lazy" />
              </span>
              <span className="media-tile__text media-tile__name">{media.fileName}</span>
            </button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </Dialog>
  );
}
