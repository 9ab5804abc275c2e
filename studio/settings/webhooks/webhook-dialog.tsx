import { useId, useState } from 'react';
import { WEBHOOK_EVENTS, type Webhook, type WebhookEvent } from '#/contract/index.ts';
import { isProblem, useAct } from '../../api/index.ts';
import { TextField } from '../../shared/field.tsx';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { Icon } from '../../shared/icon.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import { SecretDialog } from './secret-dialog.tsx';

/** What most ask for. */
const USUAL: readonly WebhookEvent[] = ['post.published', 'post.withdrawn'];

/** An address and what it is told; null for a new one, whose secret is shown at the end. */
export function WebhookDialog({ webhook, onClose }: { webhook: Webhook | null; onClose: () => void }) {
  const t = useT();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(webhook?.events ?? USUAL);
  const [asked, setAsked] = useState(false);
  const add = useAct('addWebhook', { changes: ['listWebhooks'] });
  const change = useAct('changeWebhook', {
    changes: ['listWebhooks'],
    onSuccess: () => {
      toast({ text: t('studio:webhook.saved') });
      onClose();
    },
  });
  if (add.data) return <SecretDialog secret={add.data.secret} onClose={onClose} />;
  const act = webhook ? change : add;
  const submit = () => {
    setAsked(true);
    if (events.length === 0) return;
    const body = { url, events: [...events] };
    if (!webhook) return add.mutate({ body });
    const { id, state, revision } = webhook;
    change.mutate({ params: { webhookId: id }, body: { ...body, on: state === 'on' }, ifMatch: revision });
  };
  return (
    <FormDialog
      title={t(webhook ? 'studio:webhook.edit-title' : 'studio:webhook.add')}
      action={t(webhook ? 'common:action.save' : 'common:action.add')}
      isPending={act.isPending}
      problem={act.error}
      onSubmit={submit}
      // The answer holds the only copy of the secret.
      onClose={() => !act.isPending && onClose()}
    >
      <TextField
        label={t('studio:webhook.url')}
        hint={t('studio:webhook.url-hint')}
        value={url}
        onChange={setUrl}
        error={isProblem(act.error) ? act.error.faultAt('/url') : undefined}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        required
      />
      <EventChoices
        events={events}
        onChange={setEvents}
        error={asked && events.length === 0 ? t('studio:webhook.events-missing') : undefined}
      />
    </FormDialog>
  );
}

type EventChoicesProps = {
  events: readonly WebhookEvent[];
  onChange: (events: readonly WebhookEvent[]) => void;
  error: string | undefined;
};

/** Events by what they are about, in the order of the contract. */
const AREAS = [...Map.groupBy(WEBHOOK_EVENTS, (event) => event.replace(/\..*$/, ''))];

function EventChoices({ events, onChange, error }: EventChoicesProps) {
  const t = useT();
  const errorId = useId();
  const toggle = (event: WebhookEvent) =>
    onChange(events.includes(event) ? events.filter((one) => one !== event) : [...events, event]);
  return (
    <fieldset className="choices" aria-describedby={error ? errorId : undefined}>
      <legend className="choices__legend">{t('studio:webhook.events')}</legend>
      {error && (
        <p id={errorId} className="field__error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {AREAS.map(([area, those]) => (
        <fieldset key={area} className="webhook__area">
          <legend>{t(`studio:webhook.area.${area}`)}</legend>
          {those.map((event) => (
            <label key={event} className="check">
              <input type="checkbox" checked={events.includes(event)} onChange={() => toggle(event)} />
              <span>{t(`common:act.${event}`)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
