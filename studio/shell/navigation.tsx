import { Link, useMatch } from 'react-router';
import { useHere, useInstitution } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';
import { dailyPlaces, places, type Place } from './places.ts';

export function usePlaces(all: readonly Place[]): readonly Place[] {
  const { permissions } = useInstitution().membership;
  return all.filter(({ permission }) => !permission || permissions.includes(permission));
}

function PlaceLink({ place, onGo }: { place: Place; onGo?: () => void }) {
  const t = useT();
  const to = useHere()(place.path);
  // Not `NavLink`: it takes `/slug` and `/slug/` for two places, and both are Today.
  const isHere = useMatch({ path: to, end: place.path === '' }) !== null;
  return (
    <Link className="shell__link" to={to} aria-current={isHere ? 'page' : undefined} onClick={onGo}>
      <Icon name={place.icon} />
      {t(`studio:place.${place.name}`)}
    </Link>
  );
}

/** All places; the side of a wide screen and the drawer of a narrow one. */
export function PlaceList({ onGo }: { onGo?: () => void }) {
  return (
    <ul className="shell__list">
      {usePlaces(places).map((place) => (
        <li key={place.name}>
          <PlaceLink place={place} {...(onGo ? { onGo } : {})} />
        </li>
      ))}
    </ul>
  );
}

/** The bar at the bottom of a narrow screen. */
export function PlaceBar({ onMore }: { onMore: () => void }) {
  const t = useT();
  return (
    <nav aria-label={t('studio:shell.daily')} className="shell__bottom">
      <ul className="shell__bar">
        {usePlaces(dailyPlaces).map((place) => (
          <li key={place.name}>
            <PlaceLink place={place} />
          </li>
        ))}
        <li>
          <button type="button" className="shell__link" onClick={onMore} aria-haspopup="dialog">
            <Icon name="menu" />
            {t('studio:shell.more')}
          </button>
        </li>
      </ul>
    </nav>
  );
}
