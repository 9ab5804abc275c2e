import type cli from './hr/cli.json';
import type client from './hr/client.json';
import type common from './hr/common.json';
import type errors from './hr/errors.json';
import type observances from './hr/observances.json';
import type exchange from './hr/exchange.json';
import type mail from './hr/mail.json';
import type notices from './hr/notices.json';
import type review from './hr/review.json';
import type site from './hr/site.json';
import type writing from './hr/writing.json';
import type accounts from './hr/studio/accounts.json';
import type board from './hr/studio/board.json';
import type calendar from './hr/studio/calendar.json';
import type composer from './hr/studio/composer.json';
import type delivery from './hr/studio/delivery.json';
import type entrance from './hr/studio/entrance.json';
import type help from './hr/studio/help.json';
import type media from './hr/studio/media.json';
import type people from './hr/studio/people.json';
import type plan from './hr/studio/plan.json';
import type posts from './hr/studio/posts.json';
import type practice from './hr/studio/practice.json';
import type profile from './hr/studio/profile.json';
import type record from './hr/studio/record.json';
import type settings from './hr/studio/settings.json';
import type shared from './hr/studio/shared.json';
import type shell from './hr/studio/shell.json';
import type start from './hr/studio/start.json';
import type today from './hr/studio/today.json';
import type tools from './hr/studio/tools.json';

/** The rooms of the studio are one namespace. */
type Studio = typeof accounts &
  typeof board &
  typeof calendar &
  typeof composer &
  typeof delivery &
  typeof entrance &
  typeof help &
  typeof media &
  typeof people &
  typeof plan &
  typeof posts &
  typeof practice &
  typeof profile &
  typeof record &
  typeof settings &
  typeof shared &
  typeof shell &
  typeof start &
  typeof today &
  typeof tools;

type Files = {
  readonly cli: typeof cli;
  readonly client: typeof client;
  readonly common: typeof common;
  readonly errors: typeof errors;
  readonly exchange: typeof exchange;
  readonly mail: typeof mail;
  readonly observances: typeof observances;
  readonly notices: typeof notices;
  readonly review: typeof review;
  readonly site: typeof site;
  readonly studio: Studio;
  readonly writing: typeof writing;
};

/** A plural key is used without its ending: `count.posts` for `count.posts_one`. */
type Base<Key extends string> = Key extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}` ? Stem : Key;

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Base<Key> : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

/** Every key that there are words for, with and without its namespace. */
export type WordKey = {
  [Name in keyof Files]: Paths<Files[Name]> | `${Name}:${Paths<Files[Name]>}`;
}[keyof Files];
