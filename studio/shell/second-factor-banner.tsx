import { Link } from 'react-router';
import { useInstitution } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { formatInstant, useT, useVariant } from '../words/index.ts';

/** During the grace: by when the institution asks for a second step, and the way to one. */
export function SecondFactorBanner() {
  const t = useT();
  const variant = useVariant();
  const { slug, timeZone, membership } = useInstitution();
  const { secondFactorBy, secondFactorStep } = membership;
  if (secondFactorBy === null || secondFactorStep === null) return null;
  const date = formatInstant(secondFactorBy, 'day', variant, timeZone);
  return (
    <aside className="banner banner--warning shell__offline" aria-label={t('studio:access.name')}>
      <Icon name="shield" />
      <div className="banner__body">
        <p>{t(`studio:access.banner-${secondFactorStep}`, { date })}</p>
        <div className="banner__actions">
          <Link className="button button--small" to={`/access/${slug}`}>
            {t(`studio:access.banner-${secondFactorStep}-act`)}
          </Link>
        </div>
      </div>
    </aside>
  );
}
