import { describe, expect, test } from '@jest/globals';
import {
  addressOf,
  isLoopback,
  isNearby,
  isNetwork,
  isWithin,
  networkList,
  networkOf,
} from '../../src/network.ts';
import { voterOf } from '../../src/rules/rights/poll.ts';
import { guest } from '../../src/principal.ts';

describe('an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:5678', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['[2001:DB8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('%s is %s', (said, read) => {
    expect(addressOf(said, '10.0.0.1')).toBe(read);
  });

  test.each(['', 'unknown', '_hidden', '1.2.3', '0x7f000001', '1.2.3.4.5', 'x'.repeat(400), '::g'])(
    'cannot be read from "%s", and is that of the connection then',
    (said) => {
      expect(addressOf(said, '::ffff:10.0.0.1')).toBe('10.0.0.1');
    },
  );
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['203.0.113.9', '203.0.113.9'],
])('the network of %s is %s', (host, network) => {
  expect(networkOf(host)).toBe(network);
});

test('guests of one network have one vote', () => {
  const [one, other] = ['2001:db8::1', '2001:db8::2'].map((host) => voterOf({ user: guest, host }));
  expect(one).toEqual(other);
});

test.each([
  ['127.0.0.5', true, true],
  ['::1', true, true],
  ['::ffff:127.0.0.1', true, true],
  ['172.17.0.2', false, true],
  ['fd00::1', false, true],
  ['100.64.0.1', false, true],
  ['fe80::1', false, true],
  ['203.0.113.9', false, false],
  ['64:ff9b::808:808', false, false],
  ['2002:808:808::1', false, false],
  ['8.8.8.8', false, false],
  [undefined, false, false],
])('%s: loopback %s, nearby %s', (host, loopback, nearby) => {
  expect([isLoopback(host), isNearby(host)]).toEqual([loopback, nearby]);
});

describe('a network', () => {
  test.each(['192.0.2.1', '192.0.2.0/24', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32', '::/0'])(
    '%s is one',
    (text) => {
      expect(isNetwork(text)).toBe(true);
    },
  );

  test.each([
    ...['', '/', 'example.org', '192.0.2', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/24/24'],
    ...[
      '192.0.2.1:80',
      '[2001:db8::1]',
      '2001:db8::/129',
      'fe80::1%eth0',
      '0x7f.1',
      '10/8',
      ' 1.2.3.4',
    ],
  ])('"%s" is none, and nobody is within', (text) => {
    expect(isNetwork(text)).toBe(false);
    expect(isWithin('192.0.2.1', text)).toBe(false);
  });

  test.each([
    ['192.0.2.63', '192.0.2.0/26', true],
    ['192.0.2.64', '192.0.2.0/26', false],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.1/32', true],
    ['192.0.2.2', '192.0.2.1', false],
    ['::ffff:192.0.2.1', '192.0.2.0/24', true],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['203.0.113.9', '0.0.0.0/0', true],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['203.0.113.9', '::/0', false],
    ['2001:db8:ffff::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:db8::1', '2001:DB8:0:0::1', true],
    ['no address', '0.0.0.0/0', false],
  ])('%s in %s: %s', (host, network, within) => {
    expect(isWithin(host, network)).toBe(within);
  });
});

test('a list of networks has what each of them has', () => {
  const isListed = networkList(['203.0.113.0/24', '198.51.100.7', '2001:db8::/32', 'nonsense', '']);
  const has = ['203.0.113.200', '198.51.100.7', '2001:db8:1::9'];
  const lacks = ['203.0.114.1', '198.51.100.8', '2001:db9::1', '::1', '0.0.0.0'];
  expect([...has, ...lacks].map(isListed)).toEqual([
    ...has.map(() => true),
    ...lacks.map(() => false),
  ]);
});
