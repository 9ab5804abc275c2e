import { useState } from 'react';
import type { CalendarLink } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { CopyButton, Dialog, Icon, ProblemNote, Time, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

const CHANGES = { changes: ['listCalendarLinks'] as const };

/** Private links by which another calendar program reads this person's posts, deadlines and observances. */
export default function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [revoking, setRevoking] = useState<CalendarLink | null>(null);
  const links = useRead('listCalendarLinks', {});
  const create = useAct('createCalendarLink', { ...CHANGES, onSuccess: () => setName('') });
  const revoke = useAct('revokeCalendarLink', {
    ...CHANGES,
    onSuccess: () => {
      create.reset();
      setRevoking(null);
      toast({ text: t('studio:calendar.link.revoked') });
    },
  });
  const items = links.data?.items ?? [];
  return (
    <Dialog title={t('studio:calendar.link.title')} isOpen onClose={onClose} isDismissable={!create.data}>
      <div className="stack">
        <p>{t('studio:calendar.link.text')}</p>
        <ProblemNote problem={links.error ?? create.error} />
        {create.data && (
          <div className="banner banner--success" role="status">
            <div className="banner__body stack stack--tight">
              <p>{t('studio:calendar.link.once')}</p>
              <code className="calendar-link">{create.data.url}</code>
              <CopyButton text={create.data.url} />
            </div>
          </div>
        )}
        {items.length > 0 && (
          <ul className="rows" role="list">
            {items.map((link) => (
              <li key={link.id} className="rows__row">
                <div className="rows__main">
                  <span className="rows__title">{link.name}</span>
                  <p className="rows__note">
                    {link.lastUsedAt ? (
                      <>
                        {t('studio:calendar.link.used')} <Time at={link.lastUsedAt} form="distance" />
                      </>
                    ) : (
                      t('studio:calendar.link.unused')
                    )}
                  </p>
                </div>
                <button
                  type="button"
                  className="button button--small"
                  aria-label={t('studio:calendar.link.revoke-of', { name: link.name })}
                  onClick={() => setRevoking(link)}
                >
                  <Icon name="cross" />
                  {t('studio:calendar.link.revoke')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <Form
          className="stack"
          onSubmit={() => {
            if (name.trim() && !create.isPending) create.mutate({ body: { name } });
          }}
        >
          <TextField
            label={t('studio:calendar.link.name')}
            hint={t('studio:calendar.link.hint')}
            value={name}
            onChange={setName}
            maxLength={80}
          />
          <button
            type="submit"
            className="button button--primary"
            aria-disabled={!name.trim()}
            aria-busy={create.isPending}
          >
            {t('studio:calendar.link.make')}
          </button>
        </Form>
      </div>
      {revoking && (
        <ConfirmDialog
          title={t('studio:calendar.link.revoke-title', { name: revoking.name })}
          action={t('studio:calendar.link.revoke-act')}
          danger
          isOpen
          isPending={revoke.isPending}
          problem={revoke.error}
          onConfirm={() => revoke.mutate({ params: { linkId: revoking.id } })}
          onClose={() => setRevoking(null)}
        >
          <p>{t('studio:calendar.link.revoke-text')}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
