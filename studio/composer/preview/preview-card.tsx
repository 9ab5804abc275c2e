import { lazy, memo, useMemo } from 'react';
import type { Account, PostMedia, SentLink, Variant } from '#/contract/index.ts';
import { formatPrice, languageTag, priceOf } from '#/language/index.ts';
import { Icon, type IconName } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT, useVariant, WithWords } from '../../words/index.ts';
import type { DraftImage } from '../draft.ts';
import { countAgainst, methodOf, type NetworkFacts } from '../limits.ts';
import { threadParts } from '../thread-parts.ts';
import { lookStyle } from './look-style.ts';
import { PreviewMedia } from './preview-media.tsx';
import { PreviewText } from './preview-text.tsx';
import './look.css';
import './preview.css';

const LinkCard = lazy(patiently(() => import('./link-card.tsx')));

type PreviewCardProps = {
  account: Account;
  facts: NetworkFacts;
  variant: Variant;
  /** As it goes out. */
  text: string;
  /** The first comment; shown where the network takes one. */
  comment: string;
  /** What stands in it in the place of links. */
  sent?: readonly SentLink[] | undefined;
  images: readonly DraftImage[];
  media: ReadonlyMap<string, PostMedia>;
  /** The institution's mark beside its name. */
  logoUrl: string | null;
  /** Alt texts under the pictures, for whoever approves. */
  withAlt?: boolean;
  /** By day or by night, where not as the studio is. */
  theme?: 'light' | 'dark' | undefined;
};

/** A post as an account shows it on a telephone, drawn from what the network's manifest says of its look. */
export const PreviewCard = memo(function PreviewCard(props: PreviewCardProps) {
  const { account, facts, variant, text, images, withAlt = false, theme } = props;
  const comment = account.limits.comment ? props.comment : '';
  const t = useT();
  const reader = useVariant();
  const { limits } = account;
  const { look } = facts;
  const count = countAgainst(text, limits, facts.threadMax)[0];
  const parts = useMemo(() => {
    if (count?.standing !== 'thread') return [text];
    return threadParts(text, limits.text.max, methodOf(limits.text.method), facts.threadMax);
  }, [text, count?.standing, limits, facts.threadMax]);
  const cost = facts.price && priceOf(comment === '' ? parts : [...parts, comment], facts.price);
  const shapes = `look--${look.frame} look--indent-${look.indent} look--${look.media.bleed ? 'bleed' : 'inset'}`;
  return (
    <article
      className="preview"
      aria-label={t('studio:composer.preview.of', { network: facts.name, handle: account.handle })}
    >
      <div className={`look ${shapes}`} style={lookStyle(look)} data-theme={theme}>
        {look.frame === 'bubble' && <Head {...props} part="" />}
        {parts.map((part, index) => (
          <Part
            key={index}
            {...props}
            text={part}
            images={index === 0 ? images : []}
            hasCard={index === 0 && images.length === 0 && look.card !== null}
            number={parts.length > 1 ? `${index + 1}/${parts.length}` : ''}
          />
        ))}
        {comment !== '' && (
          <Part
            {...props}
            text={comment}
            images={[]}
            hasCard={false}
            number={t('studio:composer.comment.name')}
          />
        )}
      </div>
      {withAlt && images.length > 0 && <AltList images={images} variant={variant} />}
      <footer className="preview__foot">
        <span>{facts.name}</span>
        <span>{variant}</span>
        {cost !== null && facts.price && (
          <span className="preview__price">
            {t('studio:composer.preview.price', { price: formatPrice(cost, facts.price.currency, reader) })}
          </span>
        )}
        {count && (
          <span className={count.standing === 'over' ? 'field__count--over' : ''}>
            {count.count}/{count.max}
          </span>
        )}
      </footer>
    </article>
  );
});

type PartProps = PreviewCardProps & { hasCard: boolean; number: string };

/** One post of the thread, or the one. */
function Part(props: PartProps) {
  const { facts, variant, text, sent, images, media, hasCard, number } = props;
  const { look } = facts;
  const words = <PreviewText key="text" text={text} look={look} variant={variant} />;
  const pictures = images.length > 0 && (
    <PreviewMedia
      key="media"
      images={images}
      media={media}
      variant={variant}
      look={look.media}
      ratio={facts.ratio}
    />
  );
  const acts = <Acts key="acts" acts={look.acts} />;
  const below = look.frame === 'bubble' ? [pictures, words] : [pictures, acts, words];
  return (
    <div className="look__part">
      {look.frame === 'post' && <Head {...props} part={number} />}
      <div className="look__body">
        {look.text === 'above' ? [words, pictures] : below}
        {hasCard && look.card && (
          <WithWords of="writing">
            <LinkCard text={text} sent={sent} look={look.card} />
          </WithWords>
        )}
        {(look.text === 'above' || look.frame === 'bubble') && acts}
      </div>
    </div>
  );
}

/** Whose it is: the institution's own mark in the shape that the network gives it. */
function Head({ account, facts, logoUrl, part }: PreviewCardProps & { part: string }) {
  const t = useT();
  const { avatar, who } = facts.look;
  return (
    <header className={`look__head look__head--${who}`}>
      <span className={`look__avatar look__avatar--${avatar}`} aria-hidden="true">
        {logoUrl ? <img src={logoUrl} alt="" /> : account.displayName.charAt(0)}
      </span>
      <span className="look__who">
        {who !== 'handle' && <span className="look__name">{account.displayName}</span>}
        {who !== 'name' && (
          <span className={who === 'handle' ? 'look__name' : 'look__handle'}>{account.handle}</span>
        )}
      </span>
      <span className="look__when">{part || t('studio:composer.preview.now')}</span>
    </header>
  );
}

type Act = NetworkFacts['look']['acts'][number];
const SIGNS: Record<Act, IconName> = {
  reply: 'dialogue',
  repost: 'retry',
  like: 'heart',
  share: 'send',
  save: 'bookmark',
  views: 'eye',
};

const Acts = ({ acts }: { acts: readonly Act[] }) => (
  <span className="look__acts" aria-hidden="true">
    {acts.map((act) => (
      <Icon key={act} name={SIGNS[act]} />
    ))}
  </span>
);

const AltList = ({ images, variant }: { images: readonly DraftImage[]; variant: Variant }) => (
  <ol className="preview__alts">
    {images.map(({ mediaId, alt }) => (
      <li key={mediaId} lang={languageTag(variant)}>
        {alt[variant] || '–'}
      </li>
    ))}
  </ol>
);
