import { CopyButton } from '../shared/copy-button.tsx';
import { useT } from '../words/index.ts';

/** Shown this once; the server keeps only its hash. */
export function FirstPassword({ password }: { password: string }) {
  const t = useT();
  return (
    <>
      <p>{t('studio:people.first-password')}</p>
      <p className="cluster">
        <code className="secret">{password}</code>
        <CopyButton text={password} />
      </p>
    </>
  );
}
