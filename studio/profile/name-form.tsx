import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, useAct } from '../api/index.ts';
import { meQuery, useMe } from '../session/me.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

export function NameForm() {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const save = useAct('changeMe', {
    onSuccess: (changed) => {
      client.setQueryData(meQuery.queryKey, changed);
      toast({ text: t('common:status.saved') });
    },
  });
  return (
    <Form
      className="card stack"
      onSubmit={() => {
        save.mutate({ body: { name } });
      }}
    >
      <TextField
        label={t('studio:people.name')}
        hint={t('studio:profile.name-hint', { email: me.email })}
        value={name}
        onChange={setName}
        autoComplete="name"
        error={isProblem(save.error) ? save.error.faultAt('/name') : undefined}
        required
      />
      <ProblemNote problem={save.error} />
      <div>
        <button
          type="submit"
          className="button"
          disabled={name.trim() === me.name || name.trim() === ''}
          aria-busy={save.isPending}
        >
          {t('common:action.save')}
        </button>
      </div>
    </Form>
  );
}
