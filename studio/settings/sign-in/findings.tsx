import type { SignInTest } from '#/contract/index.ts';
import { Icon, type IconName } from '../../shared/icon.tsx';
import { useT } from '../../words/index.ts';

type Finding = SignInTest['findings'][number];

const marks: Record<Finding['state'], { icon: IconName; tone: string }> = {
  good: { icon: 'check', tone: 'badge badge--success' },
  warning: { icon: 'warning', tone: 'badge badge--warning' },
  bad: { icon: 'octagon', tone: 'badge badge--danger' },
};

/** What a test of a directory found, each with what to do where it is not good. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  return (
    <ul className="findings" role="list">
      {findings.map(({ step, state, text }) => (
        <li key={step} className="findings__line">
          <span className={marks[state].tone}>
            <Icon name={marks[state].icon} />
            {t(`studio:directory.found.${state}`)}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
