import { describe, expect, test } from '@jest/globals';
import { explain, type Diagnosis } from '../../src/protocol/diagnosis.ts';
import { parseQuery } from '../../src/protocol/query.ts';
import { signRequest } from '../../src/protocol/signature.ts';
import { md5 } from './vectors.ts';

const secrets = { token: 'TOKEN', clientid: '77', secret: 'SECRET', apikey: 'APIKEY' };
const end = 'TOKEN77SECRETAPIKEY';
const sent = 'b=x+y&api_m=node.getNode&B=%7E&api_c=77&api_s=TOKEN';
const canonical = 'B=%7E&api_m=node.getNode&b=x+y';

function diagnose(digest: string, query = sent, debug?: string): Diagnosis {
  const post = parseQuery('text=hello').map;
  return explain(md5, { query, get: parseQuery(query).map, post, digest, debug }, secrets);
}

describe('hints', () => {
  test.each([
    ['the API key is left out', canonical + 'TOKEN77SECRET'],
    ['the access token is left out or empty', canonical + '77SECRETAPIKEY'],
    ['as in api.init', canonical + 'APIKEY'],
    ['the client id comes before the access token', canonical + '77TOKENSECRETAPIKEY'],
    ['the API key comes before the secret', canonical + 'TOKEN77APIKEYSECRET'],
    [
      'without regard to case',
      'api_m=node.getNode&B=%7E&b=x+y' + end,
      'B=%7E&b=x+y&api_m=node.getNode',
    ],
    ['POST fields are signed', canonical + '&text=hello' + end],
    ['only the POST fields are signed', 'text=hello' + end],
    ['the string is empty', end],
    ['plain text', 'api_m=node.getNode&b=x+1' + end, 'b=x%2B1&api_m=node.getNode'],
    [
      'api_c, api_s and api_v are signed',
      'B=%7E&api_c=77&api_m=node.getNode&api_s=TOKEN&b=x+y' + end,
    ],
    ['api_c and api_v are signed', 'B=%7E&api_c=77&api_m=node.getNode&b=x+y' + end],
    ['api_m is left out', 'B=%7E&b=x+y' + end],
    ['joined by &amp;', canonical.replaceAll('&', '&amp;') + end],
    ['written %20', 'B=%7E&api_m=node.getNode&b=x%20y' + end],
    ['encodeURIComponent', 'B=~&api_m=node.getNode&b=x%20y' + end],
    ['lower case', 'B=%7e&api_m=node.getNode&b=x+y' + end],
    ['begins with ?', '?' + canonical + end],
    ['and the API key is left out', 'B=~&api_m=node.getNode&b=x y' + 'TOKEN77SECRET'],
  ])('%s', (hint, hashed, query = sent) => {
    const { hints } = diagnose(md5(hashed), query);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toContain(hint);
  });

  test('a hint shows the recipe and no secret', () => {
    const { hints } = diagnose(md5(canonical + 'TOKEN77SECRET'));
    expect(hints).toEqual([
      `This is md5("${canonical}" + token + clientid + secret): ` +
        'the API key is left out (answers go without it, requests do not).',
    ]);
  });

  test('secrets that the client sent itself are not shown either', () => {
    const all = diagnose(md5('B=%7E&api_c=77&api_m=node.getNode&api_s=TOKEN&b=x+y' + end)).hints;
    const own = diagnose(md5('nonsenseSECRET'), sent, 'nonsenseSECRET').hints;
    expect([...all, ...own]).toHaveLength(2);
    expect([...all, ...own].join()).not.toMatch(/TOKEN|SECRET|APIKEY/);
  });

  test.each([
    ['', 'is empty'],
    ['A'.repeat(32), 'upper case'],
    ['a'.repeat(40), 'SHA-1'],
    ['a'.repeat(64), 'SHA-256'],
    ['1B2M2Y8AsgTpgAmY7PhCfg==', 'base64'],
    ['hello', 'not 32 hex digits'],
    ['a'.repeat(33), 'not 32 hex digits'],
  ])('the look of %j tells something', (digest, hint) => {
    const { hints } = diagnose(digest);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toContain(hint);
  });

  test('an unknown recipe gives no hint', () => {
    expect(diagnose('0'.repeat(32)).hints[0]).toMatch(/^No usual mistake gives this signature/);
  });

  test('a right signature gives no hint', () => {
    const { hints, forms } = diagnose(signRequest(md5, parseQuery(sent).map, secrets));
    expect(hints).toEqual([]);
    expect(forms[0]).toEqual({ form: 'php82', string: canonical, matches: true });
  });
});

