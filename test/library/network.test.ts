import { describe, expect, test } from '@jest/globals';
import { addressOf, isLoopback, isNearby, networkOf } from '../../src/network.ts';
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
