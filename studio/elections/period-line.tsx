import type { Election } from '#/contract/index.ts';
import { Time } from '../shared/index.ts';
import { useNow } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

/** The period as a line: where the silence lies in it, and where today is. The dates stand below for those who read. */
export function PeriodLine({ election: { moments } }: { election: Election }) {
  const t = useT();
  const now = useNow().getTime();
  const [start, end] = [Date.parse(moments.start), Date.parse(moments.end)];
  const at = (moment: number) =>
    `${(Math.min(Math.max((moment - start) / (end - start), 0), 1) * 100).toFixed(2)}%`;
  const silence = {
    insetInlineStart: at(Date.parse(moments.silence)),
    insetInlineEnd: `calc(100% - ${at(Date.parse(moments.close))})`,
  };
  return (
    <div className="period-line">
      <div className="period-line__bar" aria-hidden="true">
        <span className="period-line__silence" style={silence} />
        {now > start && now < end && (
          <span className="period-line__now" style={{ insetInlineStart: at(now) }} />
        )}
      </div>
      <dl className="period-line__dates">
        {(['start', 'silence', 'close', 'end'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`studio:elections.moment.${name}`)}</dt>
            <dd>
              <Time at={moments[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
