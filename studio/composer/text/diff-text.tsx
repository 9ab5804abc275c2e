import { languageTag, type Variant } from '#/language/index.ts';
import { useT } from '../../words/index.ts';
import type { Piece } from '../word-diff.ts';

/** What changed, in the text itself: said by <ins> and <del>, for listeners in words too. */
export function DiffText({ pieces, variant }: { pieces: readonly Piece[]; variant?: Variant }) {
  const t = useT();
  return (
    <div className="diff" lang={variant && languageTag(variant)}>
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={index}>
            <span className="visually-hidden">{t(`studio:composer.diff.${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </div>
  );
}
