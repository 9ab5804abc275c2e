import { Icon } from '../../shared/index.ts';
import { formatDay, textFor, useT, useVariant } from '../../words/index.ts';
import { useDraft, useEdit, useHouse, usePlanItem, useFrameStands } from '../composer-context.tsx';
import { setDue, setPlanItem } from '../edits.ts';

/** The plan item that the post fulfils: it says which variants are asked for and by when. */
export function PlanPanel() {
  const t = useT();
  const variant = useVariant();
  const edit = useEdit();
  const stands = useFrameStands();
  const { planItems } = useHouse();
  const planItemId = useDraft((draft) => draft.planItemId);
  const hasTime = useDraft((draft) => draft.due !== null);
  const item = usePlanItem();
  const choices = item && !planItems.some(({ id }) => id === item.id) ? [...planItems, item] : planItems;
  return (
    <section className="panel" aria-labelledby="composer-plan">
      <h2 className="panel__title" id="composer-plan">
        <Icon name="objective" />
        {t('studio:composer.plan.title')}
      </h2>
      <select
        className="input select"
        aria-labelledby="composer-plan"
        value={planItemId ?? ''}
        disabled={stands}
        onChange={({ target: { value } }) =>
          edit(setPlanItem(value || null, choices.find(({ id }) => id === value)?.variants ?? []))
        }
      >
        <option value="">{t('studio:composer.plan.none')}</option>
        {planItemId !== null && !item && <option value={planItemId}>{t('common:status.loading')}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {textFor(one.titles, variant)} ({formatDay(one.dueOn, variant, 'day-short')})
          </option>
        ))}
      </select>
      {item && (
        <p className="panel__note">
          {t('studio:composer.plan.asks', {
            variants: item.variants.join(', '),
            day: formatDay(item.dueOn, variant),
          })}
        </p>
      )}
      {item?.archivedAt && <p className="panel__note">{t('studio:composer.plan.archived')}</p>}
      {item && !hasTime && !stands && (
        <button type="button" className="chip" onClick={() => edit(setDue({ local: `${item.dueOn}T09:00` }))}>
          {t('studio:composer.plan.take-day', { day: formatDay(item.dueOn, variant, 'day-short') })}
        </button>
      )}
    </section>
  );
}
