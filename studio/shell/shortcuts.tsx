import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHere, usePermission } from '../session/institution.ts';
import { Dialog } from '../shared/dialog.tsx';
import { useT } from '../words/index.ts';
import { useLetterKeys } from './letter-keys.ts';
import { places } from './places.ts';

const OPEN = 'glasnik:shortcuts';
/** How long the first key of `g t` waits for the second. */
const SECOND_KEY = 1200;

export const openShortcutSheet = (): void => void dispatchEvent(new Event(OPEN));

/** Letters are for whoever is not typing, and not for menus and dialogs. */
const isTaken = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]',
    ) !== null
  );
};

/** `?` shows the keys, `c` begins a post, `/` searches, `g` and a letter goes somewhere; the profile switches them off. */
export function Shortcuts() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const mayWrite = usePermission('post.write');
  const on = useLetterKeys();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onOpen = () => setOpen(true);
    addEventListener(OPEN, onOpen);
    return () => removeEventListener(OPEN, onOpen);
  }, []);

  useEffect(() => {
    if (!on) return undefined;
    let going = 0;
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const place = places.find(({ key }) => key === event.key.toLowerCase());
      if (place && Date.now() - going < SECOND_KEY) void navigate(here(place.path));
      else if (event.key === '?') setOpen(true);
      else if (event.key === 'c' && mayWrite) void navigate(here('posts/new'));
      else if (event.key === '/') document.querySelector<HTMLElement>('#main [type=search]')?.focus();
      else {
        going = event.key === 'g' ? Date.now() : 0;
        return;
      }
      going = 0;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [here, mayWrite, navigate, on]);

  const lines: [string[], string][] = [
    [['c'], t('studio:shell.new-post')],
    [['/'], t('studio:shortcuts.search')],
    [['?'], t('studio:shortcuts.title')],
    ...places.map(({ key, name }): [string[], string] => [['g', key ?? ''], t(`studio:place.${name}`)]),
  ];
  return (
    <Dialog title={t('studio:shortcuts.title')} isOpen={open} onClose={() => setOpen(false)}>
      <dl className="shortcut-list">
        {lines.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t(on ? 'studio:shortcuts.can-be-off' : 'studio:shortcuts.are-off')}{' '}
        <Link to={here('profile')} onClick={() => setOpen(false)}>
          {t('studio:profile.title')}
        </Link>
      </p>
    </Dialog>
  );
}
