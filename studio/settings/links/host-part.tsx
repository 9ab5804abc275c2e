import type { LinkRule } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { TextField } from '../../shared/field.tsx';
import { Icon } from '../../shared/icon.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { Time } from '../../shared/time.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import type { PartProps } from './draft.ts';

/** A code as they are drawn. */
const EXAMPLE = '/l/2b9hk4wz';

type HostPartProps = PartProps & { rule: LinkRule; dirty: boolean; onChecked: (rule: LinkRule) => void };

/** Short addresses, and the host that they begin with. */
export function HostPart({ draft, set, fault, rule, dirty, onChecked }: HostPartProps) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('studio:link-rule.shortening')}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.shortening}
          onChange={(event) => set({ shortening: event.target.checked })}
        />
        {t('studio:link-rule.shortening-on')}
      </label>
      <p className="muted measure">{t('studio:link-rule.shortening-note')}</p>
      {draft.shortening && (
        <>
          <TextField
            label={t('studio:link-rule.host')}
            hint={t('studio:link-rule.host-hint')}
            optional
            spellCheck={false}
            inputMode="url"
            value={draft.host}
            onChange={(host) => set({ host })}
            error={fault('/host')}
          />
          <p>
            {t('studio:link-rule.base')} <code className="link-rule__example">{rule.base + EXAMPLE}</code>
          </p>
          {rule.host !== null && <HostStanding rule={rule} dirty={dirty} onChecked={onChecked} />}
        </>
      )}
    </section>
  );
}

function HostStanding({ rule, dirty, onChecked }: Pick<HostPartProps, 'rule' | 'dirty' | 'onChecked'>) {
  const t = useT();
  const mayChange = usePermission('link.configure');
  const check = useAct('checkShortHost', {
    changes: ['getLinkRule'],
    onSuccess: (saved) => {
      onChecked(saved);
      toast({ text: t('studio:link-rule.checked-toast', { host: saved.host ?? '' }) });
    },
  });
  return (
    <div className="stack stack--tight">
      <p role="status">
        {rule.hostCheckedAt ? (
          <>
            <span className="badge badge--success">
              <Icon name="check" />
              {t('studio:link-rule.checked')}
            </span>{' '}
            <Time at={rule.hostCheckedAt} />
          </>
        ) : (
          <span className="badge badge--warning">
            <Icon name="warning" />
            {t('studio:link-rule.not-checked')}
          </span>
        )}
      </p>
      {mayChange && (
        <div className="cluster">
          <button
            type="button"
            className="button"
            disabled={dirty}
            aria-busy={check.isPending}
            onClick={() => !check.isPending && check.mutate({})}
          >
            {t('studio:link-rule.check')}
          </button>
          {dirty && <span className="muted">{t('studio:link-rule.check-after')}</span>}
        </div>
      )}
      <ProblemNote problem={check.error} />
    </div>
  );
}
