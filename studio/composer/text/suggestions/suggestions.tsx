import { useDeferredValue, useMemo, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { decisionKey, suggestWords, type Suggestion } from '#/language/dictionary/index.ts';
import { useAct, useRead } from '../../../api/index.ts';
import { usePermission } from '../../../session/institution.ts';
import { Icon, toast } from '../../../shared/index.ts';
import { useT } from '../../../words/index.ts';
import { useComposer, useDraft } from '../../composer-context.tsx';
import { takeMend } from '../../writing/mend.ts';

/** Shown at once; the rest is a press away, so that a long text does not become a long list. */
const FIRST = 5;

/** Words that this variant says otherwise, each taken or left by a person. Nothing is changed before. */
export default function Suggestions({ variant }: { variant: Variant }) {
  const t = useT();
  const composer = useComposer();
  const text = useDeferredValue(useDraft((draft) => draft.texts[variant] ?? ''));
  const { data } = useRead('getWordDecisions', {}, { staleTime: 60_000 });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const learned = useMemo(
    () => ({
      terms: data?.terms ?? [],
      decisions: new Map((data?.decisions ?? []).map(({ key, decision }) => [key, decision] as const)),
    }),
    [data],
  );
  const found = useMemo(
    () => (data ? suggestWords(text, variant, learned).filter((one) => !left.has(one.found)) : []),
    [data, text, variant, learned, left],
  );
  if (found.length === 0) return null;
  const always = found.filter((one) => one.always);
  const take = (ones: readonly Suggestion[], option = 0) => {
    const before = composer.getState().draft;
    let now = before.texts[variant] ?? '';
    if (now !== text) return;
    for (const { start, end, options } of ones.toReversed())
      now = now.slice(0, start) + (options[option] ?? options[0] ?? '') + now.slice(end);
    composer.edit(takeMend(`/content/texts/${variant}`, text, { start: 0, end: text.length, text: now }));
    const [one] = ones;
    toast({
      text:
        ones.length === 1 && one
          ? t('writing:suggest.taken', { from: one.found, to: one.options[option] ?? '' })
          : t('writing:suggest.all-taken', { count: ones.length }),
      undo: () => composer.edit(() => before),
    });
  };
  return (
    <section
      className="suggestions"
      aria-label={t('writing:suggest.title', { variant: variantName(variant) })}
    >
      <p className="suggestions__title">
        <Icon name="translate" />
        {t('writing:suggest.count', { count: found.length })}
      </p>
      {always.length > 1 && (
        <button type="button" className="button button--small" onClick={() => take(always)}>
          {t('writing:suggest.take-always', { count: always.length })}
        </button>
      )}
      <ul role="list" className="suggestions__list">
        {(all ? found : found.slice(0, FIRST)).map((one) => (
          <SuggestionLine
            key={`${one.start} ${one.found}`}
            suggestion={one}
            variant={variant}
            onTake={(option) => take([one], option)}
            onLeave={() => setLeft(new Set([...left, one.found]))}
          />
        ))}
      </ul>
      {!all && found.length > FIRST && (
        <button type="button" className="button button--small button--quiet" onClick={() => setAll(true)}>
          {t('writing:preview.show-all')}
        </button>
      )}
    </section>
  );
}

type LineProps = {
  suggestion: Suggestion;
  variant: Variant;
  onTake: (option: number) => void;
  onLeave: () => void;
};

function SuggestionLine({ suggestion, variant, onTake, onLeave }: LineProps) {
  const t = useT();
  const mayTeach = usePermission('glossary.propose');
  const [option, setOption] = useState(0);
  const { found: from, options, entry } = suggestion;
  const to = options[option] ?? options[0] ?? '';
  const decide = useAct('decideWord', {
    changes: ['getWordDecisions'],
    onSuccess: (_, { body }) =>
      toast({
        text: t(
          body.decision === 'always' ? 'writing:suggest.learned-always' : 'writing:suggest.learned-never',
        ),
      }),
  });
  const learn = (decision: 'always' | 'never') =>
    decide.mutate({ body: { key: decisionKey(entry, variant), decision } });
  return (
    <li className="suggestion">
      <p className="suggestion__words" lang={languageTag(variant)}>
        <span>{from}</span> <Icon name="arrow-right" />{' '}
        {options.length > 1 ? (
          <select
            className="input select suggestion__option"
            aria-label={t('writing:suggest.option', { from })}
            value={option}
            onChange={(event) => setOption(Number(event.target.value))}
          >
            {options.map((one, at) => (
              <option key={one} value={at}>
                {one}
              </option>
            ))}
          </select>
        ) : (
          <strong>{to}</strong>
        )}
      </p>
      <div className="button-group">
        <button
          type="button"
          className="button button--small"
          aria-label={t('writing:suggest.take-of', { from, to })}
          onClick={() => onTake(option)}
        >
          {t('writing:suggest.take')}
        </button>
        <button
          type="button"
          className="button button--small button--quiet"
          aria-label={t('writing:suggest.leave-of', { from })}
          onClick={onLeave}
        >
          {t('writing:suggest.leave')}
        </button>
        {mayTeach && (
          <>
            <button
              type="button"
              className="button button--small button--quiet"
              aria-label={`${t('writing:suggest.always')}: ${from}, ${to}`}
              onClick={() => learn('always')}
            >
              {t('writing:suggest.always')}
            </button>
            <button
              type="button"
              className="button button--small button--quiet"
              aria-label={`${t('writing:suggest.never')}: ${from}, ${to}`}
              onClick={() => learn('never')}
            >
              {t('writing:suggest.never')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
