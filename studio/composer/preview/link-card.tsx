import { useQuery } from '@tanstack/react-query';
import type { Look, NetworkLook, SentLink } from '#/contract/index.ts';
import { linksOf } from '#/language/checks/links.ts';
import { call, keyOf } from '../../api/index.ts';
import { useInstitution, usePermission } from '../../session/institution.ts';
import { Icon } from '../../shared/index.ts';
import { formatBytes, useT, useVariant } from '../../words/index.ts';
import { useStill } from '../writing/use-still.ts';

/** Narrower, networks show the picture as a stamp beside the words. */
const WIDE_ENOUGH = 600;
/** Bytes; some networks that fetch the picture themselves leave larger ones away. */
const LIGHT_ENOUGH = 1_000_000;

type Card = NonNullable<Look['card']>;
type CardLook = NonNullable<NetworkLook['card']>;

type LinkCardProps = { text: string; sent: readonly SentLink[] | undefined; look: CardLook };

/** The card that a network makes of the first link, as our server saw the page, with what is wrong with it. */
export default function LinkCard({ text, sent, look }: LinkCardProps) {
  const t = useT();
  const mayAsk = usePermission('post.write');
  const { id: institutionId } = useInstitution();
  const first = linksOf(text)[0] ?? '';
  // The page itself, whatever address of it stands in the text.
  const url = useStill(sent?.find((one) => one.url === first)?.link ?? first);
  const { data, isPending } = useQuery({
    queryKey: keyOf(institutionId, 'lookAtLinks', { url }),
    queryFn: () => call('lookAtLinks', { params: { institutionId }, body: { urls: [url] } }),
    enabled: url !== '' && URL.canParse(url) && mayAsk,
    staleTime: 600_000,
  });
  if (url === '' || !mayAsk) return null;
  const seen = data?.items[0];
  if (isPending || !seen) return <p className="look__handle">{t('writing:preview.card-loading')}</p>;
  if (seen.state === 'dead') return <Faults list={[t('writing:preview.card-dead')]} />;
  if (!seen.card)
    return <Faults list={[t(`writing:preview.${seen.state === 'unsure' ? 'card-shy' : 'card-none'}`)]} />;
  return (
    <>
      <CardDrawn card={seen.card} host={new URL(url).host} look={look} />
      <CardFaults card={seen.card} />
    </>
  );
}

type CardDrawnProps = { card: Card; host: string; look: CardLook };

function CardDrawn({ card: { picture, title, description }, host, look }: CardDrawnProps) {
  const t = useT();
  // A small picture becomes a stamp, wherever the network puts a large one.
  const place = picture && picture.width < WIDE_ENOUGH ? 'beside' : look.picture;
  const site = <p className="look__card-site">{host}</p>;
  const over = look.site === 'over' && picture !== null;
  return (
    <section className={`look__card look__card--${place}`} aria-label={t('writing:preview.card')}>
      {picture && (
        <div className="look__card-picture" style={{ aspectRatio: place === 'beside' ? 1 : look.ratio }}>
          <img src={picture.url} alt={picture.alt || t('writing:preview.card-picture')} />
          {over && <span className="look__card-site--over">{host}</span>}
        </div>
      )}
      <div className="look__card-words">
        {look.site === 'above' && site}
        <p className="look__card-title">{title}</p>
        {look.description && description && <p className="look__card-text">{description}</p>}
        {(look.site === 'below' || (look.site === 'over' && !over)) && site}
      </div>
    </section>
  );
}

/** What is wrong with the card, each with what whoever keeps the page can do. */
function CardFaults({ card: { picture, pictureFault, description } }: { card: Card }) {
  const t = useT();
  const variant = useVariant();
  const list: string[] = [];
  if (pictureFault) list.push(t(`writing:preview.card-picture-${pictureFault}`));
  if (picture && picture.width < WIDE_ENOUGH)
    list.push(t('writing:preview.card-small', { width: picture.width, height: picture.height }));
  if (picture && picture.bytes > LIGHT_ENOUGH)
    list.push(t('writing:preview.card-heavy', { size: formatBytes(picture.bytes, variant) }));
  if (picture && !picture.alt) list.push(t('writing:preview.card-no-alt'));
  if (description === '') list.push(t('writing:preview.card-no-words'));
  return <Faults list={list} />;
}

function Faults({ list }: { list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <ul className="look__faults" role="list">
      {list.map((text) => (
        <li key={text}>
          <Icon name="info" /> {text}
        </li>
      ))}
    </ul>
  );
}
