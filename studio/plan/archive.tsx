import type { ReactNode } from 'react';
import type { Texts } from '#/contract/index.ts';
import { Icon } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';

type Archived = { id: string; titles: Texts; archivedAt: string | null };
type ArchiveProps<Thing> = {
  title: string;
  things: readonly Thing[];
  /** Not given to who may not. */
  onRestore?: (thing: Thing) => void;
  /** Under the list, such as the button for more. */
  children?: ReactNode;
};

/** What was put away, behind a line that opens; nothing where nothing was. */
export function Archive<Thing extends Archived>({ title, things, onRestore, children }: ArchiveProps<Thing>) {
  const t = useT();
  const variant = useVariant();
  if (things.length === 0) return null;
  return (
    <details className="archive">
      <summary>{title}</summary>
      <ul className="rows card card--flush card--sunken" role="list">
        {things.map((thing) => {
          const name = textFor(thing.titles, variant);
          return (
            <li key={thing.id} className="rows__row">
              <div className="rows__main">
                <span className="rows__title">{name}</span>
                <p className="rows__note">
                  {t('studio:plan.archived-at')}{' '}
                  {thing.archivedAt && <Time at={thing.archivedAt} form="day" />}
                </p>
              </div>
              {onRestore && (
                <button
                  type="button"
                  className="button button--small"
                  aria-label={t('studio:plan.restore-of', { title: name })}
                  onClick={() => onRestore(thing)}
                >
                  <Icon name="undo" />
                  {t('studio:plan.restore')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {children}
    </details>
  );
}
