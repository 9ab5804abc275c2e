import { useState } from 'react';
import { SANDBOX_FAULTS } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Help } from '../shared/help.tsx';
import { useT } from '../words/index.ts';

const COUNTS = ['1', '3', '10', '100'];

/** Faults that a trainer switches on, for so many requests. */
export function FaultSwitches() {
  const t = useT();
  const { data, error } = useRead('listSandboxFaults', {}, { refetchInterval: 10_000 });
  const set = useAct('setSandboxFault', { changes: ['listSandboxFaults'] });
  const [times, setTimes] = useState('3');
  const remainingOf = (fault: string) => data?.items.find((item) => item.fault === fault)?.remaining ?? 0;
  return (
    <section className="card stack" aria-labelledby="faults">
      <div className="help-line">
        <h2 id="faults" className="card__title">
          {t('studio:practice.faults')}
        </h2>
        <Help topic="faults" />
      </div>
      <p>{t('studio:practice.faults-text')}</p>
      <label className="cluster">
        {t('studio:practice.times')}
        <select
          className="input select input--short"
          value={times}
          onChange={(event) => setTimes(event.target.value)}
        >
          {COUNTS.map((count) => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </label>
      <ProblemNote problem={error ?? set.error} />
      <div>
        {SANDBOX_FAULTS.map((fault) => {
          const remaining = remainingOf(fault);
          return (
            <div key={fault} className="practice__fault">
              <label className="switch">
                <input
                  type="checkbox"
                  role="switch"
                  aria-checked={remaining > 0}
                  checked={remaining > 0}
                  onChange={() => set.mutate({ body: { fault, times: remaining > 0 ? 0 : Number(times) } })}
                  aria-describedby={`fault-${fault}`}
                />
                <strong>{t(`studio:practice.fault-${fault}`)}</strong>
              </label>
              <p className="muted" id={`fault-${fault}`}>
                {remaining > 0
                  ? t('studio:practice.remaining', { count: remaining })
                  : t(`studio:practice.fault-${fault}-note`)}
              </p>
            </div>
          );
        })}
      </div>
    </section>
  );
}
