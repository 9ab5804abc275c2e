import type cli from './hr/cli.json';
import type common from './hr/common.json';
import type errors from './hr/errors.json';
import type observances from './hr/observances.json';
import type mail from './hr/mail.json';
import type notices from './hr/notices.json';
import type review from './hr/review.json';
import type site from './hr/site.json';
import type studio from './hr/studio.json';
import type writing from './hr/writing.json';

type Files = {
  readonly cli: typeof cli;
  readonly common: typeof common;
  readonly errors: typeof errors;
  readonly mail: typeof mail;
  readonly observances: typeof observances;
  readonly notices: typeof notices;
  readonly review: typeof review;
  readonly site: typeof site;
  readonly studio: typeof studio;
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
