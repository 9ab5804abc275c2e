import { useState, type ReactNode } from 'react';
import { useT } from '../words/index.ts';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Form } from './form.tsx';
import { ProblemNote } from './problem-note.tsx';

type ConfirmDialogProps = {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The deed as a verb: "Povuci objavu", never "U redu". */
  action: string;
  danger?: boolean;
  size?: 'normal' | 'wide';
  isOpen: boolean;
  isPending?: boolean;
  problem?: unknown;
  /** Where the act must carry a reason: its label. */
  reasonLabel?: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks before something that cannot simply be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    action,
    danger,
    size = 'normal',
    isOpen,
    isPending,
    problem,
    reasonLabel,
    onConfirm,
    onClose,
  } = props;
  const t = useT();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reasonLabel !== undefined && reason.trim() === '';
  return (
    <Dialog title={title} size={size} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <Form
        className="stack"
        onSubmit={() => {
          setAsked(true);
          if (!missing && !isPending) onConfirm(reason.trim());
        }}
      >
        <div>{children}</div>
        {reasonLabel !== undefined && (
          <TextField
            label={reasonLabel}
            value={reason}
            onChange={setReason}
            multiline
            error={asked && missing ? t('studio:confirm.reason-missing') : undefined}
          />
        )}
        <ProblemNote problem={problem} />
        <div className="dialog__foot">
          <button
            type="submit"
            className={danger ? 'button button--primary button--danger' : 'button button--primary'}
            aria-busy={isPending}
            aria-disabled={isPending}
          >
            {action}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
