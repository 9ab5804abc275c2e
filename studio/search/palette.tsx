import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useNavigate } from 'react-router';
import { findWords, searchWords } from '#/language/index.ts';
import { call, keyOf } from '../api/index.ts';
import { useHere, useInstitution } from '../session/institution.ts';
import { Icon, ProblemNote, StateBadge, type AnyState } from '../shared/index.ts';
import { formatDay, formatInstant, useT, useVariant } from '../words/index.ts';
import { groupsOf, type Find, type FindGroup } from './finds.ts';
import { useCommands } from './commands.ts';
import './palette.css';

const PAUSE = 120;

/** One box that finds everything of the institution: type, arrow down, Enter. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { groups, problem, retry, isCurrent } = useFinds(typed);
  const words = searchWords(typed);
  const choose = ({ path, act }: Find) => {
    onClose();
    if (act) act();
    else if (path !== undefined) void navigate(here(path));
  };
  const finds = groups.flatMap((group) => group.finds);
  return (
    <ModalOverlay
      className="dialog-backdrop dialog-backdrop--top"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="dialog palette">
        <Dialog className="palette__content" aria-label={t('studio:search.title')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette__field" aria-label={t('studio:search.title')}>
              <Icon name="search" />
              <Input ref={input} className="palette__input" placeholder={t('studio:search.hint')} />
              <button
                type="button"
                className="button button--quiet button--small"

                onClick={onClose}
              >
                {t('common:action.close')}
              </button>
            </SearchField>
            <ProblemNote problem={problem} onRetry={retry} />
            <ListBox
              className="palette__list"
              aria-label={t('studio:search.results')}
              items={groups}
              selectionMode="none"
              renderEmptyState={() => isCurrent && <Nothing words={typed.trim()} />}
            >
              {(group: FindGroup) => (
                <ListBoxSection id={group.id} className="palette__group">
                  <Header className="palette__title">{group.title}</Header>
                  {group.finds.map((find) => (
                    <ListBoxItem
                      key={find.id}
                      id={find.id}
                      className="palette__item"
                      textValue={[find.title, find.note].filter(Boolean).join(', ')}
                      onAction={() => choose(find)}
                    >
                      <Line find={find} words={words} />
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <p className="visually-hidden" role="status">
            {isCurrent && typed.trim() !== '' ? t('studio:search.count', { count: finds.length }) : ''}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What the server finds when the fingers rest, and the places and commands that hold the words. */
function useFinds(typed: string) {
  const t = useT();
  const variant = useVariant();
  const { id, timeZone } = useInstitution();
  const [asked, setAsked] = useState('');
  const wanted = typed.trim();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), wanted ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: keyOf(id, 'search', { q: asked }),
    queryFn: ({ signal }) => call('search', { params: { institutionId: id }, query: { q: asked }, signal }),
    placeholderData: keepPreviousData,
  });
  const shown = {
    say: t,
    words: asked,
    day: (iso: string) => formatDay(iso, variant),
    when: (instant: string) => formatInstant(instant, 'moment', variant, timeZone),
  };
  const commands = useCommands(typed);
  const found = data ? groupsOf(data, shown) : [];
  return {
    groups: [...found, ...commands],
    problem: error,
    retry: () => void refetch(),
    isCurrent: data !== undefined && !isPlaceholderData && asked === wanted,
  };
}

function Line({ find, words }: { find: Find; words: readonly string[] }) {
  return (
    <>
      {find.picture ? (
        <img className="palette__picture" src={find.picture} alt="" width={28} height={28} />
      ) : (
        <Icon name={find.icon} />
      )}
      <span className="palette__text">
        <span className="palette__name">
          <Marked text={find.title} words={words} />
        </span>
        {find.excerpt && (
          <span className="palette__note">
            <Marked text={find.excerpt} words={words} />
          </span>
        )}
        {find.note && (
          <span className="palette__note">
            <Marked text={find.note} words={words} />
          </span>
        )}
      </span>
      {find.state && <StateBadge state={find.state as AnyState} />}
    </>
  );
}

/** The words as they stand in the text, whatever script they were typed in. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of findWords(text, words)) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return [...parts, text.slice(at)];
}

function Nothing({ words }: { words: string }) {
  const t = useT();
  return (
    <div className="palette__nothing">
      <strong>{t('studio:search.none', { words })}</strong>
      <span>{t('studio:search.none-text')}</span>
    </div>
  );
}
