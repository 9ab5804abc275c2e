import { SCOPES, type Scope } from '#/contract/index.ts';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

/** The parts of the house, in the order of the scopes. */
const AREAS = [...new Set(SCOPES.map((scope) => scope.replace(/:.*$/, '')))];

const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);

type ScopeChoicesProps = {
  /** Null is everything that the role may. */
  scopes: readonly Scope[] | null;
  onChange: (scopes: Scope[] | null) => void;
  error: string | undefined;
};

/** Everything that the role may, or nothing, reading or writing in each part. */
export function ScopeChoices({ scopes, onChange, error }: ScopeChoicesProps) {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{t('studio:key.scopes')}</legend>
      <p className="field__hint">{t('studio:key.scopes-hint')}</p>
      {error && (
        <p className="field__error">
          <Icon name="warning" />
          {error}
        </p>
      )}
      <label className="radio">
        <input type="radio" name="scopes" checked={scopes !== null} onChange={() => onChange([])} />
        {t('studio:key.scopes-some')}
      </label>
      {scopes !== null && <Areas scopes={scopes} onChange={onChange} />}
      <label className="radio">
        <input type="radio" name="scopes" checked={scopes === null} onChange={() => onChange(null)} />
        {t('studio:key.scopes-all')}
      </label>
    </fieldset>
  );
}

type AreasProps = { scopes: readonly Scope[]; onChange: (scopes: Scope[]) => void };

function Areas({ scopes, onChange }: AreasProps) {
  const t = useT();
  const set = (area: string, level: string) => {
    const others = scopes.filter((scope) => !scope.startsWith(`${area}:`));
    const chosen = `${area}:${level}`;
    onChange(isScope(chosen) ? [...others, chosen] : others);
  };
  return (
    <div className="scope-areas">
      {AREAS.map((area) => (
        <label key={area} className="scope-areas__line">
          <span>{t(`studio:key.area.${area}`)}</span>
          <select
            className="input select"
            value={scopes.find((scope) => scope.startsWith(`${area}:`))?.replace(/^.*:/, '') ?? ''}
            onChange={(event) => set(area, event.target.value)}
          >
            <option value="">{t('studio:key.level.none')}</option>
            <option value="read">{t('studio:key.level.read')}</option>
            {isScope(`${area}:write`) && <option value="write">{t('studio:key.level.write')}</option>}
          </select>
        </label>
      ))}
    </div>
  );
}
