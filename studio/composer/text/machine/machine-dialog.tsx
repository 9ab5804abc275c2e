import { useState } from 'react';
import type { MachineAsk, Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useAct, type Result } from '../../../api/index.ts';
import { Dialog, ProblemNote, toast } from '../../../shared/index.ts';
import { SelectField } from '../../../shared/field.tsx';
import { useT } from '../../../words/index.ts';
import { useComposer } from '../../composer-context.tsx';
import { ORDER } from '../../draft.ts';
import { setText } from '../../edits.ts';

const TASKS = ['simpler', 'shorter', 'translate'] as const;

/** First what would be sent, then the press that sends it, then what came back: taken or left. */
export default function MachineDialog({ variant, onClose }: { variant: Variant; onClose: () => void }) {
  const t = useT();
  const composer = useComposer();
  const text = composer.getState().draft.texts[variant] ?? '';
  const [task, setTask] = useState<(typeof TASKS)[number]>('simpler');
  const [to, setTo] = useState<Variant>(variant === 'en' ? 'bs' : 'en');
  const ask: MachineAsk = { task, text, variant, to: task === 'translate' ? to : variant };
  const preview = useAct('previewMachine', { changes: [] });
  const send = useAct('askMachine', { changes: [] });
  const shown = preview.data;
  return (
    <Dialog
      title={t('writing:machine.open-for', { variant: variantName(variant) })}
      isOpen
      onClose={onClose}
      size="wide"
      isDismissable={false}
    >
      {send.data ? (
        <Offer offer={send.data} into={ask.to} onClose={onClose} />
      ) : (
        <div className="stack">
          <SelectField
            label={t('writing:machine.task')}
            value={task}
            onChange={(next) => {
              setTask(TASKS.find((one) => one === next) ?? 'simpler');
              preview.reset();
            }}
            options={TASKS.map((value) => ({ value, label: t(`writing:machine.${value}`) }))}
          />
          {task === 'translate' && (
            <SelectField
              label={t('writing:machine.to')}
              value={to}
              onChange={(next) => {
                setTo(ORDER.find((one) => one === next) ?? 'en');
                preview.reset();
              }}
              options={ORDER.filter((one) => one !== variant).map((value) => ({
                value,
                label: variantName(value),
              }))}
            />
          )}
          {shown && (
            <>
              <p>{t('writing:machine.what', { host: shown.host, model: shown.model })}</p>
              <pre
                className="machine__sent"
                tabIndex={0}
                role="region"
                aria-label={t('writing:machine.what', { host: shown.host, model: shown.model })}
              >
                {shown.message}
              </pre>
            </>
          )}
          {send.isPending && <p role="status">{t('writing:machine.waiting')}</p>}
          <ProblemNote problem={preview.error ?? send.error} />
          <div className="dialog__foot">
            {shown ? (
              <button
                type="button"
                className="button button--primary"
                aria-busy={send.isPending}
                aria-disabled={send.isPending}
                onClick={() => !send.isPending && send.mutate({ body: { ...ask, seen: shown.message } })}
              >
                {t('writing:machine.send')}
              </button>
            ) : (
              <button
                type="button"
                className="button button--primary"
                onClick={() => preview.mutate({ body: ask })}
              >
                {t('common:action.next')}
              </button>
            )}
            <button type="button" className="button" onClick={onClose}>
              {t('common:action.cancel')}
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Offer({
  offer,
  into,
  onClose,
}: {
  offer: Result<'askMachine'>;
  into: Variant;
  onClose: () => void;
}) {
  const t = useT();
  const composer = useComposer();
  const settle = useAct('settleMachine', { changes: [] });
  const end = (taken: boolean) => {
    const before = composer.getState().draft;
    if (taken) {
      composer.edit(setText(into, offer.answer));
      toast({ text: t('writing:machine.taken'), undo: () => composer.edit(() => before) });
    }
    settle.mutate({ params: { suggestionId: offer.id }, body: { taken } });
    onClose();
  };
  return (
    <div className="stack">
      <p>{t('writing:machine.check')}</p>
      <pre
        className="machine__sent"
        lang={languageTag(into)}
        tabIndex={0}
        role="region"
        aria-label={t('writing:machine.offer')}
      >
        {offer.answer}
      </pre>
      <div className="dialog__foot">
        <button type="button" className="button button--primary" onClick={() => end(true)}>
          {t('writing:machine.take')}
        </button>
        <button type="button" className="button" onClick={() => end(false)}>
          {t('writing:machine.leave')}
        </button>
      </div>
    </div>
  );
}
