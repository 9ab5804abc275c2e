import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchFault } from './fetch-fault.ts';

/** `dns.lookup` with `all`, as far as it is used here. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Public unicast is what is left when every range with a meaning of its own is taken away. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // Of IPv6 only 2000::/3 is given out. The ranges that carry an IPv4 address inside (64:ff9b::/96, 2002::/16)
  // have names of their own, and so are refused with the rest.
  if (parsed instanceof ipaddr.IPv6 && (parsed.parts[0]! & 0xe000) !== 0x2000) return false;
  return parsed.range() === 'unicast';
}

/** Ends of names that no public server knows (RFC 6761, RFC 6762, RFC 8375 and what offices use). */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|example|invalid)$/;

/** May a stranger out there reach this address, as far as the address itself tells? Names are not resolved. */
export function isPublicUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (protocol !== 'https:') return false;
  return ipaddr.isValid(host) ? isPublicAddress(host) : host.includes('.') && !INSIDE.test(host);
}

export const anyLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      answer(addresses ?? [], options.all === true, error, callback);
    });
  };

/** One private address among many refuses the name: which of them is taken is not ours to say. */
export const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const fault =
        error ??
        (addresses.every((found) => isPublicAddress(found.address))
          ? null
          : new FetchFault('private-address', false));
      answer(addresses ?? [], options.all === true, fault, callback);
    });
  };

function answer(
  addresses: LookupAddress[],
  all: boolean,
  error: Error | null,
  callback: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses;
  if (error || !first) {
    const missing = Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
    callback(error ?? missing, '', 0);
  } else if (all) callback(null, addresses);
  else callback(null, first.address, first.family);
}
