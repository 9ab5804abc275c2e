import { lazy, Suspense, useDeferredValue, useState } from 'react';
import type { GlossaryItem } from '#/contract/index.ts';
import { useReadPages } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon } from '../shared/icon.tsx';
import { patiently } from '../shared/later.ts';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT, WithWords, withWords } from '../words/index.ts';
import { GlossaryCsv } from './glossary-csv.tsx';
import { GlossaryDialog } from './glossary-dialog.tsx';
import { GlossaryLine } from './glossary-list.tsx';
import { KINDS } from './glossary-words.ts';
import { LearnedWords } from './learned-words.tsx';
import './writing.css';

const TemplatesPart = lazy(patiently(withWords(['studio/tools'], () => import('./templates-part.tsx'))));
const HashtagSets = lazy(patiently(withWords(['studio/tools'], () => import('./hashtag-sets.tsx'))));

/** What the institution has decided about its words, once and for all posts. */
export function Component() {
  return (
    <WithWords of="writing" fallback={<Skeleton rows={6} />}>
      <GlossaryScreen />
    </WithWords>
  );
}

type Kind = (typeof KINDS)[number];

function GlossaryScreen() {
  const t = useT();
  const mayPropose = usePermission('glossary.propose');
  const decides = usePermission('glossary.decide');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [open, setOpen] = useState<GlossaryItem | 'new' | null>(null);
  const wanted = useDeferredValue(search.trim());
  const query = { limit: 50, ...(wanted ? { search: wanted } : {}), ...(kind ? { kind } : {}) };
  const list = useReadPages('listGlossary', { query });
  const filtered = wanted !== '' || kind !== null;
  return (
    <Page title={t('writing:glossary.title')} help="glossary" note={t('writing:glossary.note')}>
      <div className="toolbar">
        <input
          type="search"
          className="input input--search toolbar__search"
          aria-label={t('common:action.search')}
          placeholder={t('common:action.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <GlossaryCsv />
        {mayPropose && (
          <button type="button" className="button button--primary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {t(decides ? 'writing:glossary.add' : 'writing:glossary.propose')}
          </button>
        )}
      </div>
      <div className="glossary__kinds" role="group" aria-label={t('writing:glossary.kind')}>
        {[null, ...KINDS].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="chip"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {one === null ? t('writing:glossary.all') : t(`writing:glossary.kind-${one}`)}
          </button>
        ))}
      </div>
      <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton rows={6} />}
      {list.data &&
        list.items.length === 0 &&
        (filtered ? <p className="muted">{t('writing:glossary.none')}</p> : <Empty />)}
      <ul className="stack" role="list">
        {list.items.map((item) => (
          <GlossaryLine key={item.id} item={item} onEdit={() => setOpen(item)} />
        ))}
      </ul>
      <MoreButton pages={list} />
      <LearnedWords />
      <Suspense fallback={<Skeleton rows={2} />}>
        <HashtagSets />
        <TemplatesPart />
      </Suspense>
      {open && <GlossaryDialog item={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Empty() {
  const t = useT();
  return <EmptyState title={t('writing:glossary.empty')} text={t('writing:glossary.empty-text')} />;
}
