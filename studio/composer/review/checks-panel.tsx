import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { variantName, isVariant } from '#/language/index.ts';
import { useGoTo } from '../composer-context.tsx';
import type { AnyCheck } from './use-checks.ts';

/** The sentence of a check: the server's where it came from there, ours where it was made here. */
export function useSentence(): (check: AnyCheck) => string {
  const t = useT();
  return (check) => {
    if ('message' in check) return check.message;
    const { variant } = check.params;
    const params = isVariant(variant) ? { ...check.params, variant: variantName(variant) } : check.params;
    return t(`studio:checks.${check.code.replace(/^post\./, '')}`, params);
  };
}

/** What stands between this post and the public, each with the way to its field. */
export function ChecksPanel({ checks }: { checks: readonly AnyCheck[] }) {
  const t = useT();
  const goTo = useGoTo();
  const sentence = useSentence();
  const blocking = checks.filter(({ blocks }) => blocks).length;
  return (
    <section className="panel checks" aria-labelledby="composer-checks" id="checks-panel" tabIndex={-1}>
      <h2 className="panel__title" id="composer-checks">
        <Icon name={blocking > 0 ? 'warning' : 'circle-check'} />
        {blocking > 0
          ? t('studio:composer.checks.blocking', { count: blocking })
          : t('studio:composer.checks.ready')}
      </h2>
      {checks.length > 0 && (
        <ul role="list" className="checks__list">
          {checks.map((check) => (
            <li
              key={check.code + check.path}
              className={check.blocks ? 'checks__one checks__one--blocks' : 'checks__one'}
            >
              <button type="button" className="checks__link" onClick={() => goTo(check.path)}>
                <Icon name={check.blocks ? 'octagon' : 'info'} />
                <span>
                  <span className="visually-hidden">
                    {t(
                      check.blocks ? 'studio:composer.checks.blocks' : 'studio:composer.checks.advises',
                    )}{' '}
                  </span>
                  {sentence(check)}
                </span>
                <Icon name="chevron-right" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
