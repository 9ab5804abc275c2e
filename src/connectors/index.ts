import type { Connector } from './contract.ts';
import { bluesky } from './bluesky/index.ts';
import { facebook } from './facebook/index.ts';
import { instagram } from './instagram/index.ts';
import { linkedin } from './linkedin/index.ts';
import { mastodon } from './mastodon/index.ts';
import { telegram } from './telegram/index.ts';
import { threads } from './threads/index.ts';
import { tiktok } from './tiktok/index.ts';
import { viber } from './viber/index.ts';
import { sandbox } from './sandbox/index.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

/** Every network Glasnik speaks to, in the order in which people see them. One line each. */
export const connectors: readonly Connector[] = [
  bluesky,
  mastodon,
  telegram,
  facebook,
  instagram,
  threads,
  x,
  linkedin,
  youtube,
  tiktok,
  viber,
  sandbox,
];
