import type { Act } from '#/contract/index.ts';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

/** What an act says beyond its kind, each thing by its name; what has none keeps the one it has in the record. */
export function ActDetails({ act }: { act: Act }) {
  const t = useT();
  const entries = Object.entries(act.detail).filter(([, value]) => value !== null && value !== '');
  if (entries.length === 0) return null;
  const nameOf = (key: string) => {
    const word = `studio:record.field.${key}`;
    const name = t(word);
    return name === word ? key : name;
  };
  return (
    <details className="record__detail">
      <summary>{t('studio:record.detail')}</summary>
      <dl className="record__fields">
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>
              <Value value={value} people={act.people} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Value({ value, people }: { value: unknown; people: Act['people'] }) {
  const t = useT();
  if (typeof value === 'boolean') return t(value ? 'common:answer.yes' : 'common:answer.no');
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return <Time at={value} />;
    return people.find(({ id }) => id === value)?.name ?? value;
  }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => people.find(({ id }) => id === one)?.name ?? one).join(', ');
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}
