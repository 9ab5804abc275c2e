import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { useT } from '../words/index.ts';
import { Icon } from './icon.tsx';

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

/** A question mark that explains the thing beside it. Escape closes it, and the focus goes back. */
export function Help({ topic }: { topic: HelpTopic }) {
  const t = useT();
  const name = t(`studio:help-text.${topic}.name`);
  return (
    <DialogTrigger>
      <Button className="help" aria-label={t('studio:help-text.about', { name })}>
        <Icon name="question" />
      </Button>
      <Popover className="popover help__popover">
        <Dialog className="help__content">
          <Heading slot="title" className="help__title">
            {name}
          </Heading>
          <p>{t(`studio:help-text.${topic}.text`)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
