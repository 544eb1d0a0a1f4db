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

/** The API client and guest session with which every example of the reference is signed. */
export const exampleSecrets = {
  token: '5f0c2d7e91ab4368b7d2c1e09a8f6453',
  clientid: '7',
  secret: 'c3a9e1740b5d4f268e90d7b6a1f2358c',
  apikey: sandboxKey,
} as const;
