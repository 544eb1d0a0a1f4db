import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks that only this machine's own containers and virtual machines are in. */
const VIRTUAL = /^(br-|docker|veth|virbr|vmnet)/;

/**
 * What to set so that other machines can use the URLs in answers: a process that listens on all addresses does not know
 * which of them others use, and its URLs name localhost. Undefined where nothing is to be said.
 * @param url where it answers
 */
export function reachAdvice(
  { HOST, PUBLIC_URL }: Pick<Config, 'HOST' | 'PUBLIC_URL'>,
  url: string,
  interfaces: Interfaces = networkInterfaces(),
): string | undefined {
  if (PUBLIC_URL !== '' || (HOST !== '0.0.0.0' && HOST !== '::')) return undefined;
  const address = ownAddress(interfaces) ?? 'ADDRESS';
  const reachable = url.replace('//localhost', `//${address}`);
  return `Its URLs begin with ${url}, which leads other machines nowhere. For them set PUBLIC_URL=${reachable}`;
}

function ownAddress(interfaces: Interfaces): string | undefined {
  return Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses = []]) => addresses)
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
