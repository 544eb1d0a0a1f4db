/** Whoever has one IPv6 address has 2^64: what counts is the network they lie in. */
export function networkOf(host: string): string {
  const address = host.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':'));
  const missing = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = address.includes('::') ? [...head, ...missing, ...tail] : head;
  return groups.slice(0, 4).join(':');
}