describe('debug and api_debug_string in the URL', () => {
  const plain = 'api_m=node.getNode&nodeid=1';
  const caller = 'api_c=77&api_s=TOKEN&api_v=100';
  const left = 'debug stands in the URL, but is not signed';

  test('must be signed with the rest', () => {
    const { forms, hints, mistake } = diagnose(md5(plain + end), `${plain}&debug=1`);
    expect(hints).toEqual([`${left}: sign it with the rest, or send it in the body.`]);
    expect(mistake).toBe(left);
    expect(forms[0]).toEqual({
      form: 'php82',
      string: plain,
      matches: true,
      refused: 'not the same parameters',
    });
    const both = diagnose(md5(plain + end), `${plain}&debug=1&api_debug_string=x`);
    expect(both.hints[0]).toMatch(/^api_debug_string and debug stand in the URL, but are not/);
  });

  test.each([
    ['the API key is left out', 'api_m=node.getNode&debug=1&nodeid=1TOKEN77SECRET'],
    ['api_v is signed', 'api_m=node.getNode&api_v=100&debug=1&nodeid=1' + end],
    ['api_m is left out', 'debug=1&nodeid=1' + end],
  ])('hide no other mistake where they are signed: %s', (hint, hashed) => {
    for (const own of ['', '&api_debug_string=x']) {
      const { forms, hints } = diagnose(md5(hashed), `${plain}&${caller}&debug=1${own}`);
      expect(hints[0]).toContain(hint);
      expect(hints).toHaveLength(own === '' ? 1 : 2);
      expect(forms[0]?.string).toBe('api_m=node.getNode&debug=1&nodeid=1');
    }
  });

  test('hide no other mistake where they are not signed', () => {
    const { forms, hints } = diagnose(md5(plain + 'TOKEN77SECRET'), `${plain}&debug=1`);
    expect(hints).toEqual([
      expect.stringContaining('the API key is left out'),
      expect.stringContaining(left),
    ]);
    expect(forms[0]?.string).toBe(plain);
  });

  test('are in the string to compare with, but for the reading that is nearest to the own string', () => {
    const asked = `${plain}&debug=1`;
    const stringFor = (own?: string) => diagnose('0'.repeat(32), asked, own).forms[0]?.string;
    expect(stringFor()).toBe('api_m=node.getNode&debug=1&nodeid=1');
    expect(stringFor('api_m=node.getNode&debug=1&nodeId=1')).toBe(
      'api_m=node.getNode&debug=1&nodeid=1',
    );
    expect(stringFor('api_m=node.getNode&nodeId=1')).toBe(plain);
  });

  test('do not give the own string back, whatever is in it', () => {
    const own = 'api_debug_string=a%20SECRET';
    for (const [query, hashed] of [
      [`${own}&${plain}`, `api_debug_string=a+SECRET&${plain}TOKEN77SECRET`],
      [`${own}&${plain}&t=%C3%A9`, `api_debug_string=a SECRET&${plain}&t=\xc3\xa9TOKEN77SECRET`],
    ] as const) {
      const { forms, hints } = diagnose(md5(hashed), query);
      expect(hints.join()).toContain('the API key is left out');
      expect(forms[0]?.string).toMatch(/^api_debug_string=\.\.\.&api_m/);
      expect(JSON.stringify([forms, hints])).not.toContain('SECRET');
    }
  });
});

