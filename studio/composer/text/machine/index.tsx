import { lazy, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { useRead } from '../../../api/index.ts';
import { usePermission } from '../../../session/institution.ts';
import { Icon } from '../../../shared/index.ts';
import { patiently } from '../../../shared/later.ts';
import { useT, WithWords } from '../../../words/index.ts';
import { useDraft, useReadOnly } from '../../composer-context.tsx';

const MachineDialog = lazy(patiently(() => import('./machine-dialog.tsx')));

/** Not there at all unless the operator has named a machine and the institution lets it help. */
export function MachineHelp({ variant }: { variant: Variant }) {
  const mayAsk = usePermission('machine.ask');
  const readOnly = useReadOnly();
  const { data } = useRead('getWritingSettings', {}, { staleTime: 60_000 });
  const has = useDraft((draft) => Boolean(draft.texts[variant]?.trim()));
  if (!mayAsk || readOnly || !has || !data?.machine.on || data.machine.host === null) return null;
  return (
    <WithWords of="writing">
      <Opener variant={variant} />
    </WithWords>
  );
}

function Opener({ variant }: { variant: Variant }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button--quiet button--small variant__copy"
        onClick={() => setOpen(true)}
      >
        <Icon name="question" />
        {t('writing:machine.open')}
      </button>
      {open && <MachineDialog variant={variant} onClose={() => setOpen(false)} />}
    </>
  );
}
