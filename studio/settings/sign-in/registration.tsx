import { CopyButton } from '../../shared/copy-button.tsx';
import { useT } from '../../words/index.ts';

type RegistrationProps = {
  id: string;
  kind: 'oidc' | 'saml';
  redirectUrl: string;
  metadataUrl: string | null;
};

/** What the directory's administrator has to enter there, each with a button that copies it. */
export function Registration({ id, kind, redirectUrl, metadataUrl }: RegistrationProps) {
  const t = useT();
  const start = new URL(`/api/sign-in/start/${id}`, redirectUrl).href;
  const lines =
    kind === 'oidc'
      ? [
          { name: 'redirect', text: redirectUrl },
          { name: 'scopes', text: 'openid email profile groups' },
          { name: 'start', text: start },
        ]
      : [
          { name: 'entity', text: metadataUrl ?? '' },
          { name: 'acs', text: redirectUrl },
          { name: 'metadata', text: metadataUrl ?? '' },
          { name: 'start', text: start },
        ];
  return (
    <dl className="registration">
      {lines.map(({ name, text }) => (
        <div key={name} className="registration__line">
          <dt>
            {t(`studio:directory.register.${name}`)}
            <span className="field__hint">{t(`studio:directory.register.${name}-hint`)}</span>
          </dt>
          <dd>
            <code className="secret">{text}</code>
            <CopyButton text={text} name={t(`studio:directory.register.${name}`)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
