import { useState } from 'react';
import type { Account, Network, Variant } from '#/contract/index.ts';
import { isVariant, variantName, VARIANTS } from '#/language/index.ts';
import { call, isProblem, useAct } from '../api/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useInstitution } from '../session/institution.ts';
import { useT } from '../words/index.ts';

type ConnectDialogProps = {
  networks: readonly Network[];
  /** The account that is connected again; null for a new one. */
  again: Account | null;
  /** The network that stands chosen to begin with. */
  first: string | null;
  onClose: () => void;
};

const initialOf = (network: Network): Record<string, string> =>
  Object.fromEntries(network.settings.map(({ name, initial = '' }) => [name, initial]));

const inputType = { text: 'text', url: 'url', secret: 'password', choice: 'text' } as const;

/** Drawn from the network's manifest: what it asks for is what it asks for here. */
export function ConnectDialog({ networks, again, first: wanted, onClose }: ConnectDialogProps) {
  const t = useT();
  const first = networks.find(({ network }) => network === (again?.network ?? wanted)) ?? networks[0];
  const [network, setNetwork] = useState(first);
  const [variant, setVariant] = useState<Variant>(again?.variant ?? 'bs');
  const [settings, setSettings] = useState(() => (first ? initialOf(first) : {}));
  const connect = useAct('connectAccount', {
    onSuccess: ({ handle }) => {
      toast({ text: t('studio:account.connected-toast', { handle }) });
      onClose();
    },
  });
  // The page of the network takes this one's place; there is nothing to come back to but what the network sends.
  const begin = useAct('beginConnection', { onSuccess: ({ url }) => window.location.assign(url) });
  const [asking, setAsking] = useState(false);
  const [askFault, setAskFault] = useState<unknown>(null);
  const { id: institutionId } = useInstitution();
  if (!network) return null;
  // What this Glasnik issues itself it fills in itself, at the moment it is needed: such a code is good for an hour.
  const own = network.settings.filter(({ prefill }) => prefill === 'own-code');
  const redirects = network.connectBy === 'redirect';
  const submit = async () => {
    if (redirects) {
      const accountId = again?.id ?? null;
      return begin.mutate({ body: { network: network.network, variant, settings, accountId } });
    }
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
  const problem = askFault ?? (redirects ? begin.error : connect.error);
  const fault = (name: string) => (isProblem(problem) ? problem.faultAt(`/settings/${name}`) : undefined);
  return (
    <FormDialog
      title={
        again ? t('studio:account.reconnect-title', { handle: again.handle }) : t('studio:account.connect')
      }
      action={
        redirects
          ? t('studio:account.go-to-page', { network: network.name })
          : t('studio:account.connect-act')
      }
      isPending={asking || connect.isPending || begin.isPending || begin.isSuccess}
      problem={problem}
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
        .map((setting) =>
          setting.options ? (
            <SelectField
              key={`${network.network} ${setting.name}`}
              label={setting.label}
              hint={setting.help}
              value={settings[setting.name] ?? ''}
              onChange={(value) => setSettings({ ...settings, [setting.name]: value })}
              options={setting.options}
            />
          ) : (
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
          ),
        )}
      {/* Only where an app has to be registered at the network, which is where there is a secret of one. */}
      {network.redirectUri && network.settings.some(({ type }) => type === 'secret') && (
        <div className="field">
          <span className="field__label">{t('studio:account.redirect-uri')}</span>
          <span className="cluster">
            <code>{network.redirectUri}</code>
            <CopyButton text={network.redirectUri} />
          </span>
          <span className="field__hint">{t('studio:account.redirect-uri-hint')}</span>
        </div>
      )}
      {redirects && <p className="muted">{t('studio:account.go-to-page-text', { network: network.name })}</p>}
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
