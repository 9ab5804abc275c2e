import type { PostMedia, Variant } from '#/contract/index.ts';
import { languageTag } from '#/language/index.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import type { Draft } from '../draft.ts';
import { MarkedUp, Pins } from '../../remarks/drawn-remarks.tsx';
import './preview.css';

type CitizensCardProps = {
  draft: Draft;
  variant: Variant;
  media: ReadonlyMap<string, PostMedia>;
  withImages: boolean;
};

/** The same post on the citizens' page, where every variant can be read. */
export function CitizensCard({ draft, variant, media, withImages }: CitizensCardProps) {
  const t = useT();
  const text = draft.texts[variant] ?? '';
  return (
    <article className="preview preview--site" aria-label={t('studio:composer.preview.site')}>
      <p className="preview__site">
        <Icon name="globe" />
        {t('studio:composer.preview.site')}
      </p>
      <p className="preview__text" lang={languageTag(variant)}>
        {text.trim() ? (
          <MarkedUp text={text} />
        ) : (
          <span className="muted">{t('studio:composer.preview.empty')}</span>
        )}
      </p>
      {draft.images.length > 0 && withImages && (
        <ol className="preview__alts preview__alts--pictures">
          {draft.images.map(({ mediaId, alt }) => (
            <li key={mediaId}>
              <Picture media={media.get(mediaId)} />
              <span lang={languageTag(variant)}>{alt[variant] || '–'}</span>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function Picture({ media }: { media: PostMedia | undefined }) {
  return media ? (
    <span className="pinned">
      <img src={media.thumbnailUrl} alt="" />
      <Pins media={media} focus={null} />
    </span>
  ) : null;
}
