import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useHere, useInstitution } from '../session/institution.ts';
import { useT } from '../words/index.ts';

const tabs = [
  { name: 'institution', path: 'settings', permission: 'institution.read' },
  { name: 'calendar', path: 'settings/calendar', permission: 'institution.read' },
  { name: 'writing', path: 'settings/writing', permission: 'institution.read' },
  { name: 'glossary', path: 'settings/glossary', permission: 'institution.read' },
  { name: 'links', path: 'settings/links', permission: 'link.read' },
  { name: 'review', path: 'settings/review', permission: 'review.read' },
  { name: 'people', path: 'settings/people', permission: 'person.list' },
  { name: 'delegations', path: 'settings/delegations', permission: 'delegation.read' },
  { name: 'sign-in', path: 'settings/sign-in', permission: 'sign-in.read' },
  { name: 'mail', path: 'settings/mail', permission: 'mail.read' },
  { name: 'keys', path: 'settings/keys', permission: 'api-key.read' },
  { name: 'webhooks', path: 'settings/webhooks', permission: 'webhook.read' },
];

export function Component() {
  const t = useT();
  const here = useHere();
  const { permissions } = useInstitution().membership;
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the tab that one came for may lie beyond the edge.
  useEffect(() => {
    const tab = nav.current?.querySelector(`[href$="${pathname}"]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <>
      <nav ref={nav} aria-label={t('studio:place.settings')} className="settings__tabs">
        <ul className="tabs__list">
          {tabs
            .filter(({ permission }) => permissions.includes(permission))
            .map(({ name, path }) => (
              <li key={name}>
                <NavLink className="tabs__tab" to={here(path)} end>
                  {t(`studio:settings.${name}`)}
                </NavLink>
              </li>
            ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
