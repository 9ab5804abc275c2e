import { useState } from 'react';
import type { SignInRules } from '#/contract/index.ts';
import { isProblem, useAct, useRead } from '../../api/index.ts';
import { useInstitution, usePermission } from '../../session/institution.ts';
import { meQuery } from '../../session/me.ts';
import { queryClient } from '../../api/query-client.ts';
import { TextField } from '../../shared/field.tsx';
import { Form } from '../../shared/form.tsx';
import { Help } from '../../shared/help.tsx';
import { Icon } from '../../shared/icon.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { Time, useNow } from '../../shared/time.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';

const GRACE_DAYS = 14;

type Rules = SignInRules & { revision: number };

/** Whether everybody has to sign in in two steps, and from which day. */
export function SecondFactorRule() {
  const t = useT();
  const mayManage = usePermission('sign-in.manage');
  const { data, error, refetch } = useRead('getSignInRules', {});
  return (
    <section className="card stack stack--tight" aria-labelledby="second-factor-rule">
      <div className="help-line">
        <h2 id="second-factor-rule" className="card__title">
          {t('studio:second-factor.rule')}
        </h2>
        <Help topic="two-factor" />
      </div>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data && mayManage && <RuleForm key={data.revision} rules={data} />}
      {data && !mayManage && <Standing from={data.secondFactorFrom} />}
    </section>
  );
}

function RuleForm({ rules }: { rules: Rules }) {
  const t = useT();
  const { timeZone } = useInstitution();
  const dayOf = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const today = Temporal.Now.plainDateISO(timeZone);
  const [demanded, setDemanded] = useState(rules.secondFactorFrom !== null);
  const [day, setDay] = useState(() =>
    rules.secondFactorFrom ? dayOf(rules.secondFactorFrom) : today.add({ days: GRACE_DAYS }).toString(),
  );
  const set = useAct('setSignInRules', {
    changes: ['getSignInRules'],
    onSuccess: () => {
      toast({ text: t('common:status.saved') });
      void queryClient.invalidateQueries(meQuery);
    },
  });
  const from = () => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
  const changed =
    demanded !== (rules.secondFactorFrom !== null) ||
    (demanded && dayOf(rules.secondFactorFrom ?? from()) !== day);
  return (
    <Form
      className="stack stack--tight"
      onSubmit={() => {
        if (!set.isPending)
          set.mutate({ body: { secondFactorFrom: demanded ? from() : null }, ifMatch: rules.revision });
      }}
    >
      <Standing from={rules.secondFactorFrom} />
      <label className="check">
        <input type="checkbox" checked={demanded} onChange={(event) => setDemanded(event.target.checked)} />
        <span>{t('studio:second-factor.demand')}</span>
      </label>
      {demanded && (
        <>
          <TextField
            label={t('studio:second-factor.from')}
            hint={t('studio:second-factor.from-hint')}
            type="date"
            value={day}
            onChange={setDay}
            error={isProblem(set.error) ? set.error.faultAt('/secondFactorFrom') : undefined}
            short
            required
          />
          <Without />
        </>
      )}
      <ProblemNote problem={set.error} />
      <div>
        <button
          type="submit"
          className="button button--primary"
          aria-busy={set.isPending}
          aria-disabled={set.isPending}
          disabled={!changed && !set.isPending}
        >
          {t('common:action.save')}
        </button>
      </div>
    </Form>
  );
}

function Standing({ from }: { from: string | null }) {
  const t = useT();
  const now = useNow();
  if (from === null) return <p className="muted">{t('studio:second-factor.rule-off')}</p>;
  const due = new Date(from) <= now;
  return (
    <p>
      {t(due ? 'studio:second-factor.rule-due' : 'studio:second-factor.rule-coming')}{' '}
      <Time at={from} form="day" />.
    </p>
  );
}

/** Who would be stopped: whoever has neither a passkey nor codes. */
function Without() {
  const t = useT();
  const { data } = useRead('listColleagues', {});
  const without = data?.items.filter(({ twoFactor, hasPasskey }) => !twoFactor && !hasPasskey) ?? [];
  if (!data) return null;
  return without.length === 0 ? (
    <p className="cluster">
      <Icon name="check" />
      {t('studio:second-factor.all-have')}
    </p>
  ) : (
    <p className="field__hint">
      {t('studio:second-factor.without', { count: without.length, all: data.items.length })}{' '}
      {without.map(({ name }) => name).join(', ')}
    </p>
  );
}
