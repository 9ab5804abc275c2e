import { useEffect, useState } from 'react';
import type { Connection } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { Dialog } from '../shared/dialog.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

type ConnectionDialogProps = {
  /** `unknown` where the person came back with a sign-in that is over. */
  connectionId: string;
  handleOf: (accountId: string) => string | undefined;
  networkName: (network: string) => string;
  onAgain: (network: string | null) => void;
  onClose: () => void;
};

/** What came of a visit to a network's page: connected, a choice to make, or why not. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  const { connectionId, handleOf, onClose } = props;
  const t = useT();
  const isKnown = connectionId !== 'unknown';
  const { data, error } = useRead('getConnection', { params: { connectionId } }, { enabled: isKnown });
  const handle = data?.state === 'connected' && data.accountId ? handleOf(data.accountId) : undefined;
  useEffect(() => {
    if (handle === undefined) return;
    toast({ text: t('studio:account.connected-toast', { handle }) });
    onClose();
  }, [handle, onClose, t]);
  if (data?.state === 'choosing') return <ChoiceDialog connection={data} {...props} />;
  // The network sends people back after all is settled: whatever else stands there was left half-way.
  const failed = !isKnown || (data && data.state !== 'connected');
  const title = failed ? t('studio:account.not-connected') : t('studio:account.connecting');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <ProblemNote problem={error} />
      {!failed && !error && <Skeleton rows={2} />}
      {failed && (
        <div className="stack">
          <p role="alert">{data?.reasonText ?? t('studio:account.connection-over')}</p>
          <div className="dialog__foot">
            <button
              type="button"
              className="button button--primary"
              onClick={() => props.onAgain(data?.network ?? null)}
            >
              {t('studio:account.begin-again')}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {t('common:action.close')}
            </button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** One of several pages or channels that the network let us have. */
function ChoiceDialog({
  connection,
  networkName,
  onClose,
}: ConnectionDialogProps & { connection: Connection }) {
  const t = useT();
  const [chosen, setChosen] = useState(connection.choices[0]?.networkId ?? '');
  const choose = useAct('chooseAccount', {
    onSuccess: ({ handle }) => {
      toast({ text: t('studio:account.connected-toast', { handle }) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('studio:account.choose-title', { network: networkName(connection.network) })}
      action={t('studio:account.connect-act')}
      isPending={choose.isPending}
      problem={choose.error}
      onSubmit={() => choose.mutate({ params: { connectionId: connection.id }, body: { networkId: chosen } })}
      onClose={onClose}
    >
      <fieldset className="choices">
        <legend className="choices__legend">{t('studio:account.choose-text')}</legend>
        {connection.choices.map(({ networkId, handle, displayName }) => (
          <label key={networkId} className="choice-card">
            <span className="check">
              <input
                type="radio"
                name="account"
                checked={chosen === networkId}
                onChange={() => setChosen(networkId)}
              />
            </span>
            <span>
              <strong>{displayName}</strong>
              <br />
              <span className="muted">{handle}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
