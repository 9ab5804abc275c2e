import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { openSearch } from '../search/open-search.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';
import { KEY_PLACES, KEYS, nameOfKey } from './keys/registry.ts';
import { useKeys, usePlaceKeys } from './keys/use-keys.ts';
import { useLetterKeys } from './letter-keys.ts';
import { usePlaces } from './navigation.tsx';
import { places } from './places.ts';

const OPEN = 'glasnik:shortcuts';

export const openShortcutSheet = (): void => void dispatchEvent(new Event(OPEN));

/** The keys that work everywhere, and the sheet of all of them. */
export function Shortcuts() {
  const here = useHere();
  const navigate = useNavigate();
  const mayWrite = usePermission('post.write');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onOpen = () => setOpen(true);
    addEventListener(OPEN, onOpen);
    return () => removeEventListener(OPEN, onOpen);
  }, []);
  useKeys('everywhere', {
    find: openSearch,
    'find-any-time': openSearch,
    'new-post': mayWrite ? () => void navigate(here('posts/new')) : null,
    help: () => setOpen(true),
  });
  usePlaceKeys(usePlaces(places), (path) => void navigate(here(path)));
  return open && <Sheet onClose={() => setOpen(false)} />;
}

function Sheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const here = useHere();
  const on = useLetterKeys();
  const mine = usePlaces(places);
  return (
    <Dialog title={t('studio:shortcuts.title')} isOpen onClose={onClose} size="wide">
      <div className="shortcut-sheet">
        {KEY_PLACES.map((place) => (
          <Keys
            key={place}
            title={t(`studio:keys.${place}.title`)}
            lines={Object.entries(KEYS[place]).map(([name, keys]) => [
              keys,
              t(`studio:keys.${place}.${name}`),
            ])}
          />
        ))}
        <Keys
          title={t('studio:keys.go')}
          lines={mine.flatMap(({ key, name }) => (key ? [[['G', key], t(`studio:place.${name}`)]] : []))}
        />
      </div>
      <p>
        {t(on ? 'studio:shortcuts.can-be-off' : 'studio:shortcuts.are-off')}{' '}
        <Link to={here('profile')} onClick={onClose}>
          {t('studio:place.profile')}
        </Link>
      </p>
    </Dialog>
  );
}

type Line = [keys: readonly string[], meaning: string];

function Keys({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section>
      <h3 className="shortcut-sheet__title">{title}</h3>
      <dl className="shortcut-list">
        {lines.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{nameOfKey(key)}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
