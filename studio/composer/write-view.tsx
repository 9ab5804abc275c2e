import type { Variant } from '#/contract/index.ts';
import { LifePanel } from './history/life-panel.tsx';
import { ImagesSection } from './images/images-section.tsx';
import { ChecksPanel } from './review/checks-panel.tsx';
import { PreviewPanel } from './review/preview-panel.tsx';
import type { AnyCheck } from './review/use-checks.ts';
import { TextSection } from './text/text-section.tsx';
import { PlanPanel } from './where/plan-panel.tsx';
import { TargetsPanel } from './where/targets-panel.tsx';
import { TimePanel } from './where/time-panel.tsx';

type WriteViewProps = {
  checks: readonly AnyCheck[];
  shownVariant: Variant | null;
  onShowVariant: (variant: Variant) => void;
};

/** Words and pictures on the one side; where, when, what for and how it looks on the other. */
export function WriteView({ checks, shownVariant, onShowVariant }: WriteViewProps) {
  return (
    <div className="composer__desk">
      <div className="composer__work">
        <TextSection shown={shownVariant} onShow={onShowVariant} />
        <ImagesSection />
      </div>
      <div className="composer__side">
        <TimePanel />
        <TargetsPanel />
        <PlanPanel />
        <ChecksPanel checks={checks} />
        <PreviewPanel />
        <LifePanel />
      </div>
    </div>
  );
}
