import { BlockList, isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address from which nobody can call: it stands for one that could not be read. */
const NOWHERE = '0.0.0.0';

/**
 * An address in one spelling. Some proxies write a port behind it or brackets around it, and whoever reaches a server
 * that trusts its proxy may write anything: what is no address is replaced by that of the connection.
 * @param said what a proxy says, or the connection's own
 * @param connection the address at the other end of the connection
 */
export function addressOf(said: string | undefined, connection: string | undefined): string {
  return readAddress(said ?? '') ?? readAddress(connection ?? '') ?? NOWHERE;
}

/** An IPv4 address as a socket that takes both kinds tells it. */
const MAPPED = '::ffff:';

/** The address in one spelling; undefined for what is none. */
export function readAddress(text: string): string | undefined {
  // Nearly all calls have one of these: to take an address apart is a twentieth of a small call's price
  const bare = text.startsWith(MAPPED) ? text.slice(MAPPED.length) : text;
  if (isIPv4(bare)) return bare;
  const [, bracketed = ''] = /^\[([^\]]*)\](?::\d+)?$/.exec(text) ?? [];
  const [, beforePort = ''] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text) ?? [];
  const plain = (bracketed || beforePort || text).replace(/%.*$/, '');
  // ipaddr.js also reads what old C libraries do: 1.2, 0x7f.1
  if (!plain.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(plain)) return undefined;
  return ipaddr.isValid(plain) ? ipaddr.process(plain).toString() : undefined;
}

/** Whoever has one IPv6 address has 2^64: what counts is the network they lie in. */
export function networkOf(host: string): string {
  const address = host.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':') || !ipaddr.IPv6.isValid(address)) return address;
  const { parts } = ipaddr.IPv6.parse(address);
  return parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

/** True for this machine's own addresses. */
export function isLoopback(host: string | undefined): boolean {
  const address = readAddress(host ?? '');
  return address !== undefined && ipaddr.parse(address).range() === 'loopback';
}

/** Ranges whose addresses nobody has far away. */
const near: ReadonlySet<string> = new Set([
  'carrierGradeNat',
  'linkLocal',
  'loopback',
  'private',
  'uniqueLocal',
]);

/** True for an address of this machine or of a private network, as a proxy in front has. */
export function isNearby(host: string | undefined): boolean {
  const address = readAddress(host ?? '');
  return address !== undefined && near.has(ipaddr.parse(address).range());
}

/** Whether a text is an address and nothing else, or a network as CIDR (RFC 4632). */
export function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/', 2);
  return isPlain(address) && (bits === undefined || ipaddr.isValidCIDR(text));
}

/** True for what has neither a port nor a zone; ipaddr.js also reads what old C libraries do: 1.2, 0x7f.1 */
function isPlain(address: string): boolean {
  return isIP(address) !== 0 && !address.includes('%');
}

/** Whether an address lies in a network; a network may be one address. False for what is no network. */
export function isWithin(host: string, network: string): boolean {
  const address = readAddress(host);
  if (address === undefined || !isNetwork(network)) return false;
  if (!network.includes('/')) return readAddress(network) === address;
  const parsed = ipaddr.parse(address);
  const [range, bits] = ipaddr.parseCIDR(network);
  return range.kind() === parsed.kind() && parsed.match([range, bits] as never);
}

/** Addresses and networks that are looked through often; what is none of them is left out. */
export function networkList(networks: readonly string[]): (host: string) => boolean {
  const list = new BlockList();
  for (const network of networks.filter(isNetwork)) {
    const [address = '', bits] = network.split('/', 2);
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (host) => list.check(host, isIPv4(host) ? 'ipv4' : 'ipv6');
}
