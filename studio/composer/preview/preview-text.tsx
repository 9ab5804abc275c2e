import { useState } from 'react';
import type { NetworkLook, Variant } from '#/contract/index.ts';
import { languageTag } from '#/language/index.ts';
import { useT, WithWords } from '../../words/index.ts';
import { MarkedUp, useMarksIn } from '../../remarks/drawn-remarks.tsx';
import { foldAt } from './fold.ts';

/** The text as the network sets it: its marks in colour, cut where it cuts, all of it at a press, as there. */
export function PreviewText({ text, look, variant }: { text: string; look: NetworkLook; variant: Variant }) {
  const t = useT();
  const at = foldAt(text, look.fold);
  if (text === '') return <p className="look__text muted">{t('studio:composer.preview.empty')}</p>;
  const whole = <MarkedUp text={text} look={look} />;
  return (
    <p className="look__text" lang={languageTag(variant)}>
      {at === null ? (
        whole
      ) : (
        <WithWords of="writing" fallback={whole}>
          <CutText text={text} at={at} look={look} />
        </WithWords>
      )}
    </p>
  );
}

function CutText({ text, at, look }: { text: string; at: number; look: NetworkLook }) {
  const t = useT();
  const [opened, setOpen] = useState(false);
  // What is remarked on is not folded away.
  const open = useMarksIn(text).some(({ end }) => end > at) || opened;
  return (
    <>
      <MarkedUp text={open ? text : text.slice(0, at)} look={look} />
      {!open && (
        <button
          type="button"
          className="look__more"
          aria-label={t('writing:preview.show-all')}
          onClick={() => setOpen(true)}
        >
          {t('writing:preview.more')}
        </button>
      )}
    </>
  );
}
