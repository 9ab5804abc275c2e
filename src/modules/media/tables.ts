import type { Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    media: MediaTable;
    media_captions: MediaCaptionsTable;
  }
}

export const LICENCES = [
  'unsaid',
  'own',
  'cc0',
  'cc-by',
  'cc-by-sa',
  'cc-by-nc',
  'cc-by-nd',
  'bought',
  'given',
] as const;
export type Licence = (typeof LICENCES)[number];

export type MediaTable = {
  id: string;
  institution_id: string;
  /** Of the file as it is kept; the name under which the file store has it. */
  sha256: string;
  mime: string;
  bytes: number;
  width: number;
  height: number;
  file_name: string;
  /** Folded file name. */
  search: string;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
  kind: 'image' | 'video';
  /** Of a video. */
  duration_ms: number | null;
  /** A picture for lists: every image has one, a video where the browser that sent it could make one. */
  has_poster: boolean;
  /** Of a video: under which hash it lies (its own where null), and when it came. */
  poster_sha256: string | null;
  poster_at: NullableTimestamp;
  /** Words that a machine has read in the picture; null until it has looked. */
  read_text: string | null;
  /** By what right it is shown, and until which day at the institution. */
  licence: Licence;
  author: string;
  source: string;
  licensed_until: string | null;
  /** Who is to be seen, and by whose leave. */
  shows: string;
  consent: 'none' | 'given' | 'withdrawn';
  consent_until: string | null;
  tags: string[];
  /** 64 bits of how it looks; null for a video. */
  look: string | null;
  /** Of what is said of its rights. */
  revision: Generated<number>;
  end_told_on: string | null;
};

export type MediaCaptionsTable = {
  institution_id: string;
  media_id: string;
  variant: Variant;
  vtt: string;
  cues: number;
  file_name: string;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
};
