/** The parameters that statistics of websites read, in the order in which they are put. */
export const TAG_NAMES = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content'] as const;
export type TagName = (typeof TAG_NAMES)[number];
export type Tags = Readonly<Partial<Record<TagName, string>>>;

/**
 * The address with these parameters at the end of its query. All else stays as it was written, letter by letter; a
 * parameter that is there already keeps its value, and an empty one is not put.
 * @param tags values of letters that need no escape, as `tagValue` makes them
 */
export function tagAddress(address: string, tags: Tags): string {
  const hash = address.indexOf('#');
  const [front, fragment] = hash < 0 ? [address, ''] : [address.slice(0, hash), address.slice(hash)];
  const mark = front.indexOf('?');
  const [place, query] = mark < 0 ? [front, null] : [front.slice(0, mark), front.slice(mark + 1)];
  const there = namesIn(query ?? '');
  const added = TAG_NAMES.flatMap((name) => {
    const value = tags[name] ?? '';
    return value === '' || there.has(name) ? [] : [`${name}=${value}`];
  });
  if (added.length === 0) return address;
  const before = query === null || query === '' || query.endsWith('&') ? (query ?? '') : `${query}&`;
  return `${withPath(place)}?${before}${added.join('&')}${fragment}`;
}

/** Some programs see no link in https://vlada.ba?… without the slash. */
const withPath = (place: string): string => (/^https?:\/\/[^/]+$/iu.test(place) ? `${place}/` : place);

function namesIn(query: string): ReadonlySet<string> {
  return new Set(query.split(/[&;]/u).map((pair) => unescaped(pair.split('=')[0] ?? '').toLowerCase()));
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A host as it is compared: small letters, an international name in its ASCII form, without `www.`, with a port only
 * where it is not the usual one. Null for what is no name of a website.
 */
export function plainHost(written: string): string | null {
  const typed = written.trim();
  const address = /^https?:\/\//iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const { host, hostname, username, password, pathname, search, hash } = new URL(address);
  if (username || password || search || hash || pathname !== '/') return null;
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/u.test(hostname)) return null;
  return host.replace(/^www\./u, '');
}

/** Whether an address is of one of these websites. One with a name and password in it is nobody's. */
export function isOnHosts(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (!/^https?:$/u.test(protocol) || username || password) return false;
  return hosts.includes(host.replace(/^www\./u, ''));
}
