import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { ObservanceSet } from './observance-days.ts';

declare module '#/db/database.ts' {
  interface Tables {
    calendar_settings: CalendarSettingsTable;
    calendar_views: CalendarViewTable;
    calendar_links: CalendarLinkTable;
  }
}

/** How many working days before the due time a step is to be ready. */
export type DeadlineStep = { kind: string; days: number };

/** What an institution has said of its days, see settings.ts for what holds where it has not. */
export type CalendarSettings = {
  shownSets: readonly ObservanceSet[];
  daysOffSets: readonly ObservanceSet[];
  workingWeekdays: readonly number[];
  workFrom: string;
  workTo: string;
  closeMinutes: number;
  busyPosts: number;
  quietPosts: number;
  deadlines: readonly DeadlineStep[];
};

export type CalendarSettingsTable = {
  institution_id: string;
  /** Sets that the calendar shows. */
  shown_sets: ObservanceSet[];
  /** Sets whose holidays are no working days here. */
  days_off_sets: ObservanceSet[];
  /** 1 is Monday. */
  working_weekdays: number[];
  /** `HH:MM` on the institution's clock. */
  work_from: string;
  work_to: string;
  /** Two posts on one account closer than this are a conflict. */
  close_minutes: number;
  /** A day with more posts than this is overloaded. */
  busy_posts: number;
  /** A week with fewer posts than this is empty; 0: never. */
  quiet_posts: number;
  deadlines: Jsonb<DeadlineStep[]>;
  revision: number;
  changed_by: string | null;
  changed_at: Timestamp;
};

export type CalendarViewTable = {
  id: string;
  institution_id: string;
  person_id: string;
  name: string;
  query: string;
  shared: boolean;
  created_at: Timestamp;
};

export type CalendarLinkTable = {
  id: string;
  institution_id: string;
  person_id: string;
  name: string;
  hash: string;
  created_at: Timestamp;
  last_used_at: NullableTimestamp;
  revoked_at: NullableTimestamp;
};
