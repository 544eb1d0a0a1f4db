/** The sandbox's fixed, public credentials. It refuses to run in production. */
export const sandboxKey = 'sandbox-key';

export interface SandboxMember {
  readonly username: string;
  readonly usergroupid: number;
  readonly role: string;
}

/** Each one's password is the name followed by `-password`. */
export const sandboxMembers: readonly SandboxMember[] = [
  { username: 'admin', usergroupid: 6, role: 'administrator' },
  { username: 'mod', usergroupid: 7, role: 'moderator' },
  { username: 'alice', usergroupid: 2, role: 'member' },
  { username: 'bob', usergroupid: 2, role: 'member' },
  { username: 'mallory', usergroupid: 8, role: 'banned' },
];

export function sandboxPassword(username: string): string {
  return `${username}-password`;
}

/** The code in the reference's examples: an address confirmed, a password forgotten. */
export const exampleCode = '0b7e4d1c95f2486aa3c8e6d70912f5b4';

/** Who calls in the examples of the reference, with the access token of each. */
export const exampleTokens = {
  guest: '5f0c2d7e91ab4368b7d2c1e09a8f6453',
  alice: 'a11ce0d34c7b4f9e8a6d5b2c1f0e9d87',
  mod: '30d5e7c19b2a4f60871c6d3e5a4b9f02',
  admin: 'ad314b6c5f7e4d2890a1b3c5d7e9f806',
} as const;

/** Who calls in an example. */
export type ExampleCaller = keyof typeof exampleTokens;

/** The API client and guest session with which the protocol's worked example is signed. */
export const exampleSecrets = {
  token: exampleTokens.guest,
  clientid: '7',
  secret: 'c3a9e1740b5d4f268e90d7b6a1f2358c',
  apikey: sandboxKey,
} as const;

/** Keys of Invision's API, with what each is for. */
export const sandboxApiKeys = [
  { key: 'sandbox-invision-key', about: 'everything', inurl: 1 },
  { key: 'sandbox-invision-key-header', about: 'everything, but not in URLs', inurl: 0 },
  {
    ...{ key: 'sandbox-invision-key-ip', about: 'everything, from 127.0.0.77 alone', inurl: 1 },
    networks: ['127.0.0.77'],
  },
  {
    ...{ key: 'sandbox-invision-key-hello', about: 'GET /core/hello alone', inurl: 1 },
    rights: ['core/hello/GETindex'],
  },
] as const satisfies readonly SandboxKey[];

interface SandboxKey {
  readonly key: string;
  readonly about: string;
  readonly inurl: number;
  readonly rights?: readonly string[];
  readonly networks?: readonly string[];
}

/** From this address nobody may use a key. */
export const bannedAddress = '127.0.0.99';
