import { VARIANTS } from '#/language/index.ts';
import type { Result } from '../api/index.ts';
import { Icon } from '../shared/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';
import { NO_FILTER, type Address, type Filter } from './address.ts';
import type { Home, Placed } from './posts.ts';

const STATES = [
  'draft',
  'in-review',
  'sent-back',
  'approved',
  'scheduled',
  'published',
  'expired',
  'withdrawn',
  'late',
  'failed',
  'unknown',
] as const;

type FilterBarProps = {
  address: Address;
  onChange: (change: Partial<Address>) => void;
  accounts: Result<'listAccounts'>['items'];
  campaigns: Result<'listCampaigns'>['items'];
  /** All posts of the span, before any filter. */
  posts: readonly Placed[];
  /** The other institutions of this person. */
  others: readonly Home[];
};

/** What is shown: by account, variant, state, campaign and person; institutions beside this one; deadlines. */
export function FilterBar({ address, onChange, accounts, campaigns, posts, others }: FilterBarProps) {
  const t = useT();
  const variant = useVariant();
  const { filter } = address;
  const used = Object.values(filter).filter(Boolean).length;
  const people = new Map(
    posts.flatMap(({ post }) => (post.author ? [[post.author.id, post.author.name]] : [])),
  );
  const set = (change: Partial<Filter>) => onChange({ filter: { ...filter, ...change } });
  const choices: Record<keyof Filter, (readonly [string, string])[]> = {
    account: accounts.map(({ id, handle }) => [id, handle]),
    variant: VARIANTS.map((one) => [one, t(`common:variant.${one}`)]),
    state: STATES.map((one) => [one, t(`studio:state.${one}`)]),
    campaign: campaigns.map(({ id, names }) => [id, textFor(names, variant)]),
    person: [...people].toSorted(([, a], [, b]) => a.localeCompare(b)),
  };
  return (
    <details className="calendar-filters" open={used > 0 || undefined}>
      <summary className="button button--small">
        <Icon name="filter" />
        {t('studio:calendar.filters')}
        {used > 0 && <span className="calendar-filters__used">{used}</span>}
      </summary>
      <div className="calendar-filters__all">
        {(Object.keys(choices) as (keyof Filter)[]).map((name) => (
          <div key={name} className="calendar-filter">
            <label className="field__label" htmlFor={`filter-${name}`}>
              {t(`studio:calendar.filter.${name}`)}
            </label>
            <select
              id={`filter-${name}`}
              className="input select"
              value={filter[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            >
              <option value="">{t('studio:calendar.filter.all')}</option>
              {choices[name].map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
        <label className="check">
          <input
            type="checkbox"
            checked={address.deadlines}
            onChange={({ target }) => onChange({ deadlines: target.checked })}
          />
          {t('studio:calendar.show-deadlines')}
        </label>
        {used > 0 && (
          <button
            type="button"
            className="button button--small"
            onClick={() => onChange({ filter: NO_FILTER })}
          >
            {t('studio:calendar.filter.none')}
          </button>
        )}
      </div>
      {others.length > 0 && <Beside address={address} others={others} onChange={onChange} />}
    </details>
  );
}

/** Which other institutions stand beside this one; for whoever coordinates several. */
function Beside({ address, others, onChange }: Pick<FilterBarProps, 'address' | 'others' | 'onChange'>) {
  const t = useT();
  const all = others.every(({ slug }) => address.beside.includes(slug));
  const toggle = (slug: string) =>
    onChange({
      beside: address.beside.includes(slug)
        ? address.beside.filter((one) => one !== slug)
        : [...address.beside, slug],
    });
  return (
    <fieldset className="choices choices--inline calendar-beside">
      <legend className="choices__legend">{t('studio:calendar.beside')}</legend>
      {others.map(({ slug, shortName, colour }) => (
        <label key={slug} className="check">
          <input type="checkbox" checked={address.beside.includes(slug)} onChange={() => toggle(slug)} />
          <span className="chip-house" style={{ '--house': colour } as object}>
            {shortName}
          </span>
        </label>
      ))}
      <button
        type="button"
        className="button button--small"
        onClick={() => onChange({ beside: all ? [] : others.map(({ slug }) => slug) })}
      >
        {t(all ? 'studio:calendar.beside-none' : 'studio:calendar.beside-all')}
      </button>
    </fieldset>
  );
}
