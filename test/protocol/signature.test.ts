import { describe, expect, test } from '@jest/globals';
import { toBytes } from '../../src/protocol/bytes.ts';
import { parseQuery } from '../../src/protocol/query.ts';
import type { WireValue } from '../../src/protocol/wire.ts';
import {
  equalDigests,
  type Form,
  type Secrets,
  signedString,
  signRequest,
  signResponse,
  verifyRequest,
} from '../../src/protocol/signature.ts';
import { bytesOf, md5, type Pairs, pairsOf, vectors } from './vectors.ts';

interface SignedRow extends Secrets {
  readonly query?: string;
  readonly query_b64?: string;
}

interface SignatureRow extends SignedRow {
  readonly sign_string: string;
  readonly sig: string;
  readonly valid: boolean;
  readonly api: Readonly<Record<string, string | Pairs>>;
  readonly alt?: Readonly<
    Record<string, { readonly sign_string: string; readonly sig: string } | null>
  >;
}

interface RobustRow extends SignedRow {
  readonly strict: boolean;
  readonly tolerant: boolean;
  readonly via: Form | null;
  readonly blocked_by_check: boolean;
}

interface ResponseRow extends Secrets {
  readonly body: string;
  readonly sig: string;
}

function textOf(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

const strict = { strict: true };
const tolerant = { strict: false };

describe('signature.jsonl', () => {
  test.each(vectors<SignatureRow>('signature'))('$title', (row) => {
    const query = bytesOf(row.query, row.query_b64);
    const { map } = parseQuery(query);
    expect(signedString(map)).toBe(row.sign_string);
    expect(signRequest(md5, map, row)).toBe(row.sig);
    const presented = map.get('api_sig');
    const form = verifyRequest(md5, query, map, textOf(presented), row, strict);
    expect(typeof presented === 'string' && form === 'php82').toBe(row.valid);
    const api = pairsOf(map).filter(([name]) =>
      /^"api_(?:m|c|s|sig|v)"$/.test(JSON.stringify(name)),
    );
    expect(Object.fromEntries(api)).toEqual(row.api);
  });

  const rows = vectors<SignatureRow>('signature');
  const orders = { php81: 'php81', strcmp: 'bytes' } as const;
  test.each(rows.filter(({ alt }) => alt))('$title in another order', (row) => {
    const query = bytesOf(row.query, row.query_b64);
    const { map } = parseQuery(query);
    for (const [version, order] of Object.entries(orders)) {
      const other = row.alt?.[version];
      if (!other) continue;
      expect(signedString(map, order)).toBe(other.sign_string);
      expect(verifyRequest(md5, query, map, other.sig, row, strict)).toBeUndefined();
      expect(verifyRequest(md5, query, map, other.sig, row, tolerant)).toBeDefined();
    }
  });

  test.each(rows.filter(({ alt }) => !alt?.php81 && alt?.php81 !== null))(
    '$title is the same for PHP 8.1',
    (row) => {
      const { map } = parseQuery(bytesOf(row.query, row.query_b64));
      expect(signedString(map, 'php81')).toBe(row.sign_string);
    },
  );
});

describe('robust.jsonl', () => {
  test.each(vectors<RobustRow>('robust'))('$title', (row) => {
    const query = bytesOf(row.query, row.query_b64);
    const { map } = parseQuery(query);
    const presented = textOf(map.get('api_sig'));
    const verify = (options: { strict: boolean }): Form | undefined =>
      verifyRequest(md5, query, map, presented, row, options);
    expect(verify(strict)).toBe(row.strict ? 'php82' : undefined);
    expect(verify(tolerant) ?? null).toBe(row.via);
    expect(row.tolerant).toBe(row.via !== null);
  });
});

describe('response.jsonl', () => {
  test.each(vectors<ResponseRow>('response'))('$title', (row) => {
    expect(signResponse(md5, toBytes(row.body), row)).toBe(row.sig);
  });
});

/** What the clients in the field sign; the first three are from a published client's own tests. */
describe('signatures of known clients', () => {
  const own = { token: 'accessToken', clientid: 'clientId', secret: 'secret', apikey: 'apiKey' };
  const captured = {
    token: 't'.repeat(32),
    clientid: '7',
    secret: 'k'.repeat(32),
    apikey: 'KEY',
  };
  const init = { token: '', clientid: '', secret: '', apikey: 'KEY' };
  const xarray = 'api_m=node.getNode&nodeid=3&x[a]=1&x[b][]=1&x[b][]=2';
  const post =
    'api_m=newreply_postreply&message=h%C3%A9+%26%23039%3Bq%26%23039%3B+*%7E+x%26y&signature=1&threadid=11';

  test.each([
    ['param1=value1&param2=value2', own, '83f8361a7dca2e018e42c0c9e30627b2', 'php82'],
    ['', own, 'c31f336cc9a75cb89ea7d0b70393c4d9', 'php82'],
    ['param=value1&api_v=1&param2=value2', own, '5b5a5f94f9bf18c54ad3cd858d19ee6f', 'php82'],
    ['', captured, '12f9771db76442ca78d79190b33d79e5', 'php82'],
    ['api_m=user.fetchCurrentUserinfo', captured, '907f9210aa95a164637c480e798cd0ab', 'php82'],
    [xarray, captured, 'bcd8a0265f73a832931e30b5f79deedb', 'php82'],
    [
      'api_m=login_login&vb_login_password=pw&vb_login_username=Bob',
      captured,
      'dbc805ec5e24ae77b22c190df4a5a4fe',
      'php82',
    ],
    [post, captured, 'ff89028bf9c6d15ea6467ab6a613642f', 'raw'],
    [
      'api_m=api.init&clientname=cn&clientversion=1&platformname=pn&platformversion=2&uniqueid=uniq',
      init,
      '21a83e1b6c1887f093fc5c0a174fb416',
      'php82',
    ],
  ])('%s', (query, secrets, digest, form) => {
    expect(verifyRequest(md5, query, parseQuery(query).map, digest, secrets, tolerant)).toBe(form);
  });
});

describe('verification', () => {
  const secrets = { token: 't', clientid: '1', secret: 's', apikey: 'k' };
  const hashes = (query: string, presented: (right: string) => string): number => {
    let count = 0;
    const counting = (bytes: string): string => {
      count++;
      return md5(bytes);
    };
    const { map } = parseQuery(query);
    const right = signRequest(md5, map, secrets);
    verifyRequest(counting, query, map, presented(right), secrets, tolerant);
    return count;
  };

  test.each([
    ['an ordinary valid request', 'api_m=a.b&c=1&api_c=1', 1, (right: string) => right],
    ['a sorted invalid request', 'api_m=a.b&c=1&api_c=1', 1, () => 'f'.repeat(32)],
    ['an unsorted invalid request', 'b=1&a=1', 2, () => 'f'.repeat(32)],
    ['the worst request', '2=x&10=x&9a=~', 5, () => 'f'.repeat(32)],
  ])('%s costs few digests', (_, query, count, presented) => {
    expect(hashes(query, presented)).toBe(count);
  });

  test('beyond printable ASCII the own query string is not tried', () => {
    const query = 'b=\xe9&a=1';
    const digest = md5(query + 't1sk');
    const { map } = parseQuery(query);
    expect(verifyRequest(md5, query, map, digest, secrets, tolerant)).toBeUndefined();
  });

  test('an empty array is refused, as no form would show it', () => {
    const digest = md5('a=1t1sk');
    const query = 'a=1&b[__Host-]=x';
    const { map } = parseQuery(query);
    expect(map.get('b')).toEqual(new Map());
    expect(signRequest(md5, map, secrets)).toBe(digest);
    expect(verifyRequest(md5, query, map, digest, secrets, strict)).toBeUndefined();
    expect(verifyRequest(md5, query, map, digest, secrets, tolerant)).toBeUndefined();
  });

  test('secrets are hashed as UTF-8', () => {
    const foreign = { ...secrets, token: 'é' };
    expect(signRequest(md5, new Map(), foreign)).toBe(md5('\xc3\xa91sk'));
  });

  test.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'ab', false],
    ['0e462097431906509019562988736854', '0e830400451993494058024219903391', false],
  ])('%s and %s', (a, b, equal) => {
    expect(equalDigests(a, b)).toBe(equal);
  });
});
