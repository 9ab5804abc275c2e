import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';

type HelpPopoverProps = {
  button: RefObject<HTMLButtonElement | null>;
  name: string;
  text: string;
  onClose: () => void;
};

/** What a question mark opens: a file of its own, since nothing of it is needed before somebody asks. */
export default function HelpPopover({ button, name, text, onClose }: HelpPopoverProps) {
  return (
    <Popover
      className="popover help__popover"
      trigger="DialogTrigger"
      triggerRef={button}
      isOpen
      onOpenChange={onClose}
    >
      <Dialog className="help__content">
        <Heading slot="title" className="help__title">
          {name}
        </Heading>
        <p>{text}</p>
      </Dialog>
    </Popover>
  );
}
