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
      'api_c, api_s or api_v is signed',
      'B=%7E&api_c=77&api_m=node.getNode&api_s=TOKEN&b=x+y' + end,
    ],
    ['api_c or api_v is signed', 'B=%7E&api_c=77&api_m=node.getNode&b=x+y' + end],
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
    expect(diagnose('0'.repeat(32)).hints).toEqual([]);
  });

  test('a right signature gives no hint', () => {
    const { hints, forms } = diagnose(signRequest(md5, parseQuery(sent).map, secrets));
    expect(hints).toEqual([]);
    expect(forms[0]).toEqual({ form: 'php82', string: canonical, matches: true });
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

  test('a query beyond printable ASCII has no raw form', () => {
    const { forms } = diagnose('0'.repeat(32), 'a=\xe9');
    expect(forms.at(-1)).toMatchObject({ matches: false, refused: 'not printable ASCII' });
  });
});
