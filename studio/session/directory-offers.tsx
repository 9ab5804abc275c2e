import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SignInOffer } from '#/contract/index.ts';
import { call } from '../api/call.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

const PAUSE_MS = 350;

/** Only the domain is sent: who is typing is nobody's business before they sign in. */
const offersQuery = (domain: string | null) =>
  queryOptions({
    queryKey: ['sign-in-offers', domain],
    queryFn: async () => (await call('findSignInOffers', { query: { email: `@${domain}` } })).items,
    enabled: domain !== null,
    staleTime: 300_000,
    // The password is there all the same: a fault here is not worth a word.
    retry: false,
  });

const domainTyped = (email: string): string | null =>
  /@((?:[a-z0-9-]+\.)+[a-z]{2,})\s*$/i.exec(email)?.[1]?.toLowerCase() ?? null;

/** Directories that answer for the domain of a typed address, once the typing pauses. */
export function useOffers(email: string): readonly SignInOffer[] {
  const typed = domainTyped(email);
  const [domain, setDomain] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setDomain(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery(offersQuery(domain));
  return typed === domain ? (data ?? []) : [];
}

/** Where the browser goes; it comes back to `next` signed in, or to the sign-in page with the reason. */
export const startOf = ({ id }: SignInOffer, next: string | null): string =>
  `/api/sign-in/start/${id}${next ? `?next=${encodeURIComponent(next)}` : ''}`;

type DirectoryOffersProps = { offers: readonly SignInOffer[]; next: string | null };

/** "Sign in with …", for each directory of the typed domain. */
export function DirectoryOffers({ offers, next }: DirectoryOffersProps) {
  const t = useT();
  return (
    <div role="status" className={offers.length > 0 ? 'stack stack--tight' : 'sign-in__no-offers'}>
      {offers.map((offer) => (
        <a
          key={offer.id}
          className="button button--primary button--large button--wide"
          href={startOf(offer, next)}
        >
          <Icon name="institution" />
          {t('studio:sign-in.with', { name: offer.name })}
        </a>
      ))}
      {offers.length > 0 && <p className="sign-in__or muted">{t('studio:sign-in.or-password')}</p>}
    </div>
  );
}
