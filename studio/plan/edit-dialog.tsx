import type { ReactNode } from 'react';
import { FormDialog } from '../shared/form-dialog.tsx';
import { useT } from '../words/index.ts';
import { Overtaken } from '../shared/overtaken.tsx';
import type { Edited } from '../shared/use-edited.ts';

type EditDialogProps = {
  edited: Edited;
  /** True where it is there already and is changed, not added. */
  isThere: boolean;
  titles: { add: string; edit: string };
  act: { isPending: boolean; error: unknown };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of every dialog of the plan: adds or changes one thing, and meets whoever saved first. */
export function EditDialog(props: EditDialogProps) {
  const t = useT();
  const { edited, isThere, titles, act } = props;
  return (
    <FormDialog
      title={isThere ? titles.edit : titles.add}
      action={t(isThere ? 'common:action.save' : 'common:action.add')}
      size="wide"
      isPending={act.isPending}
      problem={act.error}
      wayOut={<Overtaken problem={act.error} showsTheirs={edited.showsTheirs} onSwap={edited.swap} />}
      onSubmit={props.onSubmit}
      onClose={props.onClose}
    >
      {props.children}
    </FormDialog>
  );
}
