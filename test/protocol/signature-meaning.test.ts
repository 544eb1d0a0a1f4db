import { describe, expect, test } from '@jest/globals';
import { parseQuery } from '../../src/protocol/query.ts';
import type { WireMap, WireValue } from '../../src/protocol/wire.ts';
import {
  type Form,
  forms,
  meansTheSame,
  signRequest,
  stringOf,
  unsigned,
  verifyRequest,
} from '../../src/protocol/signature.ts';
import { generator, pick } from '../../src/sample/random.ts';
import { md5 } from './vectors.ts';

const secrets = { token: 't', clientid: '1', secret: 's', apikey: 'k' };

function verify(query: string, signed: string, strict = false): Form | undefined {
  const digest = md5(`${signed}t1sk`);
  return verifyRequest(md5, query, parseQuery(query).map, digest, secrets, { strict });
}

/** What is dispatched, whatever the order of the names. */
function meaning(map: WireMap): string {
  const rest = [...map].filter(([name]) => !unsigned.includes(name));
  return JSON.stringify(rest.map(([name, value]) => [name, plain(value)]).sort());
}

function plain(value: WireValue): unknown {
  return typeof value === 'string' ? value : [...value].map(([key, item]) => [key, plain(item)]);
}

describe('a client that signs its text before it is encoded', () => {
  test.each([
    ['a=x%20y%C3%A9&b=~*', 'a=x y\xc3\xa9&b=~*', 'text'],
    ['b=x%20y&a=1', 'a=1&b=x y', 'text-sorted'],
    ['a=1%3D2&b=%22', 'a=1=2&b="', 'text'],
    ['a=100%25&b=%3C', 'a=100%&b=<', 'text'],
  ])('is understood: %s', (query, signed, form) => {
    expect(verify(query, signed)).toBe(form);
  });

  test.each([
    ['an ampersand', 'message=hi%26threadid%3D9', 'message=hi&threadid=9'],
    ['a plus', 'message=1%2B1', 'message=1+1'],
    ['an escape', 'message=%2541', 'message=%41'],
    ['a bracket in a name', 'a%255Bb%255D=1', 'a%5Bb%5D=1'],
  ])('is refused with %s, for it has signed another request', (_, query, signed) => {
    expect(verify(query, signed)).toBeUndefined();
    // the other one, which PHP accepts
    expect(verify(signed, signed)).toBeDefined();
    expect(meaning(parseQuery(signed).map)).not.toBe(meaning(parseQuery(query).map));
  });

  test('signs all of it, and not what is left when the rest is too much', () => {
    const names = Array.from({ length: 999 }, (_, index) => `p${index}=1`).join('&');
    const signed = `${names}&=x&forumid=5`;
    expect(parseQuery(signed).overflow).toBe('variables');
    const cut = `${names}&=x%26forumid=5`;
    expect(parseQuery(cut).overflow).toBeUndefined();
    expect(stringOf('text', cut, parseQuery(cut).map)).toBe(signed);
    expect(verify(cut, signed)).toBeUndefined();
  });
});

const pieces = [
  ...['a', 'b', 'a', 'b', '1', '=', '=', '&', '&', '.', '_', '[', ']', '[]', '+', '%'],
  ...['%26', '%3D', '%2B', '%25', '%5B', '%5D', '%20', '41', '26', '3D', '%00', '%C3', '%A9'],
  ...['api_v=1', 'api_', 'v', '__Host-', '~', '*', "'"],
];

describe('whatever is sent', () => {
  test('one signature stands for one set of parameters, in all forms together', () => {
    const random = generator(7);
    const meanings = new Map<string, { query: string; meaning: string }>();
    const quarrels: string[] = [];
    let shared = 0;
    for (let round = 0; round < 30_000; round += 1) {
      const length = 2 + random(9);
      const query = Array.from({ length }, () => pick(pieces, random(pieces.length))).join('');
      const { map, overflow } = parseQuery(query);
      if (overflow !== undefined) continue;
      const own = { query, meaning: meaning(map) };
      for (const form of forms) {
        const signed = stringOf(form, query, map);
        if (signed === undefined || !meansTheSame(form, signed, map)) continue;
        const known = meanings.get(signed);
        if (known === undefined) meanings.set(signed, own);
        else if (known.query !== query) shared += 1;
        if (known !== undefined && known.meaning !== own.meaning)
          quarrels.push(`${signed}: ${known.query} and ${query}`);
      }
    }
    expect(quarrels).toEqual([]);
    expect(shared).toBeGreaterThan(500);
  });

  test('a request that PHP signs stands for itself', () => {
    const query = 'api_m=a.b&message=hi&threadid=9';
    const { map } = parseQuery(query);
    expect(signRequest(md5, map, secrets)).toBe(md5(`${query}t1sk`));
    expect(verify(query, query, true)).toBe('php82');
  });
});
