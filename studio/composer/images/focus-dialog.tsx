import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PostMedia } from '#/contract/index.ts';
import { MIDDLE, type Focus } from '#/language/index.ts';
import { Dialog, Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { FocusShapes } from './focus-shapes.tsx';

const STEP = 0.05;

type FocusDialogProps = {
  media: PostMedia;
  /** Its place among the pictures of the post. */
  index: number;
  focus: Focus | undefined;
  onSave: (focus: Focus | null) => void;
  onClose: () => void;
};

/** Where the eye should go: what stays in the picture wherever a network cuts it. By pointer or by arrow keys. */
export default function FocusDialog({ media, index, focus, onSave, onClose }: FocusDialogProps) {
  const t = useT();
  const [at, setAt] = useState(focus ?? MIDDLE);
  return (
    <Dialog title={t('studio:focus.title')} size="wide" isOpen onClose={onClose} isDismissable={false}>
      <div className="stack">
        <p>{t('studio:focus.text')}</p>
        <div className="focus">
          <FocusPicture media={media} at={at} onMove={setAt} />
          <FocusShapes media={media} at={at} index={index} />
        </div>
        <div className="dialog__foot">
          <button type="button" className="button button--primary" onClick={() => onSave(at)}>
            {t('common:action.save')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('common:action.cancel')}
          </button>
          {focus && (
            <button type="button" className="button button--quiet" onClick={() => onSave(null)}>
              <Icon name="undo" />
              {t('studio:focus.middle')}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** The whole picture with the point on it. */
function FocusPicture({ media, at, onMove }: { media: PostMedia; at: Focus; onMove: (at: Focus) => void }) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const follow = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || (event.type === 'pointermove' && event.buttons === 0)) return;
    onMove({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    onMove({ x: within(at.x + step.x), y: within(at.y + step.y) });
  };
  return (
    <div
      ref={frame}
      className="focus__picture"
      style={{ aspectRatio: `${media.width} / ${media.height}` }}
      onPointerDown={follow}
      onPointerMove={follow}
    >
      <img src={media.url} alt="" draggable={false} />
      <button
        type="button"
        className="focus__point"
        style={{ insetInlineStart: `${at.x * 100}%`, insetBlockStart: `${at.y * 100}%` }}
        aria-label={t('studio:focus.point', { x: Math.round(at.x * 100), y: Math.round(at.y * 100) })}
        onKeyDown={press}
      />
    </div>
  );
}

const STEPS: Partial<Record<string, Focus>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};
