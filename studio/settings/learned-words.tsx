import { useAct, useRead } from '../api/index.ts';
import { isVariant, variantName } from '#/language/index.ts';
import { usePermission } from '../session/institution.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** What is always taken and what nobody is asked about any more, each to be forgotten again. */
export function LearnedWords() {
  const t = useT();
  const mayChange = usePermission('glossary.propose');
  const { data } = useRead('getWordDecisions', {});
  const decide = useAct('decideWord', { changes: ['getWordDecisions'] });
  const decisions = data?.decisions ?? [];
  return (
    <section aria-labelledby="learned-words" className="glossary__learned">
      <h2 id="learned-words">{t('writing:glossary.decisions')}</h2>
      <p className="muted">
        {t(decisions.length > 0 ? 'writing:glossary.decisions-note' : 'writing:glossary.decisions-none')}
      </p>
      <ProblemNote problem={decide.error} />
      <ul className="stack" role="list">
        {decisions.map(({ key, decision, by, at }) => (
          <li key={key} className="card glossary__line">
            <div className="glossary__what">
              <p className="glossary__words">{shown(key)}</p>
              <p className="muted">
                {t(`writing:glossary.${decision}`)}
                {by && ` · ${by.name}`} · <Time at={at} />
              </p>
            </div>
            {mayChange && (
              <button
                type="button"
                className="button button--small button--quiet"
                aria-label={t('writing:glossary.forget-of', { word: shown(key) })}
                onClick={() =>
                  decide.mutate(
                    { body: { key, decision: null } },
                    {
                      onSuccess: () =>
                        toast({
                          text: t('writing:glossary.forgotten', { word: shown(key) }),
                          undo: () => decide.mutate({ body: { key, decision } }),
                        }),
                    },
                  )
                }
              >
                {t('writing:glossary.forget')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `januar~m | siječnj~mj:siječanj | > hr` as people write it: januar · siječanj → hrvatski. */
function shown(key: string): string {
  const [entry = '', language = ''] = key.split(' > ');
  const words = entry
    .split('|')
    .map((side) =>
      side
        .replace(/\S+~\w+:(\S+)/g, '$1')
        .replace(/~\w+/g, '')
        .replace(/\*/g, '…')
        .trim(),
    )
    .filter(Boolean);
  const variant = language === 'sr' ? 'sr-Latn' : language;
  return `${words.join(' · ')} → ${isVariant(variant) ? variantName(variant) : language}`;
}
