import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account, PostContent } from '#/contract/index.ts';
import { call, keyOf, useAct } from '../api/index.ts';
import { toInstant, type WallTime } from '../calendar/wall-time.ts';
import { TimeAdvice } from '../composer/where/time-advice.tsx';
import { useInstitution } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { SelectField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { ProblemNote, Skeleton, toast } from '../shared/index.ts';
import { textFor, useT, useVariant } from '../words/index.ts';
import { WhenFields } from './when-fields.tsx';

export type CopiedPost = { id: string; name: string; targets: PostContent['targets'] };
type Props = { post: CopiedPost; onClose: () => void };

/** A copy of a post for another date, other accounts or another institution; leads to it when it is made. */
export default function CopyDialog({ post, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const here = useInstitution();
  const places = usePlaces();
  const [placeId, setPlaceId] = useState(here.id);
  const [due, setDue] = useState<WallTime | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const place = places.find(({ id }) => id === placeId) ?? here;
  const accounts = useQuery({
    queryKey: keyOf(placeId, 'listAccounts', {}),
    queryFn: ({ signal }) => call('listAccounts', { params: { institutionId: placeId }, signal }),
  });
  const on = chosen ?? new Set(placeId === here.id ? post.targets.map(({ accountId }) => accountId) : []);
  const copy = useAct('copyPost', {
    onSuccess: ({ postId }) => {
      toast({ text: t('studio:copies.done') });
      onClose();
      void navigate(`/${place.slug}/posts/${postId}`);
    },
  });
  const ready = due === null || toInstant(due, place.timeZone) !== null;
  const submit = () => {
    const targets = (accounts.data?.items ?? []).flatMap((one) =>
      on.has(one.id) ? targetsOf(one, post) : [],
    );
    const body = { due, targets, ...(placeId === here.id ? {} : { institutionId: placeId }) };
    if (ready) copy.mutate({ params: { postId: post.id }, body });
  };
  return (
    <FormDialog
      title={t('studio:copies.title', { title: post.name })}
      action={t('studio:copies.action')}
      isPending={copy.isPending}
      problem={copy.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('studio:copies.text')}</p>
      {places.length > 1 && (
        <SelectField
          label={t('studio:copies.institution')}
          value={placeId}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            setPlaceId(id);
            setChosen(null);
          }}
        />
      )}
      <WhenFields due={due} onChange={setDue} />
      {due && <TimeAdvice due={due} timeZone={place.timeZone} onChoose={setDue} />}
      <fieldset className="stack stack--tight">
        <legend className="field__label">{t('studio:copies.accounts')}</legend>
        {accounts.isPending && <Skeleton rows={2} />}
        <ProblemNote problem={accounts.error} onRetry={() => void accounts.refetch()} />
        {accounts.data && standing(accounts.data.items).length === 0 && (
          <p className="muted">{t('studio:copies.no-accounts')}</p>
        )}
        {standing(accounts.data?.items ?? []).map((account) => (
          <label key={account.id} className="check">
            <input
              type="checkbox"
              checked={on.has(account.id)}
              onChange={() => setChosen(toggled(on, account.id))}
            />
            <span>
              {account.displayName} <span className="muted">{account.handle}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** Where this person writes, this institution first. */
function usePlaces(): { id: string; slug: string; name: string; timeZone: string }[] {
  const variant = useVariant();
  const here = useInstitution();
  const places = useMe()
    .memberships.filter(({ permissions }) => permissions.includes('post.write'))
    .map(({ institution: { id, slug, names, timeZone } }) => ({
      id,
      slug,
      name: textFor(names, variant),
      timeZone,
    }));
  return places.toSorted((a, b) => Number(b.id === here.id) - Number(a.id === here.id));
}

const standing = (accounts: readonly Account[]) => accounts.filter(({ state }) => state !== 'retired');

/** As the post has the account, or in its own variant where it is new to it. */
function targetsOf(account: Account, post: CopiedPost): PostContent['targets'] {
  const known = post.targets.filter(({ accountId }) => accountId === account.id);
  return known.length > 0 ? known : [{ accountId: account.id, variant: account.variant }];
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
