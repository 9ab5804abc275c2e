import type { ReactNode } from 'react';
import { useT } from '../words/index.ts';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { ProblemNote } from './problem-note.tsx';

type FormDialogProps = {
  title: string;
  /** The deed as a verb. */
  action: string;
  size?: 'normal' | 'wide';
  isPending: boolean;
  problem: unknown;
  /** Stands with the problem: what can be done about it. */
  wayOut?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog that a stray click does not close. */
export function FormDialog({
  title,
  action,
  size,
  isPending,
  problem,
  wayOut,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const t = useT();
  return (
    <Dialog title={title} size={size ?? 'normal'} isOpen onClose={onClose} isDismissable={false}>
      <Form
        className="stack"
        problem={problem}
        onSubmit={() => {
          if (!isPending) onSubmit();
        }}
      >
        {children}
        <ProblemNote problem={problem}>{wayOut}</ProblemNote>
        <div className="dialog__foot">
          <button
            type="submit"
            className="button button--primary"
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
