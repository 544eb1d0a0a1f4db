import { toBytes } from './bytes.ts';
import { printQuery, urlDecode, urlEncode } from './query.ts';
import type { WireMap, WireValue } from './wire.ts';
import { type Presented, without } from './readings.ts';
import * as signature from './signature.ts';

/** One way to write the parameters as a string; `signed` is the right one. */
export interface Writing {
  readonly mistake?: string;
  /** What a hint shows in place of the string. */
  readonly shown?: string;
  of(request: Presented, signed: string): string;
}

export const rightWriting: Writing = { of: (_, signed) => signed };

export const wrongWritings: readonly Writing[] = [
  { mistake: 'the parameters are not sorted', of: ({ get }) => printQuery(signedPart(get)) },
  {
    mistake: 'the names are sorted without regard to case',
    of: ({ get }) => printQuery(sortedBy(signedPart(get), (name) => name.toLowerCase())),
  },
  {
    mistake: 'the parameters are sorted backwards',
    of: ({ get }) => printQuery(new Map([...sorted(get)].reverse())),
  },
  {
    mistake:
      'the pairs are sorted as text; sort by name, and leave the members of arrays as they are',
    of: (_, signed) => signed.split('&').sort().join('&'),
  },
  {
    mistake: 'POST fields are signed; only those in the URL are',
    of: ({ get, post }) => signature.signedString(new Map([...get, ...(post ?? [])])),
  },
  {
    mistake: 'only the POST fields are signed; only those in the URL should be',
    of: ({ post }) => (post ? signature.signedString(post) : ''),
  },
  { mistake: 'the string is empty although there are parameters in the URL', of: () => '' },
  encodedAgain(({ get }) => plainText(sorted(get))),
  encodedAgain(({ get }) => signature.signedString(withValues(get, urlDecode))),
  {
    mistake: 'the values are signed as plain text; they must be encoded as in a URL',
    of: ({ get }) => plainText(sorted(get)),
  },
  {
    mistake: 'the values are signed as plain text and not sorted',
    of: ({ get }) => plainText(signedPart(get)),
  },
  ...valuesAlone(),
  {
    mistake: 'a + is signed as %2B, but in the URL it stands for a blank: send %2B there, too',
    of: (_, signed) => signed.replaceAll('+', '%2B'),
  },
  ...encodedTwice(),
  ...signedTooMuch(['api_c', 'api_s', 'api_v']),
  ...signedTooMuch(['api_c', 'api_v']),
  ...signedTooMuch(['api_c', 'api_s']),
  ...signedTooMuch(['api_s', 'api_v']),
  ...signedTooMuch(['api_v']),
  ...signedTooMuch(['api_c']),
  ...signedTooMuch(['api_s']),
  {
    mistake: 'api_m is left out; it is signed',
    of: ({ get }) => signature.signedString(without(get, ['api_m'])),
  },
  {
    mistake: 'the pairs are joined by &amp;',
    of: (_, signed) => signed.replaceAll('&', '&amp;'),
  },
  {
    mistake: 'the pairs are joined by nothing',
    of: (_, signed) => signed.replaceAll('&', ''),
  },
  {
    mistake: 'a blank is written %20; PHP writes +',
    of: (_, signed) => signed.replaceAll('+', '%20'),
  },
  {
    mistake: 'a plus is signed as +, which stands for a blank: PHP writes %2B',
    of: (_, signed) => signed.replaceAll('%2B', '+'),
  },
  {
    mistake: 'encoded as encodeURIComponent does',
    of: (_, signed) => asInUris(signed),
  },
  {
    mistake: 'escapes are in lower case; PHP writes %C3, not %c3',
    of: (_, signed) => signed.replace(/%[0-9A-F]{2}/g, (text) => text.toLowerCase()),
  },
  { mistake: 'the string begins with ?', of: (_, signed) => '?' + signed },
  { mistake: 'the string ends with &', of: (_, signed) => signed + '&' },
  {
    mistake: 'your string is not what the parameters in the URL are',
    shown: '<your string>', // which may have the secrets in it
    of: ({ debug }, signed) => (debug === undefined ? signed : toBytes(debug)),
  },
];

