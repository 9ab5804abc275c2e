import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Membership } from '#/contract/index.ts';
import { auth } from '../api/auth.ts';
import { formatInstant, textFor, useT, useVariant } from '../words/index.ts';
import { Entrance } from './entrance.tsx';
import { meQuery, useMe } from './me.ts';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';
import { UseSecondFactor } from './use-second-factor.tsx';

/** What keeps this session out of an institution, or soon will, and the shortest way in. */
export function Component() {
  const t = useT();
  const variant = useVariant();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const me = useMe();
  // As it was when the page opened: recovery codes must not vanish because the server has heard of the second step.
  const [membership] = useState(me.memberships.find(({ institution }) => institution.slug === slug));
  if (!membership) return null;
  const { access, institution, secondFactorBy, secondFactorStep } = membership;
  const next = nextIn(search.get('next'), slug);
  const enter = async () => {
    const { memberships } = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    const now = memberships.find((one) => one.institution.slug === slug);
    if (now?.access === 'open' && now.secondFactorBy === null) await navigate(next, { replace: true });
  };
  const leave = async () => {
    await auth('sign-out');
    location.assign(`/studio/sign-in?next=${encodeURIComponent(next)}`);
  };
  const parts = {
    name: textFor(institution.names, variant),
    date: secondFactorBy ? formatInstant(secondFactorBy, 'day', variant, institution.timeZone) : '',
    due: access !== 'open',
  };
  const elsewhere = access === 'other-institution';
  return (
    <Entrance title={t(elsewhere ? 'studio:access.other-title' : 'studio:access.name')} wide>
      <div className="stack">
        {elsewhere && <p>{t('studio:access.other-text', { institution: parts.name })}</p>}
        {!elsewhere && secondFactorStep === 'set-up' && <SetUpSecondFactor {...parts} onSetUp={enter} />}
        {!elsewhere && secondFactorStep === 'use' && (
          <UseSecondFactor {...parts} onSignedIn={enter} onLeave={leave} />
        )}
        <Open memberships={me.memberships} except={slug} />
        <div className="button-group">
          {!parts.due && (
            <Link className="button" to={next}>
              {t('studio:access.later')}
            </Link>
          )}
          <button type="button" className="button button--quiet" onClick={() => void leave()}>
            {t(elsewhere ? 'studio:access.other-way' : 'common:action.sign-out')}
          </button>
        </div>
      </div>
    </Entrance>
  );
}

const nextIn = (next: string | null, slug: string): string =>
  next === `/${slug}` || next?.startsWith(`/${slug}/`) ? next : `/${slug}`;

/** Institutions that this session opens all the same. */
function Open({ memberships, except }: { memberships: readonly Membership[]; except: string }) {
  const t = useT();
  const variant = useVariant();
  const open = memberships.filter(
    ({ access, institution }) => access === 'open' && institution.slug !== except,
  );
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-institutions">
      <h2 id="open-institutions" className="access__open">
        {t('studio:access.open')}
      </h2>
      <ul>
        {open.map(({ institution }) => (
          <li key={institution.id}>
            <Link to={`/${institution.slug}`}>{textFor(institution.names, variant)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
