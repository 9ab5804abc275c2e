import { redirect, type LoaderFunctionArgs } from 'react-router';
import type { Me } from '#/contract/index.ts';
import { call } from '../api/call.ts';
import { isSignedOut } from '../api/problems.ts';
import { queryClient } from '../api/query-client.ts';
import { meQuery } from './me.ts';
import { lastInstitution, rememberInstitution } from './last-institution.ts';

const signedIn = async (): Promise<Me | null> => {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
};

/** Who is not signed in goes to sign in, or to the first steps where nobody is there yet, and comes back after. */
async function requireMe(request: Request): Promise<Me> {
  const me = await signedIn();
  if (me) return me;
  const { empty } = await call('getSetup', {});
  if (empty) throw redirect('/setup');
  const url = new URL(request.url);
  const next = url.pathname.replace(/^\/studio/, '') + url.search;
  throw redirect(next.length > 1 ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
}

/** `/studio/`: to the institution where the person was last, of those that this session opens. */
export async function openHome({ request }: LoaderFunctionArgs): Promise<Response> {
  const me = await requireMe(request);
  const open = me.memberships.filter(({ access }) => access === 'open');
  const slugs = (open.length > 0 ? open : me.memberships).map(({ institution }) => institution.slug);
  const last = lastInstitution();
  const slug = last && slugs.includes(last) ? last : slugs[0];
  return redirect(slug ? `/${slug}` : '/no-institution');
}

/** What keeps a session out of an institution, or soon will; whom nothing keeps out goes in. */
export async function openAccess({ request, params }: LoaderFunctionArgs): Promise<Response | null> {
  const me = await requireMe(request);
  const membership = me.memberships.find(({ institution }) => institution.slug === params['slug']);
  if (!membership) throw new Response(null, { status: 404 });
  const free = membership.access === 'open' && membership.secondFactorBy === null;
  return free ? redirect(`/${membership.institution.slug}`) : null;
}

export async function openInstitution({ request, params }: LoaderFunctionArgs): Promise<null> {
  const me = await requireMe(request);
  const slug = params['slug'] ?? '';
  if (!me.memberships.some(({ institution }) => institution.slug === slug)) {
    throw new Response(null, { status: 404 });
  }
  rememberInstitution(slug);
  return null;
}

export async function openSignIn({
  request,
}: LoaderFunctionArgs): Promise<Response | { demo: boolean; mails: boolean }> {
  const [me, setup] = await Promise.all([signedIn(), call('getSetup', {})]);
  // Who came back from a directory with a fault reads it, signed in otherwise or not.
  if (me && !new URL(request.url).searchParams.has('fault')) return redirect('/');
  return setup.empty ? redirect('/setup') : { demo: setup.demo, mails: setup.mails };
}

export async function openFirstSteps(): Promise<Response | null> {
  const { empty } = await call('getSetup', {});
  return empty ? null : redirect('/');
}
