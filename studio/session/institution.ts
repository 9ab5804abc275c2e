import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Membership } from '#/contract/index.ts';
import { textFor, useVariant } from '../words/index.ts';
import { meQuery } from './me.ts';

export type CurrentInstitution = Membership['institution'] & {
  /** In the reader's variant. */
  name: string;
  shortName: string;
  membership: Membership;
};

function useMembership(): Membership | undefined {
  const { slug } = useParams();
  const { data: me } = useQuery(meQuery);
  return me?.memberships.find((membership) => membership.institution.slug === slug);
}

/** Null outside of an institution: sign-in, first steps. */
export const useInstitutionId = (): string | null => useMembership()?.institution.id ?? null;

/** The institution in the address. Its `timeZone` is the one that all times are shown in. */
export function useInstitution(): CurrentInstitution {
  const membership = useMembership();
  const variant = useVariant();
  if (!membership) throw new Error('useInstitution outside of an institution');
  const { institution } = membership;
  const name = textFor(institution.names, variant);
  return { ...institution, name, shortName: textFor(institution.shortNames, variant) || name, membership };
}

/** Whether the person may do an act of the policy here, such as `post.approve`. */
export const usePermission = (act: string): boolean => useMembership()?.permissions.includes(act) ?? false;

/** The address of a page in the institution: `useHere()('posts/new')`. */
export function useHere(): (path?: string) => string {
  const { slug = '' } = useParams();
  return (path = '') => `/${slug}/${path}`;
}
