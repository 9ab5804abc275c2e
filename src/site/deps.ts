import type { Context } from 'hono';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { Translator, Variant } from '#/language/index.ts';
import type { FileStore } from '#/modules/media/index.ts';
import type { publishedPosts } from '#/modules/publishing/index.ts';
import type { OpenedLink } from '#/modules/review/index.ts';

/** The database, as the modules want it: this room has no door to `db`. */
export type Db = Parameters<typeof publishedPosts>[0]['db'];

export type Translators = { of(variant: Variant): Translator };

/** What citizens are told of a network. */
export type NetworkFacts = {
  name: string;
  /** Nothing on it is meant for the public: it is shown on pages of the demonstration only. */
  practice: boolean;
};

/** Approval by a link, for those who have no account: whoever has the link is taken for whom it was made for. */
export type Approvals = {
  open(token: string): Promise<OpenedLink | null>;
  /** @throws Problem as `answerByLink` */
  answer(token: string, answer: { answer: 'approve' | 'send-back'; reason: string }): Promise<void>;
};

export type SiteDeps = {
  approvals: Approvals;
  db: Db;
  files: FileStore;
  translators: Translators;
  clock: Clock;
  log: Logger;
  /** Where citizens reach this Glasnik, without a trailing slash. */
  url: string;
  network(id: string): NetworkFacts;
  /** Whom to count a visitor's comments against: the address behind whatever proxy is trusted. */
  addressOf(context: Context): string;
  /** How old a page may be, in milliseconds of real time. Under load it is made once in that time. */
  freshMs?: number;
};
