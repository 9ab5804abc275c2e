import { useState } from 'react';
import type { ElectionEntry, ElectionView } from '#/contract/index.ts';
import { holdsWords, searchWords } from '#/language/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState, Icon, toast } from '../shared/index.ts';
import { NothingFound } from '../shared/nothing-found.tsx';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { useT } from '../words/index.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { ListDialog } from './list-dialog.tsx';
import { useRemoveEntry, useRestoreEntry, type Scope } from './use-acts.ts';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 8;

type EntriesPartProps = { view: ElectionView; /** The period itself. */ mayChange: boolean; mayAdd: boolean };

/** The persons and marks that a post must not name. To a period of all, an institution may add its own. */
export function EntriesPart({ view: { election, entries }, mayChange, mayAdd }: EntriesPartProps) {
  const t = useT();
  const mayManage = usePermission('election.manage') && mayAdd;
  const [open, setOpen] = useState<'entry' | 'list' | null>(null);
  const [words, setWords] = useSearchedFor();
  const scope: Scope = election.scope === 'all' && mayChange ? 'all' : 'institution';
  const may = mayChange || mayManage;
  const wanted = searchWords(words);
  const shown = entries.filter((entry) => holdsWords(Object.values(entry).flat().join('\n'), wanted));
  const buttons = may && (
    <div className="button-group">
      <button type="button" className="button" onClick={() => setOpen('list')}>
        <Icon name="upload" />
        {t('studio:elections.entry.paste')}
      </button>
      <button type="button" className="button button--primary" onClick={() => setOpen('entry')}>
        <Icon name="plus" />
        {t('studio:elections.entry.add')}
      </button>
    </div>
  );
  return (
    <section className="stack" aria-labelledby="entries">
      <div className="cluster cluster--apart">
        <h2 id="entries">{t('studio:elections.entry.title', { count: entries.length })}</h2>
        {entries.length > 0 && buttons}
      </div>
      {entries.length === 0 && (
        <EmptyState
          art="desk"
          title={t('studio:elections.entry.none')}
          text={t('studio:elections.entry.none-text')}
        >
          {buttons}
        </EmptyState>
      )}
      {entries.length > SEARCHED_FROM && (
        <SearchField label={t('studio:elections.entry.search')} value={words} onChange={setWords} />
      )}
      {words && shown.length === 0 && entries.length > 0 && (
        <NothingFound words={words} onShowAll={() => setWords('')} />
      )}
      {shown.length > 0 && (
        <ul className="rows card card--flush" role="list">
          {shown.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              electionId={election.id}
              mayRemove={entry.scope === 'all' ? mayChange && scope === 'all' : mayManage}
            />
          ))}
        </ul>
      )}
      {open === 'entry' && (
        <EntryDialog electionId={election.id} scope={scope} onClose={() => setOpen(null)} />
      )}
      {open === 'list' && <ListDialog electionId={election.id} scope={scope} onClose={() => setOpen(null)} />}
    </section>
  );
}

type EntryRowProps = { entry: ElectionEntry; electionId: string; mayRemove: boolean };

function EntryRow({ entry, electionId, mayRemove }: EntryRowProps) {
  const t = useT();
  const params = { electionId, electionEntryId: entry.id };
  const name = entry.name || entry.shortForm;
  const restore = useRestoreEntry(entry.scope);
  const remove = useRemoveEntry(entry.scope, {
    onSuccess: () =>
      toast({ text: t('studio:elections.entry.removed', { name }), undo: () => restore.mutate({ params }) }),
  });
  const more = [entry.name ? entry.shortForm : '', entry.why, ...entry.slogans, ...entry.hashtags].filter(
    Boolean,
  );
  return (
    <li className="rows__row">
      <div className="rows__main">
        <span className="rows__title">{name}</span>
        {more.length > 0 && <p className="rows__note">{more.join(' · ')}</p>}
      </div>
      <span className="badge">
        <Icon name={entry.kind === 'person' ? 'people' : 'flag'} />
        {t(`studio:elections.entry.kind.${entry.kind}`)}
      </span>
      {mayRemove && (
        <button
          type="button"
          className="button button--small button--quiet"
          aria-label={t('studio:elections.entry.remove-of', { name })}
          onClick={() => remove.mutate({ params })}
        >
          {t('studio:elections.entry.remove')}
        </button>
      )}
    </li>
  );
}
