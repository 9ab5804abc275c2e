import { useQuery } from '@tanstack/react-query';
import { linksOf } from '#/language/checks/links.ts';
import { call, keyOf } from '../../api/index.ts';
import { useInstitution, usePermission } from '../../session/institution.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useStill } from '../writing/use-still.ts';

/** Narrower, networks show the picture as a stamp beside the words. */
const WIDE_ENOUGH = 600;

/** The card that a network makes of the first link, as our server saw the page, with what is wrong with it. */
export default function LinkCard({ text }: { text: string }) {
  const t = useT();
  const mayAsk = usePermission('post.write');
  const { id: institutionId } = useInstitution();
  const url = useStill(linksOf(text)[0] ?? '');
  const { data, isPending } = useQuery({
    queryKey: keyOf(institutionId, 'lookAtLinks', { url }),
    queryFn: () => call('lookAtLinks', { params: { institutionId }, body: { urls: [url] } }),
    enabled: url !== '' && URL.canParse(url) && mayAsk,
    staleTime: 600_000,
  });
  if (url === '' || !mayAsk) return null;
  const look = data?.items[0];
  if (isPending || !look) return <p className="preview__card-note">{t('writing:preview.card-loading')}</p>;
  if (look.state === 'dead') return <Note text={t('writing:preview.card-dead')} />;
  if (!look.card) return <Note text={t('writing:preview.card-none')} />;
  const { picture, title, description } = look.card;
  return (
    <>
      <section className="preview__card" aria-label={t('writing:preview.card')}>
        {picture && <img src={picture.url} alt={picture.alt || t('writing:preview.card-picture')} />}
        <p className="preview__card-site">{new URL(url).host}</p>
        <p className="preview__card-title">{title}</p>
        {description && <p className="preview__card-text">{description}</p>}
      </section>
      {!picture && <Note text={t('writing:preview.card-no-picture')} />}
      {picture && picture.width < WIDE_ENOUGH && (
        <Note text={t('writing:preview.card-small', { width: picture.width, height: picture.height })} />
      )}
      {picture && !picture.alt && <Note text={t('writing:preview.card-no-alt')} />}
    </>
  );
}

function Note({ text }: { text: string }) {
  return (
    <p className="preview__card-note">
      <Icon name="info" /> {text}
    </p>
  );
}
