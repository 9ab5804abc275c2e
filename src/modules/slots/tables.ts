import type { Jsonb, Timestamp } from '#/db/database.ts';
import type { Slot } from './rules.ts';

declare module '#/db/database.ts' {
  interface Tables {
    slot_timetables: SlotTimetableTable;
    slot_holds: SlotHoldTable;
  }
}

export type SlotTimetableTable = {
  institution_id: string;
  account_id: string;
  slots: Jsonb<Slot[]>;
  skip_days_off: boolean;
  revision: number;
  changed_by: string | null;
  changed_at: Timestamp;
};

export type SlotHoldTable = {
  id: string;
  institution_id: string;
  /** Of a composer or program. */
  holder: string;
  person_id: string | null;
  account_ids: string[];
  due_at: Timestamp;
  ends_at: Timestamp;
};
