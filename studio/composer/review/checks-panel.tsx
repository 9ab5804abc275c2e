import { Help } from '../../shared/help.tsx';
import { Icon, toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { variantName, isVariant } from '#/language/index.ts';
import { useComposer, useGoTo, useReadOnly } from '../composer-context.tsx';
import { placeOf, takeMend, textAt } from '../writing/mend.ts';
import { useCheckList } from './checks-context.tsx';
import type { AnyCheck } from './use-checks.ts';

/** The sentence of a check: the server's where it came from there, ours where it was made here. */
export function useSentence(): (check: AnyCheck) => string {
  const t = useT();
  return (check) => {
    if ('message' in check) return check.message;
    const named = (value: string | number | undefined) => (isVariant(value) ? variantName(value) : value);
    const params = Object.fromEntries(
      Object.entries(check.params).map(([key, value]) => [
        key,
        key === 'variant' || key === 'other' ? (named(value) ?? '') : value,
      ]),
    );
    const key = check.code.replace(/^post\./, 'studio:checks.').replace(/^writing\./, 'writing:checks.');
    return t(key, params);
  };
}

/** What stands between this post and the public, each with the way to its field. */
export function ChecksPanel() {
  const checks = useCheckList();
  const t = useT();
  const blocking = checks.filter(({ blocks }) => blocks).length;
  return (
    <section className="panel checks" aria-labelledby="composer-checks" id="checks-panel" tabIndex={-1}>
      <div className="help-line">
        <h2 className="panel__title" id="composer-checks">
          <Icon name={blocking > 0 ? 'warning' : 'circle-check'} />
          {blocking > 0
            ? t('studio:composer.checks.blocking', { count: blocking })
            : t('studio:composer.checks.ready')}
        </h2>
        <Help topic="checks" />
      </div>
      {checks.length > 0 && (
        <ul role="list" className="checks__list">
          {checks.map((check, index) => (
            <li
              key={`${check.code}${check.path}${check.at?.start ?? index}`}
              className={check.blocks ? 'checks__one checks__one--blocks' : 'checks__one'}
            >
              <CheckLine check={check} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CheckLine({ check }: { check: AnyCheck }) {
  const t = useT();
  const goTo = useGoTo();
  const sentence = useSentence();
  return (
    <>
      <button type="button" className="checks__link" onClick={() => goTo(check.path, check.at)}>
        <Icon name={check.blocks ? 'octagon' : 'info'} />
        <span>
          <span className="visually-hidden">
            {t(check.blocks ? 'studio:composer.checks.blocks' : 'studio:composer.checks.advises')}{' '}
          </span>
          {sentence(check)}
        </span>
        <Icon name="chevron-right" />
      </button>
      {check.source && <RuleOf check={check} source={check.source} />}
    </>
  );
}

/** Why there is this rule, where it is from, and what would mend it. */
function RuleOf({ check, source }: { check: AnyCheck; source: string }) {
  const t = useT();
  const sentence = useSentence();
  const composer = useComposer();
  const readOnly = useReadOnly();
  const rule = check.code.replace(/^writing\./, '');
  const { mend } = check;
  const take = () => {
    const before = composer.getState().draft;
    const place = placeOf(check.path);
    if (!mend || !place) return;
    composer.edit(takeMend(check.path, textAt(before, place), mend));
    toast({ text: t('writing:mend.done'), undo: () => composer.edit(() => before) });
  };
  return (
    <div className="checks__rule">
      <details>
        <summary>{t('writing:mend.why')}</summary>
        <p>
          {t(`writing:why.${rule}`)}{' '}
          <a
            href={source}
            target="_blank"
            rel="noreferrer"
            aria-label={t('writing:mend.source-of', { rule: t(`writing:rule.${rule}`) })}
          >
            {t('writing:mend.source')}
          </a>
        </p>
        {mend && mend.text.length < 200 && (
          <p className="checks__becomes">
            <Icon name="arrow-right" /> {mend.text}
          </p>
        )}
      </details>
      {mend && !readOnly && (
        <button
          type="button"
          className="button button--small"
          aria-label={t('writing:mend.of', { what: sentence(check) })}
          onClick={take}
        >
          {t('writing:mend.act')}
        </button>
      )}
    </div>
  );
}
