import { holdsWords, searchWords } from '#/language/index.ts';
import { usePermission } from '../session/institution.ts';
import { usePlaces } from '../shell/navigation.tsx';
import { places } from '../shell/places.ts';
import { openShortcutSheet } from '../shell/shortcuts.tsx';
import { useMayStart } from '../start/use-start.ts';
import { useT } from '../words/index.ts';
import type { Find, FindGroup } from './finds.ts';

/** Places and commands of the studio; all of them where nothing is typed. */
export function useCommands(typed: string): FindGroup[] {
  const t = useT();
  const mayWrite = usePermission('post.write');
  const mayStart = useMayStart();
  const mine = usePlaces(places);
  const words = searchWords(typed);
  const all: Find[] = [
    ...(mayWrite
      ? [{ id: 'new-post', title: t('studio:shell.new-post'), icon: 'plus', path: 'posts/new' } as const]
      : []),
    ...mine.map(({ name, icon, path }) => ({
      id: `place-${name}`,
      title: t(`studio:place.${name}`),
      icon,
      path,
    })),
    { id: 'people', title: t('studio:settings.people'), icon: 'people', path: 'settings/people' },
    { id: 'profile', title: t('studio:place.profile'), icon: 'eye', path: 'profile' },
    ...(mayStart
      ? [{ id: 'start', title: t('studio:place.start'), icon: 'flag', path: 'start' } as const]
      : []),
    { id: 'shortcuts', title: t('studio:shortcuts.title'), icon: 'key', act: openShortcutSheet },
  ];
  const finds = all.filter(({ title }) => holdsWords(title, words));
  return finds.length > 0 ? [{ id: 'commands', title: t('studio:search.go-to'), finds }] : [];
}
