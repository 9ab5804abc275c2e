import { lazy, Suspense, useRef, useState } from 'react';
import { useT } from '../words/index.ts';
import { Icon } from './icon.tsx';
import { later } from './later.ts';

/** The notions that people stumble on, each explained where it stands: `studio:help-text.<topic>`. */
export const HELP_TOPICS = [
  'seal',
  'version',
  'checks',
  'targets',
  'cyrillic',
  'lix',
  'unknown',
  'proof',
  'retire',
  'roles',
  'delegation',
  'practice',
  'faults',
  'record',
  'glossary',
  'api-key',
  'webhook',
  'outbox',
  'two-factor',
  'passkey',
  'push',
  'directory',
  'objective',
  'plan-item',
  'time-zone',
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

const HelpPopover = lazy(later(() => import('./help-popover.tsx')));

/** A question mark that explains the thing beside it. Escape closes it, and the focus goes back. */
export function Help({ topic }: { topic: HelpTopic }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const name = t(`studio:help-text.${topic}.name`);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="help"
        aria-label={t('studio:help-text.about', { name })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Icon name="question" />
      </button>
      {open && (
        <Suspense>
          <HelpPopover
            button={button}
            name={name}
            text={t(`studio:help-text.${topic}.text`)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