/** A way to sign once what the URL has encoded twice: the right one where no value looks like that. */
function encodedAgain(of: (request: Presented) => string): Writing {
  const isEscaped = (value: string): boolean => /%[0-9A-Fa-f]{2}/.test(value);
  return {
    mistake: 'the values are encoded twice in the URL (%2520), once in the string',
    of: (request, signed) =>
      valuesOf(signedPart(request.get)).some(isEscaped) ? of(request) : signed,
  };
}

/** Ways to encode a value, and what came of it once more: as PHP's urlencode does, or as encodeURIComponent. */
function encodedTwice(): readonly Writing[] {
  const mistake = 'the values are encoded twice (%2520)';
  const once = (value: string): string => asInUris(urlEncode(value));
  const twice = ({ get }: Presented): string => signature.signedString(withValues(get, once));
  return [
    { mistake, of: ({ get }) => signature.signedString(withValues(get, urlEncode)) },
    { mistake, of: twice },
    { mistake, of: (request) => asInUris(twice(request)) },
  ];
}

/** Values without names: in either order, encoded or not, with or without & between them. */
function valuesAlone(): readonly Writing[] {
  const orders = [sorted, signedPart];
  const spellings = [(value: string) => value, urlEncode];
  return orders.flatMap((ordered) =>
    spellings.flatMap((spelt) =>
      ['', '&'].map((between) => ({
        mistake: 'only the values are signed, without their names',
        of: ({ get }: Presented) => valuesOf(ordered(get)).map(spelt).join(between),
      })),
    ),
  );
}

/** Ways to sign names that are not signed, in the order of names and as they were sent; they may come in the body. */
function signedTooMuch(names: readonly string[]): readonly Writing[] {
  const mistake = `${listOf(names)} ${names.length > 1 ? 'are' : 'is'} signed; leave ${names.length > 1 ? 'them' : 'it'} out`;
  const chosen = ({ get, post }: Presented): WireMap => {
    const all = new Map([...(post ?? []), ...get]);
    const own = [...all].filter(([name]) => names.includes(name));
    return new Map([...signedPart(get), ...own]);
  };
  return [
    { mistake, of: (request) => printQuery(sortedBy(chosen(request))) },
    {
      mistake,
      of: ({ get }) =>
        printQuery(
          without(
            get,
            [...signature.unsigned].filter((name) => !names.includes(name)),
          ),
        ),
    },
  ];
}

/** `a, b and c` */
export function listOf(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(' and ');
}

function signedPart(get: WireMap): WireMap {
  return without(get, signature.unsigned);
}

function sorted(get: WireMap): WireMap {
  return sortedBy(signedPart(get));
}

function sortedBy(map: WireMap, keyOf = (name: string): string => name): WireMap {
  const entries = [...map].map(([name, value]) => ({ name, value, key: keyOf(name) }));
  entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return new Map(entries.map(({ name, value }) => [name, value]));
}

function valuesOf(map: WireMap): readonly string[] {
  return [...map.values()].flatMap((value) =>
    typeof value === 'string' ? [value] : valuesOf(value),
  );
}

function withValues(map: WireMap, changed: (value: string) => string): WireMap {
  return new Map(
    [...map].map(([name, value]) => [
      name,
      typeof value === 'string' ? changed(value) : withValues(value, changed),
    ]),
  );
}

/** `a=x y&b[c]=1`: ambiguous, hence never to be accepted. */
function plainText(map: WireMap): string {
  const pairs: string[] = [];
  const print = (name: string, value: WireValue): void => {
    if (typeof value === 'string') pairs.push(`${name}=${value}`);
    else for (const [key, member] of value) print(`${name}[${key}]`, member);
  };
  for (const [name, value] of map) print(name, value);
  return pairs.join('&');
}

/** What PHP has encoded as encodeURIComponent would have. */
function asInUris(encoded: string): string {
  return encoded.replace(/\+|%(?:7E|2A|21|27|28|29)/g, bare);
}

function bare(escape: string): string {
  return escape === '+' ? '%20' : String.fromCharCode(parseInt(escape.slice(1), 16));
}
