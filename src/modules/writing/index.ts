import './tables.ts';

export { changeWritingSettings, readRuleLevels, readWritingSettings } from './change-settings.ts';
export { changeEntry, decideEntry, removeEntry, teachWord, type WritingDeps } from './teach-word.ts';
export { listGlossary, readGlossaryEntry, readWordDecisions } from './list-glossary.ts';
export { exportGlossary, importGlossary } from './import-glossary.ts';
export { decideWord } from './decide-word.ts';
export { deadLinks, lookAtLinks, type LinkDeps } from './look-at-links.ts';
export { readCardPicture } from './link-queries.ts';
export {
  PATIENCE_MS as MACHINE_PATIENCE_MS,
  askMachine,
  hostOf,
  previewMachine,
  settleMachine,
  type Machine,
  type MachineDeps,
} from './ask-machine.ts';
export type { Entry } from './rules.ts';
