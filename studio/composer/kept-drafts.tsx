import { useState } from 'react';
import { Icon, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import type { Draft } from './draft.ts';
import type { DraftStore, KeptDraft } from './draft-store.ts';

type KeptDraftsProps = { store: DraftStore; ownKey: string; onTakeUp: (draft: Draft) => void };

/** New posts that never reached the server, because the tab was closed while the line was down. */
export function KeptDrafts({ store, ownKey, onTakeUp }: KeptDraftsProps) {
  const t = useT();
  const [kept, setKept] = useState(() => unsent(store, ownKey));
  if (kept.length === 0) return null;
  const drop = (key: string) => {
    store.drop(key);
    setKept((all) => all.filter((one) => one.key !== key));
  };
  return (
    <div className="banner banner--success">
      <Icon name="history" />
      <div className="banner__body">
        <p className="banner__title">{t('studio:composer.kept.title', { count: kept.length })}</p>
        <ul role="list">
          {kept.map(({ key, draft, at }) => (
            <li key={key} className="cluster">
              <span>
                {firstWords(draft)} · <Time at={new Date(at).toISOString()} />
              </span>
              <button
                type="button"
                className="button button--small"
                onClick={() => {
                  drop(key);
                  onTakeUp(draft);
                }}
              >
                {t('studio:composer.kept.take-up')}
              </button>
              <button type="button" className="button button--small button--quiet" onClick={() => drop(key)}>
                {t('studio:composer.kept.drop')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function unsent(store: DraftStore, ownKey: string): (KeptDraft & { key: string })[] {
  return store.keys(Date.now()).flatMap((key) => {
    const kept = key === ownKey ? null : store.find(key);
    return kept && kept.version === null ? [{ ...kept, key }] : [];
  });
}

function firstWords(draft: Draft): string {
  const text = draft.title || Object.values(draft.texts).find((one) => one.trim()) || '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
