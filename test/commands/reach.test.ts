import { expect, test } from '@jest/globals';
import { reachAdvice } from '../../src/commands/reach.ts';

const url = 'http://localhost:8080/forum';
const other = { netmask: '', mac: '', internal: false, cidr: null } as const;
const interfaces = {
  lo: [{ ...other, address: '127.0.0.1', family: 'IPv4', internal: true }],
  docker0: [{ ...other, address: '172.17.0.1', family: 'IPv4' }],
  wlan0: [
    { ...other, address: 'fe80::1', family: 'IPv6', scopeid: 2 },
    { ...other, address: '192.168.1.7', family: 'IPv4' },
  ],
} as const;

test.each(['0.0.0.0', '::'])('on %s other machines are told the address to set', (HOST) => {
  expect(reachAdvice({ HOST, PUBLIC_URL: '' }, url, interfaces)).toBe(
    'Its URLs begin with http://localhost:8080/forum, which leads other machines nowhere. ' +
      'For them set PUBLIC_URL=http://192.168.1.7:8080/forum',
  );
});

test('where no address is known, its place is shown', () => {
  const { lo } = interfaces;
  expect(reachAdvice({ HOST: '0.0.0.0', PUBLIC_URL: '' }, url, { lo })).toMatch(
    / PUBLIC_URL=http:\/\/ADDRESS:8080\/forum$/,
  );
});

test.each([
  ['127.0.0.1', ''],
  ['192.168.1.7', ''],
  ['0.0.0.0', 'http://board.example'],
])('nothing is said on %s with PUBLIC_URL=%s', (HOST, PUBLIC_URL) => {
  expect(reachAdvice({ HOST, PUBLIC_URL }, url, interfaces)).toBeUndefined();
});