describe('long requests', () => {
  const short = 'api_m=node.getNode&nodeid=1';
  const long = parseQuery(`text=${'%C3%A9'.repeat(50_000)}`).map;

  test('a long query is not searched for mistakes', () => {
    const query = `api_m=node.getNode&text=${'%C3%A9'.repeat(2_500)}`;
    let hashed = 0;
    const counting = (bytes: string): string => {
      hashed += bytes.length;
      return md5(bytes);
    };
    const request = { query, get: parseQuery(query).map, post: long, digest: '0'.repeat(32) };
    const { hints, mistake } = explain(counting, request, secrets);
    expect(hints[0]).toMatch(/^The query is too long to look for the usual mistakes/);
    expect(mistake).toBe('unknown');
    expect(hashed).toBeLessThan(20 * query.length);
  });

  test('two mistakes at a time are looked for in very short ones only', () => {
    const digest = md5('nodeid=1TOKEN77SECRET');
    const hint = (query: string): string | undefined => diagnose(digest, query).hints[0];
    expect(hint(short)).toContain('api_m is left out; it is signed, and the API key is left out');
    let hashed = 0;
    const counting = (bytes: string): string => {
      hashed += bytes.length;
      return md5(bytes);
    };
    const query = `api_m=node.getNode&text=${'x'.repeat(2_000)}`;
    const request = { query, get: parseQuery(query).map, digest: '0'.repeat(32) };
    explain(counting, request, secrets);
    expect(hashed).toBeLessThan(100 * query.length);
  });

  test('what is no MD5 is not searched for', () => {
    let hashed = 0;
    const counting = (bytes: string): string => {
      hashed += 1;
      return md5(bytes);
    };
    explain(
      counting,
      { query: short, get: parseQuery(short).map, digest: 'a'.repeat(64) },
      secrets,
    );
    expect(hashed).toBeLessThan(10);
  });

  test('a long body is left out of the search', () => {
    const digest = md5(short + 'TOKEN77SECRET');
    const request = { query: short, get: parseQuery(short).map, post: long, digest };
    const hashed: number[] = [];
    const noting = (bytes: string): string => {
      hashed.push(bytes.length);
      return md5(bytes);
    };
    expect(explain(noting, request, secrets).hints[0]).toContain('the API key is left out');
    const unknown = { ...request, digest: '0'.repeat(32) };
    expect(explain(noting, unknown, secrets).mistake).toBe('unknown');
    expect(Math.max(...hashed)).toBeLessThan(1_000);
  });
});

test('a form that only a tolerant server takes is named', () => {
  const { hints } = diagnose(md5('t=x%20y' + end), 't=x%20y&api_c=77');
  expect(hints).toEqual([
    'The signature is right for the form raw; a strict server takes php82 only.',
  ]);
});

describe('forms', () => {
  test('every form is shown with its string', () => {
    const { forms } = diagnose('0'.repeat(32));
    expect(forms.map(({ form, string }) => [form, string])).toEqual([
      ['php82', canonical],
      ['bytes', canonical],
      ['php81', canonical],
      ['raw', 'b=x+y&api_m=node.getNode&B=%7E'],
      ['raw-sorted', canonical],
      ['text', 'b=x y&api_m=node.getNode&B=~'],
      ['text-sorted', 'B=~&api_m=node.getNode&b=x y'],
    ]);
  });

  test('the first difference to the own string of the client is counted in bytes', () => {
    const { forms } = diagnose('0'.repeat(32), 'a=%C3%A9&b=1', 'a=%C3%A9&b=2');
    expect(forms[0]?.differsAt).toBe(11);
    expect(diagnose('0'.repeat(32), sent, canonical).forms[0]).not.toHaveProperty('differsAt');
    expect(diagnose('0'.repeat(32), 'a=1&b=2', 'a=1').forms[0]?.differsAt).toBe(3);
  });

  test('a match that stands for other parameters is refused', () => {
    const { forms } = diagnose(md5('a.b=1&a_b=2' + end), 'a_b=2&a.b=1');
    expect(forms.at(-1)).toMatchObject({ matches: true, refused: 'not the same parameters' });
  });

  test('why a string that stands for other parameters is refused is told', () => {
    const { hints } = diagnose(md5('b=2' + end), 'a[__Host-]=1&b=2');
    expect(hints).toEqual([
      expect.stringMatching(/^The string that you signed stands for other parameters/),
    ]);
  });

  test('a string is right only where a form is that string', () => {
    expect(diagnose('0'.repeat(32), 'a=\xe9', 'b=1').hints[0]).toMatch(/^No usual mistake/);
    expect(diagnose('0'.repeat(32), sent, canonical).hints[0]).toMatch(/^Your string is right/);
  });

  test('a query beyond printable ASCII has no raw form', () => {
    const { forms } = diagnose('0'.repeat(32), 'a=\xe9');
    expect(forms.at(-1)).toMatchObject({ matches: false, refused: 'not printable ASCII' });
  });
});
