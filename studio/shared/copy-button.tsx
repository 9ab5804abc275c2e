import { useState } from 'react';
import { useT } from '../words/index.ts';
import { Icon } from './icon.tsx';

type CopyButtonProps = {
  text: string;
  label?: string;
  /** What is copied, where several stand on one page. */
  name?: string;
};

/** Copies a text and says so in its own label. Where the clipboard is closed, it selects nothing and says that. */
export function CopyButton({ text, label, name }: CopyButtonProps) {
  const t = useT();
  const [outcome, setOutcome] = useState<'copied' | 'closed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('closed');
    }
    setTimeout(() => setOutcome(null), 3000);
  };
  return (
    <button type="button" className="button button--small" onClick={() => void copy()}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
      <span role="status">
        {outcome === null ? (label ?? t('common:action.copy')) : t(`studio:copy.${outcome}`)}
      </span>
      {name && <span className="visually-hidden">{name}</span>}
    </button>
  );
}
