import { WRITING_RULES, RULE_LEVELS, RULE_NAMES, levelOf, type RuleName } from '#/language/checks/index.ts';
import { useAct, useRead, type Result } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT, WithWords } from '../words/index.ts';
import './writing.css';

type Settings = Result<'getWritingSettings'>;

/** Which rules of writing block, warn or are off, and whether a machine may help. */
export function Component() {
  return (
    <WithWords of="writing" fallback={<Skeleton rows={6} />}>
      <WritingScreen />
    </WithWords>
  );
}

function WritingScreen() {
  const t = useT();
  const { data, error, refetch } = useRead('getWritingSettings', {});
  return (
    <Page title={t('writing:settings.title')} note={t('writing:settings.note')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <WritingForm settings={data} />}
    </Page>
  );
}

/** Each choice is kept at once: there is nothing to weigh against each other. */
function WritingForm({ settings }: { settings: Settings }) {
  const t = useT();
  const mayChange = usePermission('writing.change');
  const change = useAct('changeWritingSettings', {
    changes: ['getWritingSettings', 'getPost'],
    onSuccess: () => toast({ text: t('common:status.saved') }),
  });
  const save = (body: { levels?: Settings['levels']; machineHelp?: boolean }) =>
    change.mutate({ body, ifMatch: settings.revision });
  return (
    <>
      {!mayChange && <p className="muted">{t('studio:settings.read-only')}</p>}
      <ProblemNote problem={change.error} />
      <section aria-labelledby="writing-rules">
        <h2 id="writing-rules">{t('writing:settings.rules')}</h2>
        <ul className="stack" role="list">
          {RULE_NAMES.map((rule) => (
            <RuleLine
              key={rule}
              rule={rule}
              settings={settings}
              disabled={!mayChange || change.isPending}
              onLevel={(level) => save({ levels: { ...settings.levels, [rule]: level } })}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="writing-machine" className="card writing__machine">
        <h2 id="writing-machine">{t('writing:settings.machine')}</h2>
        {settings.machine.host === null ? (
          <p>{t('writing:settings.machine-none')}</p>
        ) : (
          <>
            <label className="check">
              <input
                type="checkbox"
                checked={settings.machine.on}
                disabled={!mayChange || change.isPending}
                onChange={(event) => save({ machineHelp: event.target.checked })}
              />
              <span>{t('writing:settings.machine-on')}</span>
            </label>
            <p className="muted">
              {t('writing:settings.machine-note', {
                host: settings.machine.host,
                model: settings.machine.model ?? '',
              })}
            </p>
          </>
        )}
      </section>
    </>
  );
}

type RuleLineProps = {
  rule: RuleName;
  settings: Settings;
  disabled: boolean;
  onLevel: (level: (typeof RULE_LEVELS)[number]) => void;
};

function RuleLine({ rule, settings, disabled, onLevel }: RuleLineProps) {
  const t = useT();
  const name = t(`writing:rule.${rule}`);
  const level = levelOf(settings.levels, rule);
  return (
    <li className="card rule-line">
      <div className="rule-line__what">
        <h3 className="rule-line__name">{name}</h3>
        <p className="muted">
          {t(`writing:why.${rule}`)}{' '}
          <a
            href={WRITING_RULES[rule].source}
            target="_blank"
            rel="noreferrer"
            aria-label={t('writing:mend.source-of', { rule: name })}
          >
            {t('writing:mend.source')}
          </a>
        </p>
      </div>
      <select
        className="input select rule-line__level"
        aria-label={t('writing:settings.level-of', { rule: name })}
        value={level}
        disabled={disabled}
        onChange={(event) => onLevel(RULE_LEVELS.find((one) => one === event.target.value) ?? 'warn')}
      >
        {RULE_LEVELS.map((one) => (
          <option key={one} value={one}>
            {t(`writing:settings.level-${one}`)}
          </option>
        ))}
      </select>
    </li>
  );
}
