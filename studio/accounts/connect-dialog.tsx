import { useState } from 'react';
import type { Account, Network, Variant } from '#/contract/index.ts';
import { isVariant, variantName, VARIANTS } from '#/language/index.ts';
import { call, isProblem, useAct } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toasts.tsx';
import { useInstitution } from '../session/institution.ts';
import { useT } from '../words/index.ts';

type ConnectDialogProps = {
  networks: readonly Network[];
  /** The account that is connected again; null for a new one. */
  again: Account | null;
  onClose: () => void;
};

const initialOf = (network: Network): Record<string, string> =>
  Object.fromEntries(network.settings.map(({ name, initial = '' }) => [name, initial]));

const inputType = { text: 'text', url: 'url', secret: 'password' } as const;

/** Drawn from the network's manifest: what it asks for is what it asks for here. */
export function ConnectDialog({ networks, again, onClose }: ConnectDialogProps) {
  const t = useT();
  const first = networks.find(({ network }) => network === again?.network) ?? networks[0];
  const [network, setNetwork] = useState(first);
  const [variant, setVariant] = useState<Variant>(again?.variant ?? 'bs');
  const [settings, setSettings] = useState(() => (first ? initialOf(first) : {}));
  const connect = useAct('connectAccount', {
    onSuccess: ({ handle }) => {
      toast({ text: t('studio:account.connected-toast', { handle }) });
      onClose();
    },
  });
  const [asking, setAsking] = useState(false);
  const [askFault, setAskFault] = useState<unknown>(null);
  const { id: institutionId } = useInstitution();
  if (!network) return null;
  // What this Glasnik issues itself it fills in itself, at the moment it is needed: such a code is good for an hour.
  const own = network.settings.filter(({ prefill }) => prefill === 'own-code');
  const submit = async () => {
    setAsking(true);
    setAskFault(null);
    try {
      const { code } =
        own.length > 0 ? await call('getSandboxCode', { params: { institutionId } }) : { code: '' };
      const filled = Object.fromEntries(own.map(({ name }) => [name, code]));
      connect.mutate({ body: { network: network.network, variant, settings: { ...settings, ...filled } } });
    } catch (error) {
      setAskFault(error);
    } finally {
      setAsking(false);
    }
  };
  const choose = (name: string) => {
    const chosen = networks.find((one) => one.network === name);
    if (!chosen) return;
    setNetwork(chosen);
    setSettings(initialOf(chosen));
  };
  const fault = (name: string) =>
    isProblem(connect.error) ? connect.error.faultAt(`/settings/${name}`) : undefined;
  return (
    <FormDialog
      title={
        again ? t('studio:account.reconnect-title', { handle: again.handle }) : t('studio:account.connect')
      }
      action={t('studio:account.connect-act')}
      isPending={asking || connect.isPending}
      problem={askFault ?? connect.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!again && (
        <SelectField
          label={t('studio:account.network')}
          value={network.network}
          onChange={choose}
          options={networks.map((one) => ({ value: one.network, label: one.name }))}
        />
      )}
      <p className="muted">{network.about}</p>
      {network.settings
        .filter((setting) => !own.includes(setting))
        .map((setting) => (
          <TextField
            key={`${network.network} ${setting.name}`}
            label={setting.label}
            hint={setting.help}
            error={fault(setting.name)}
            type={inputType[setting.type]}
            autoComplete="off"
            spellCheck={false}
            value={settings[setting.name] ?? ''}
            onChange={(value) => setSettings({ ...settings, [setting.name]: value })}
            required={setting.required}
            optional={!setting.required}
          />
        ))}
      <SelectField
        label={t('studio:account.variant')}
        hint={t('studio:account.variant-hint')}
        value={variant}
        onChange={(value) => isVariant(value) && setVariant(value)}
        options={VARIANTS.map((one) => ({ value: one, label: variantName(one) }))}
      />
    </FormDialog>
  );
}
