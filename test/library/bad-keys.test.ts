import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { BadKeys } from '../../src/memory/bad-keys.ts';
import { RedisLink } from '../../src/memory/redis.ts';

const url = process.env.TEST_REDIS_URL;
const host = '192.0.2.1';
const links: RedisLink[] = [];

afterEach(async () => {
  for (const link of links.splice(0)) await link.close();
});

function settings(more: Record<string, string> = {}, prefix = randomBytes(6).toString('hex')) {
  const usual = { BAD_KEY_LIMIT: '3', BAD_KEY_BLOCKS: '2', BAD_KEY_BAN: '5000' };
  return readConfig({ ...usual, REDIS_PREFIX: `test:${prefix}:`, ...more });
}

async function link(redis: string, ready = true): Promise<RedisLink> {
  const made = new RedisLink(redis, 'test:', createLogger('silent'));
  links.push(made);
  made.listen(ignored, ignored);
  while (ready && !made.ready) await new Promise((resolve) => setTimeout(resolve, 10));
  return made;
}

function ignored(): void {
  // nobody else is told of anything here
}

/** Sends so many bad keys. */
async function send(badKeys: BadKeys, count: number, from = host): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) await badKeys.count(from);
}

const places = [
  ['in the process', async () => undefined],
  ['while Redis is away', async () => link('redis://127.0.0.1:1', false)],
  ...(url === undefined ? [] : ([['in Redis', async () => link(url)]] as const)),
] as const;

describe.each(places)('bad keys counted %s', (_, open) => {
  test('block after so many in a row, and a good one between them begins anew', async () => {
    const badKeys = new BadKeys(settings(), await open());
    await send(badKeys, 2);
    expect(await badKeys.state(host)).toEqual({ state: 'free', wait: 0, tries: 2 });
    await badKeys.forgive(host);
    await send(badKeys, 2);
    expect(await badKeys.state(host)).toMatchObject({ state: 'free', tries: 2 });
    await send(badKeys, 1);
    const { state, wait } = await badKeys.state(host);
    expect([state, wait > 590 && wait <= 600]).toEqual(['blocked', true]);
    expect(await badKeys.state('192.0.2.2')).toMatchObject({ state: 'free', tries: 0 });
  });

  test('a good key lifts no block', async () => {
    const badKeys = new BadKeys(settings(), await open());
    await send(badKeys, 3);
    await badKeys.forgive(host);
    expect(await badKeys.state(host)).toMatchObject({ state: 'blocked' });
  });

  test('so many blocks ban, for as long as the setting says', async () => {
    const badKeys = new BadKeys(settings({ BAD_KEY_BLOCKS: '1' }), await open());
    await send(badKeys, 3);
    const { state, wait } = await badKeys.state(host);
    expect([state, wait > 4990 && wait <= 5000]).toEqual(['banned', true]);
  });

  test('what is counted while an address is blocked makes no further block', async () => {
    const badKeys = new BadKeys(settings(), await open());
    await send(badKeys, 20);
    expect(await badKeys.state(host)).toMatchObject({ state: 'blocked' });
  });

  test('all addresses of an IPv6 network count as one', async () => {
    const badKeys = new BadKeys(settings(), await open());
    for (const end of ['1', '2', 'ffff:1']) await badKeys.count(`2001:db8:1:2::${end}`);
    expect(await badKeys.state('2001:db8:1:2::9')).toMatchObject({ state: 'blocked' });
    expect(await badKeys.state('2001:db8:1:3::9')).toMatchObject({ state: 'free' });
    await send(badKeys, 3, `::ffff:${host}`);
    expect(await badKeys.state(host)).toMatchObject({ state: 'blocked' });
  });

  test('0 has no limit, or never bans', async () => {
    const none = new BadKeys(settings({ BAD_KEY_LIMIT: '0' }), await open());
    await send(none, 20);
    expect(await none.state(host)).toEqual({ state: 'free', wait: 0, tries: 0 });
    const never = new BadKeys(settings({ BAD_KEY_BLOCKS: '0', BAD_KEY_LIMIT: '1' }), await open());
    await send(never, 20);
    expect(await never.state(host)).toMatchObject({ state: 'blocked' });
  });
});

test('of too many networks a process forgets the one that has been silent for longest', async () => {
  const badKeys = new BadKeys(settings({ BAD_KEY_LIMIT: '1' }));
  const network = (number: number): string =>
    `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  for (let number = 0; number <= 20_000; number += 1) await badKeys.count(network(number));
  expect(await badKeys.state(network(0))).toMatchObject({ state: 'free' });
  expect(await badKeys.state(network(1))).toMatchObject({ state: 'blocked' });
});

const withRedis = url === undefined ? test.skip : test;
withRedis('two processes count together', async () => {
  const config = settings();
  const [one, other] = [
    new BadKeys(config, await link(url ?? '')),
    new BadKeys(config, await link(url ?? '')),
  ];
  await send(one, 2);
  await send(other, 1);
  expect(await one.state(host)).toMatchObject({ state: 'blocked' });
  expect(await other.state(host)).toMatchObject({ state: 'blocked' });
});
