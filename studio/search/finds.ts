import type { SearchResult } from '#/contract/index.ts';
import type { IconName } from '../shared/index.ts';

/** One line of the box: what it is called, what is said beside it, and where it leads. */
export type Find = {
  id: string;
  title: string;
  note?: string | undefined;
  /** A part of the text with the hit. */
  excerpt?: string | null;
  icon: IconName;
  picture?: string;
  state?: string;
  /** Below the institution: `posts/…`. */
  path?: string;
  act?: () => void;
};

export type FindGroup = { id: string; title: string; finds: Find[] };

type Say = (key: string, values?: Record<string, string | number>) => string;
type Shown = { say: Say; words: string; day: (iso: string) => string; when: (instant: string) => string };

const q = (words: string) => new URLSearchParams({ q: words }).toString();

/** What the server found as groups of lines, each with the way to all of its kind where there are more. */
export function groupsOf(found: SearchResult, shown: Shown): FindGroup[] {
  const { say, words } = shown;
  const more = (kind: string, path: string, there: boolean | undefined): Find[] =>
    there && words
      ? [{ id: `more-${kind}`, title: say('studio:search.more', { words }), icon: 'arrow-right', path }]
      : [];
  return [
    {
      id: 'posts',
      title: say(words ? 'studio:place.posts' : 'studio:search.recent'),
      finds: [...postsOf(found, shown), ...more('posts', `posts?${q(words)}`, found.posts?.more)],
    },
    { id: 'plan', title: say('studio:plan.items'), finds: planOf(found, shown) },
    { id: 'campaigns', title: say('studio:search.campaigns'), finds: campaignsOf(found, shown) },
    {
      id: 'people',
      title: say('studio:settings.people'),
      finds: [
        ...peopleOf(found, shown),
        ...more('people', `settings/people?${q(words)}`, found.people?.more),
      ],
    },
    {
      id: 'accounts',
      title: say('studio:place.accounts'),
      finds: [...accountsOf(found), ...more('accounts', `accounts?${q(words)}`, found.accounts?.more)],
    },
    {
      id: 'media',
      title: say('studio:place.media'),
      finds: [...mediaOf(found), ...more('media', `media?${q(words)}`, found.media?.more)],
    },
  ].filter(({ finds }) => finds.length > 0);
}

const postsOf = ({ posts }: SearchResult, { say, when }: Shown): Find[] =>
  (posts?.items ?? []).map(({ id, title, state, dueAt, excerpt }) => ({
    id: `post-${id}`,
    title: title || say('studio:post.untitled'),
    note: dueAt ? when(dueAt) : undefined,
    excerpt,
    state,
    icon: 'posts',
    path: `posts/${id}`,
  }));

const put = (archived: boolean, note: string, say: Say): string =>
  archived ? `${note} · ${say('studio:search.archived')}` : note;

const planOf = ({ planItems }: SearchResult, { say, day }: Shown): Find[] =>
  (planItems?.items ?? []).map(({ id, title, theme, dueOn, archived }) => ({
    id: `plan-${id}`,
    title,
    note: put(archived, [day(dueOn), theme].filter(Boolean).join(' · '), say),
    icon: 'objective',
    path: `plan?item=${id}`,
  }));

const campaignsOf = ({ campaigns }: SearchResult, { say, day }: Shown): Find[] =>
  (campaigns?.items ?? []).map(({ id, name, startsOn, endsOn, archived }) => ({
    id: `campaign-${id}`,
    title: name,
    note: put(archived, `${day(startsOn)} – ${day(endsOn)}`, say),
    icon: 'flag',
    path: `calendar?campaign=${id}&day=${startsOn}`,
  }));

const peopleOf = ({ people }: SearchResult, { say }: Shown): Find[] =>
  (people?.items ?? []).map(({ id, name, email, roles }) => ({
    id: `person-${id}`,
    title: name,
    note: [roles.map((role) => say(`common:role.${role}`)).join(', '), email].join(' · '),
    icon: 'people',
    path: `settings/people?${q(email)}`,
  }));

const accountsOf = ({ accounts }: SearchResult): Find[] =>
  (accounts?.items ?? []).map(({ id, handle, displayName, network }) => ({
    id: `account-${id}`,
    title: displayName || handle,
    note: `${handle} · ${network}`,
    icon: 'accounts',
    path: `accounts?${q(handle)}`,
  }));

const mediaOf = ({ media }: SearchResult): Find[] =>
  (media?.items ?? []).map(({ id, fileName, thumbnailUrl }) => ({
    id: `media-${id}`,
    title: fileName,
    icon: 'media',
    picture: thumbnailUrl,
    path: `media?${q(fileName)}`,
  }));
