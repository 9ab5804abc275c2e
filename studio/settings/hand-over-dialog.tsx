import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Colleague, Holdings } from '#/contract/index.ts';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { meQuery } from '../session/me.ts';
import { SelectField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT, type T } from '../words/index.ts';

type HandOverDialogProps = { person: Colleague; leaving: boolean; onClose: () => void };

/** What somebody holds, who takes it on, and what would be left without an owner. */
export function HandOverDialog({ person, leaving, onClose }: HandOverDialogProps) {
  const t = useT();
  const client = useQueryClient();
  const held = useRead('getHoldings', { params: { personId: person.id } });
  const [successorId, setSuccessorId] = useState('');
  const [leaves, setLeaves] = useState(leaving);
  const handOver = useAct('handOver', {
    changes: ['listColleagues'],
    onSuccess: () => {
      toast({ text: t(leaves ? 'studio:people.removed' : 'studio:hand-over.done', { name: person.name }) });
      void client.invalidateQueries(meQuery);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('studio:hand-over.title', { name: person.name })}
      action={t(actionOf(leaves, successorId))}
      isPending={handOver.isPending}
      problem={handOver.error}
      onSubmit={() =>
        handOver.mutate({
          params: { personId: person.id },
          body: { successorId: successorId || null, leaves },
        })
      }
      onClose={onClose}
    >
      <ProblemNote problem={held.error} onRetry={() => void held.refetch()} />
      {!held.data && !held.error && <Skeleton rows={3} />}
      {held.data && <Held holdings={held.data} />}
      <Successors
        person={person}
        value={successorId}
        onChange={setSuccessorId}
        error={isProblem(handOver.error) ? handOver.error.faultAt('/successorId') : undefined}
      />
      <label className="check">
        <input type="checkbox" checked={leaves} onChange={() => setLeaves(!leaves)} />
        <span>{t('studio:hand-over.leaves')}</span>
      </label>
      {held.data && leaves && successorId === '' && <Left holdings={held.data} />}
    </FormDialog>
  );
}

function actionOf(leaves: boolean, successorId: string): string {
  if (!leaves) return 'studio:hand-over.do';
  return successorId === '' ? 'studio:people.remove' : 'studio:hand-over.do-leave';
}

type SuccessorsProps = {
  person: Colleague;
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
};

function Successors({ person, value, onChange, error }: SuccessorsProps) {
  const t = useT();
  const people = useRead('listColleagues', {}).data?.items ?? [];
  const options = people
    .filter(({ id }) => id !== person.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={t('studio:hand-over.successor')}
      value={value}
      onChange={onChange}
      error={error}
      options={[{ value: '', label: t('studio:hand-over.nobody') }, ...options]}
    />
  );
}

/** Each kind that is held with how many and the first of them. */
function groupsOf(holdings: Holdings, t: T): { title: string; count: number; names: string[] }[] {
  const titled = (title: string) => title || t('studio:post.untitled');
  const of = (title: string, names: string[], count = names.length) => ({ title, count, names });
  return [
    of(
      t('studio:hand-over.posts'),
      holdings.posts.map(({ title }) => titled(title)),
    ),
    of(
      t('studio:hand-over.steps'),
      holdings.steps.map(({ title }) => titled(title)),
    ),
    of(
      t('studio:hand-over.reviews'),
      holdings.reviews.posts.map(({ title }) => titled(title)),
    ),
    of(t('studio:hand-over.paths'), holdings.reviews.paths),
    of(
      t('studio:hand-over.accounts'),
      holdings.accounts.map(({ handle, alone }) =>
        alone ? `${handle} (${t('studio:hand-over.alone')})` : handle,
      ),
    ),
    of(t('studio:hand-over.consultations'), [], holdings.consultations),
    of(
      t('studio:hand-over.delegations'),
      holdings.delegations.map(({ delegate, principal }) => `${delegate.name} → ${principal.name}`),
    ),
    of(
      t('studio:hand-over.keys'),
      holdings.apiKeys.map(({ name }) => name),
    ),
  ].filter(({ count }) => count > 0);
}

const SHOWN = 3;

function Held({ holdings }: { holdings: Holdings }) {
  const t = useT();
  const groups = groupsOf(holdings, t);
  if (groups.length === 0) return <p className="muted">{t('studio:hand-over.nothing')}</p>;
  return (
    <section aria-labelledby="held">
      <h3 id="held">{t('studio:hand-over.holds')}</h3>
      <dl className="facts">
        {groups.map(({ title, count, names }) => (
          <div key={title}>
            <dt>
              {title} <span className="badge badge--count">{count}</span>
            </dt>
            <dd>
              {names.slice(0, SHOWN).join(', ')}
              {names.length > SHOWN && ` + ${names.length - SHOWN}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What nobody would answer for. */
function Left({ holdings }: { holdings: Holdings }) {
  const t = useT();
  const left = [
    holdings.posts.length > 0 && `${t('studio:hand-over.posts')} (${holdings.posts.length})`,
    holdings.steps.length > 0 && `${t('studio:hand-over.steps')} (${holdings.steps.length})`,
    holdings.reviews.posts.length > 0 &&
      `${t('studio:hand-over.reviews')} (${holdings.reviews.posts.length})`,
    ...holdings.accounts.filter(({ alone }) => alone).map(({ handle }) => handle),
  ].filter((one) => one !== false);
  if (left.length === 0) return null;
  return (
    <div className="banner banner--warning" role="status">
      <Icon name="warning" />
      <p className="banner__body">{t('studio:hand-over.left', { what: left.join(', ') })}</p>
    </div>
  );
}
