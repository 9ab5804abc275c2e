import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { RuleLevels } from '#/language/checks/index.ts';
import type { Variant } from '#/language/index.ts';
import type { Entry, LinkCard } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    writing_settings: WritingSettingsTable;
    glossary_entries: GlossaryEntryTable;
    word_decisions: WordDecisionTable;
    link_looks: LinkLookTable;
    machine_suggestions: MachineSuggestionTable;
  }
}

export type WritingSettingsTable = {
  institution_id: string;
  levels: Jsonb<RuleLevels>;
  machine_help: boolean;
  revision: number;
};

export type GlossaryEntryTable = {
  id: string;
  institution_id: string;
  kind: Entry['kind'];
  entry: Jsonb<Entry>;
  /** One entry for one thing: kind and words, folded. */
  key: string;
  search: string;
  note: string;
  state: 'proposed' | 'accepted' | 'declined';
  proposed_by: string | null;
  proposed_at: Timestamp;
  decided_by: string | null;
  decided_at: NullableTimestamp;
};

export type WordDecisionTable = {
  institution_id: string;
  key: string;
  decision: 'always' | 'never';
  decided_by: string | null;
  decided_at: Timestamp;
};

export type LinkLookTable = {
  institution_id: string;
  url: string;
  state: 'answers' | 'dead' | 'unsure';
  status: number | null;
  card: Jsonb<LinkCard> | null;
  /** WebP, as small as a card shows it. */
  picture: Uint8Array | null;
  looked_at: Timestamp;
};

export type MachineSuggestionTable = {
  id: string;
  institution_id: string;
  person_id: string | null;
  task: string;
  variant: Variant;
  host: string;
  model: string;
  sent: string;
  answer: string;
  outcome: 'offered' | 'taken' | 'left';
  asked_at: Timestamp;
  settled_at: NullableTimestamp;
};
