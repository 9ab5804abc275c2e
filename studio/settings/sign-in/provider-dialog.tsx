import { useState } from 'react';
import type { ComingProvider, SignInProvider } from '#/contract/index.ts';
import { isProblem, useAct } from '../../api/index.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import { GroupLines } from './group-lines.tsx';
import { KindChoice, OidcFields, SamlFields } from './protocol-fields.tsx';
import { bodyOf, EMPTY, fieldsOf, type ProviderFields } from './provider-form.ts';
import { Registration } from './registration.tsx';
import { WhoFields } from './who-fields.tsx';

type ProviderDialogProps = {
  /** None is a new one. */
  provider?: SignInProvider | undefined;
  coming: ComingProvider;
  onDone: (provider: SignInProvider) => void;
  onClose: () => void;
};

/** A directory: what to register there, what it gave in return, and whom it lets in as what. */
export function ProviderDialog({ provider, coming, onDone, onClose }: ProviderDialogProps) {
  const t = useT();
  // The list answers other ids each time; what was copied from here must stay right.
  const [setAside] = useState(coming);
  const [fields, setFields] = useState<ProviderFields>(() => (provider ? fieldsOf(provider) : EMPTY));
  const change = (next: Partial<ProviderFields>) => setFields((before) => ({ ...before, ...next }));
  const done = (saved: SignInProvider) => {
    toast({ text: t(provider ? 'common:status.saved' : 'studio:directory.added', { name: saved.name }) });
    onDone(saved);
  };
  const add = useAct('addSignInProvider', { changes: ['listSignInProviders'], onSuccess: done });
  const save = useAct('changeSignInProvider', { changes: ['listSignInProviders'], onSuccess: done });
  const { error, isPending } = provider ? save : add;
  const fault = (path: string) =>
    isProblem(error) ? error.faults.find((one) => one.path.startsWith(path))?.message : undefined;
  const submit = () =>
    provider
      ? save.mutate({
          params: { providerId: provider.id },
          body: bodyOf(fields),
          ifMatch: provider.revision,
        })
      : add.mutate({ body: { ...bodyOf(fields), id: setAside.id } });
  const ours = provider ?? { id: setAside.id, metadataUrl: null, ...setAside[fields.kind] };
  const parts = { fields, onChange: change, fault, kept: provider };
  return (
    <FormDialog
      title={provider ? provider.name : t('studio:directory.add')}
      action={t(provider ? 'common:action.save' : 'common:action.add')}
      size="wide"
      isPending={isPending}
      problem={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {!provider && <KindChoice kind={fields.kind} onChange={(kind) => change({ kind })} />}
      <details className="registration-fold" open={!provider}>
        <summary>{t('studio:directory.step-register')}</summary>
        <Registration
          id={ours.id}
          kind={fields.kind}
          redirectUrl={ours.redirectUrl}
          metadataUrl={ours.metadataUrl}
        />
      </details>
      <h3 className="provider__step">{t('studio:directory.step-given')}</h3>
      {fields.kind === 'oidc' ? <OidcFields {...parts} /> : <SamlFields {...parts} />}
      <h3 className="provider__step">{t('studio:directory.step-who')}</h3>
      <WhoFields {...parts} />
      <GroupLines
        lines={fields.groups}
        onChange={(groups) => change({ groups })}
        error={fault('/roleMapping')}
      />
    </FormDialog>
  );
}
