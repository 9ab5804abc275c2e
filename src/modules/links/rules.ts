import {
  findAddresses,
  isOnHosts,
  readCode,
  tagAddress,
  tagValue,
  type SentLink,
  type TagFacts,
} from '#/language/links/index.ts';
import type { Variant } from '#/language/index.ts';

/** What an institution says of the links in its posts. */
export type LinkRule = {
  tagging: boolean;
  /** Its own websites; no other address is ever changed. */
  hosts: readonly string[];
  source: string;
  medium: string;
  campaign: string;
  content: string;
  shortening: boolean;
};

/** Before anybody has said anything: off, with values that most would choose. */
export const FIRST_RULE: LinkRule = {
  tagging: false,
  hosts: [],
  source: '{network}',
  medium: 'social',
  campaign: '{campaign}',
  content: '{account}-{language}',
  shortening: false,
};

export type Choice = { tag: boolean; shorten: boolean; plain: readonly string[] };

/** One text on its way to one account. */
export type Outgoing = { accountId: string; variant: Variant; text: string; facts: TagFacts };

export type Wanted = Omit<SentLink, 'url'> & { isShort: boolean; page: string };

/**
 * What becomes of each link of these texts, in order; those that go out as they are written are not among them. Only
 * addresses of the institution's own websites are touched: a short address under its name leads nowhere else.
 * @param base where short addresses begin: https://host
 */
export function wantedLinks(
  rule: LinkRule,
  choice: Choice,
  texts: readonly Outgoing[],
  base: string,
): Wanted[] {
  const tagging = rule.tagging && choice.tag;
  const shortening = rule.shortening && choice.shorten;
  if (!tagging && !shortening) return [];
  return texts.flatMap(({ accountId, variant, text, facts }) => {
    const links = new Set(findAddresses(text).map(({ start, end }) => text.slice(start, end)));
    return [...links].flatMap((link) => {
      if (choice.plain.includes(link) || !isOnHosts(link, rule.hosts) || isShortAddress(link, base))
        return [];
      const page = tagging ? tagAddress(link, tagsOf(rule, facts)) : link;
      if (!shortening && page === link) return [];
      return [{ accountId, variant, link, page, isShort: shortening, target: shortening ? page : null }];
    });
  });
}

const tagsOf = (rule: LinkRule, facts: TagFacts) => ({
  utm_source: tagValue(rule.source, facts),
  utm_medium: tagValue(rule.medium, facts),
  utm_campaign: tagValue(rule.campaign, facts),
  utm_content: tagValue(rule.content, facts),
});

export const shortAddress = (base: string, code: string): string => `${base}/l/${code}`;

/** The code of an address of ours; null where it is none. */
export function codeOf(address: string): string | null {
  const found = /\/l\/([^/?#]+)$/u.exec(address)?.[1];
  return found === undefined ? null : readCode(found);
}

const isShortAddress = (link: string, base: string): boolean =>
  link.startsWith(`${base}/l/`) && codeOf(link) !== null;

/** Who opens a short address. `nobody`: it was only looked at, ahead of somebody who may come or not. */
export type Opener = 'person' | 'machine' | 'nobody';

/** What networks, search engines, scanners and programs call themselves. Browsers say none of it; CUBOT makes telephones. */
const MACHINES =
  /(?<!cu)bot\b|bot[/_-]|crawl|spider|slurp|preview|unfurl|scan|monitor|facebookexternalhit|facebookcatalog|meta-external|whatsapp\/|viber|telegram|cardyb|mastodon\/|misskey|pleroma|akkoma|friendica|embedly|skypeuripreview|bingpreview|google-|mediapartners|lighthouse|headless|python|curl|wget|libwww|java\/|okhttp|go-http|axios|node|undici|http\.rb|ruby|perl|php|glasnik/iu;

/**
 * Told from the request while it is here, and kept nowhere. In doubt somebody is a person: a figure that is a little too
 * high is better than one that hides readers.
 */
export function openerOf(method: string, header: (name: string) => string | undefined): Opener {
  if (method !== 'GET') return 'nobody';
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => header(name) ?? '').join(' ');
  if (/prefetch|prerender|preview/iu.test(said)) return 'nobody';
  const agent = header('user-agent') ?? '';
  return agent === '' || MACHINES.test(agent) ? 'machine' : 'person';
}
