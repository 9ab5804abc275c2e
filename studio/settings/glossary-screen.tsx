import { useState } from 'react';
import type { GlossaryEntry } from '#/contract/index.ts';
import { foldForSearch } from '#/language/index.ts';
import { useAct, useRead, type Result } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toasts.tsx';
import { useT } from '../words/index.ts';
import { GlossaryRow, entryOf, wordOf } from './glossary-row.tsx';
import { SaveBar } from './save-bar.tsx';

type Institution = Result<'getInstitution'>;

/** What the institution has decided about its words in Cyrillic, once and for all posts. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('getInstitution', {});
  return (
    <Page title={t('studio:settings.glossary')} note={t('studio:glossary.note')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <GlossaryForm institution={data} />}
    </Page>
  );
}

function GlossaryForm({ institution }: { institution: Institution }) {
  const t = useT();
  const mayChange = usePermission('institution.change');
  const [base, setBase] = useState(institution);
  const [entries, setEntries] = useState(institution.glossary);
  const [search, setSearch] = useState('');
  const take = (from: Institution) => {
    setBase(from);
    setEntries(from.glossary);
  };
  const save = useAct('changeInstitution', {
    onSuccess: (saved) => {
      take(saved);
      toast({ text: t('common:status.saved') });
    },
  });
  const wanted = foldForSearch(search.trim());
  const shown = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => foldForSearch(wordOf(entry)).includes(wanted));
  const add = () => {
    setSearch('');
    setEntries([entryOf('lock', ''), ...entries]);
  };
  const put = (index: number, entry: GlossaryEntry | null) =>
    setEntries(entries.flatMap((old, at) => (at === index ? (entry ? [entry] : []) : [old])));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          body: { glossary: entries.filter((entry) => wordOf(entry).trim()) },
          ifMatch: base.revision,
        });
      }}
    >
      <div className="toolbar">
        <input
          type="search"
          className="input input--search toolbar__search"
          aria-label={t('common:action.search')}
          placeholder={t('common:action.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {mayChange && (
          <button type="button" className="button" onClick={add}>
            <Icon name="plus" />
            {t('studio:glossary.add')}
          </button>
        )}
      </div>
      {shown.length === 0 &&
        (wanted ? (
          <p className="muted">{t('studio:glossary.none')}</p>
        ) : (
          <EmptyState title={t('studio:glossary.empty')} text={t('studio:glossary.empty-text')} />
        ))}
      <ul className="stack" role="list">
        {shown.map(({ entry, index }) => (
          <GlossaryRow
            key={index}
            entry={entry}
            number={index + 1}
            disabled={!mayChange}
            onChange={(next) => put(index, next)}
            onRemove={() => put(index, null)}
          />
        ))}
      </ul>
      {mayChange && (
        <SaveBar
          dirty={JSON.stringify(entries) !== JSON.stringify(base.glossary)}
          isPending={save.isPending}
          problem={save.error}
          onDiscard={() => {
            take(institution);
            save.reset();
          }}
        />
      )}
    </form>
  );
}
