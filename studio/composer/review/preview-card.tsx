import { lazy, memo, useMemo, useState } from 'react';
import type { Account, Media, Texts, Variant } from '#/contract/index.ts';
import { languageTag } from '#/language/index.ts';
import { useT, WithWords } from '../../words/index.ts';
import { foldAt } from './fold.ts';
import type { DraftImage } from '../draft.ts';
import { countAgainst, methodOf, type NetworkFacts } from '../limits.ts';
import { MarkedUp, Pins, useMarksIn } from '../../remarks/drawn-remarks.tsx';
import { threadParts } from '../thread-parts.ts';

const LinkCard = lazy(() => import('./link-card.tsx'));

type PreviewCardProps = {
  account: Account;
  facts: NetworkFacts;
  variant: Variant;
  text: string;
  images: readonly DraftImage[];
  media: ReadonlyMap<string, Media>;
  /** The institution's mark beside its name. */
  logoUrl: string | null;
  /** Alt texts under the pictures, for whoever approves. */
  withAlt?: boolean;
};

/** A post as an account shows it, at the width of a telephone. Not the network's design: its words and pictures. */
export const PreviewCard = memo(function PreviewCard(props: PreviewCardProps) {
  const { account, facts, variant, text, images, media, logoUrl, withAlt = false } = props;
  const t = useT();
  const { limits } = account;
  const count = countAgainst(text, limits, facts.threadMax)[0];
  const parts = useMemo(() => {
    if (count?.standing !== 'thread') return [text];
    return threadParts(text, limits.text.max, methodOf(limits.text.method), facts.threadMax);
  }, [text, count?.standing, limits, facts.threadMax]);
  return (
    <article
      className="preview"
      aria-label={t('studio:composer.preview.of', { network: facts.name, handle: account.handle })}
    >
      {parts.map((part, index) => (
        <div key={index} className={`preview__part preview__part--text-${facts.look.text}`}>
          <header className="preview__head">
            <span className="avatar avatar--logo avatar--small" aria-hidden="true">
              {logoUrl ? <img src={logoUrl} alt="" /> : account.displayName.charAt(0)}
            </span>
            <span className="preview__who">
              <span className="preview__name">{account.displayName}</span>
              <span className="preview__handle">{account.handle}</span>
            </span>
            {parts.length > 1 && (
              <span className="preview__no">
                {index + 1}/{parts.length}
              </span>
            )}
          </header>
          <p className="preview__text" lang={languageTag(variant)}>
            {part === '' ? (
              <span className="muted">{t('studio:composer.preview.empty')}</span>
            ) : (
              <Folded text={part} fold={facts.look.fold} />
            )}
          </p>
          {index === 0 && (
            <PreviewImages
              images={images}
              media={media}
              variant={variant}
              withAlt={withAlt}
              swipe={facts.look.media.several === 'swipe'}
              ratio={limits.images.ratio}
            />
          )}
          {index === 0 && images.length === 0 && facts.linkCard && (
            <WithWords of="writing">
              <LinkCard text={part} />
            </WithWords>
          )}
        </div>
      ))}
      <footer className="preview__foot">
        <span>{facts.name}</span>
        <span>{variant}</span>
        {count && (
          <span className={count.standing === 'over' ? 'field__count--over' : ''}>
            {count.count}/{count.max}
          </span>
        )}
      </footer>
    </article>
  );
});

/** The text as the network cuts it; all of it at a press, as there. */
function Folded({ text, fold }: { text: string; fold: NetworkFacts['look']['fold'] }) {
  const at = foldAt(text, fold);
  if (at === null) return <MarkedUp text={text} />;
  return (
    <WithWords of="writing" fallback={<MarkedUp text={text} />}>
      <CutText text={text} at={at} />
    </WithWords>
  );
}

function CutText({ text, at }: { text: string; at: number }) {
  const t = useT();
  const [opened, setOpen] = useState(false);
  // What is remarked on is not folded away.
  const open = useMarksIn(text).some(({ end }) => end > at) || opened;
  return (
    <>
      <MarkedUp text={open ? text : text.slice(0, at)} />
      {!open && (
        <button
          type="button"
          className="preview__more"
          aria-label={t('writing:preview.show-all')}
          onClick={() => setOpen(true)}
        >
          {t('writing:preview.more')}
        </button>
      )}
    </>
  );
}

type PreviewImagesProps = {
  images: readonly DraftImage[];
  media: ReadonlyMap<string, Media>;
  variant: Variant;
  withAlt: boolean;
  swipe: boolean;
  ratio: { min: number; max: number } | null;
};

function PreviewImages({ images, media, variant, withAlt, swipe, ratio }: PreviewImagesProps) {
  if (images.length === 0) return null;
  const altOf = (alt: Texts) => alt[variant] ?? '';
  return (
    <>
      <div className={swipe ? 'preview__swipe' : 'media-grid preview__media'}>
        {images.slice(0, swipe ? 10 : 4).map(({ mediaId, alt, focus }) => (
          <figure key={mediaId}>
            {media.has(mediaId) ? (
              <img
                src={media.get(mediaId)?.thumbnailUrl}
                alt={altOf(alt)}
                style={{
                  ...(focus ? { objectPosition: `${focus.x * 100}% ${focus.y * 100}%` } : {}),
                  ...(swipe && ratio ? { aspectRatio: shapeOf(media.get(mediaId), ratio) } : {}),
                }}
              />
            ) : (
              <span className="skeleton skeleton--picture" />
            )}
            <PinsOf media={media.get(mediaId)} focus={focus} />
            {altOf(alt) && (
              <span className="media-grid__alt" aria-hidden="true">
                ALT
              </span>
            )}
          </figure>
        ))}
      </div>
      {withAlt && (
        <ol className="preview__alts">
          {images.map(({ mediaId, alt }) => (
            <li key={mediaId} lang={languageTag(variant)}>
              {altOf(alt) || '–'}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function PinsOf({ media, focus }: { media: Media | undefined; focus: DraftImage['focus'] }) {
  return media ? <Pins media={media} focus={focus} /> : null;
}

/** The shape in which the network takes the picture. */
function shapeOf(media: Media | undefined, { min, max }: { min: number; max: number }): number {
  return media ? Math.min(Math.max(media.width / media.height, min), max) : max;
}
