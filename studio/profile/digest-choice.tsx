import { useState } from 'react';
import type { DigestChoice as Choice } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { Field } from '../shared/field.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** Whether and when the person's day comes by e-mail. */
export function DigestChoice() {
  const { data } = useRead('getDigestChoice', {});
  return data ? <DigestForm choice={data} /> : null;
}

function DigestForm({ choice }: { choice: Choice }) {
  const t = useT();
  const [at, setAt] = useState(choice.at);
  const save = useAct('chooseDigest', {
    changes: ['getDigestChoice'],
    onSuccess: () => toast({ text: t('studio:notices.digest-saved') }),
  });
  return (
    <div className="card stack stack--tight digest-choice">
      <h3 className="card__title">{t('studio:notices.digest')}</h3>
      <p className="muted" id="digest-note">
        {t('studio:notices.digest-note')}
      </p>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={choice.on}
          aria-checked={choice.on}
          aria-describedby="digest-note"
          onChange={(event) => save.mutate({ body: { on: event.target.checked, at: choice.at } })}
        />
        <strong>{t('studio:notices.digest-on')}</strong>
      </label>
      {choice.on && (
        <Field label={t('studio:notices.digest-at')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input input--short"
              type="time"
              value={at}
              required
              onChange={(event) => setAt(event.target.value)}
              onBlur={() => at && at !== choice.at && save.mutate({ body: { on: true, at } })}
            />
          )}
        </Field>
      )}
      <ProblemNote problem={save.error} />
    </div>
  );
}
