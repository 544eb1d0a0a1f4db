import type { Grant, ModeratorGrant } from './permissions.ts';

/** Who is calling. For a guest `userid` is 0. */
export interface Principal {
  readonly userid: number;
  readonly username: string;
  readonly usergroupid: number;
  /** All usergroups whose rights add up: the primary one first. */
  readonly groups: readonly number[];
  readonly adminpermissions: number;
  readonly grants: readonly Grant[];
  /** The language that the member has chosen; without one, or for a guest, what his client asks for. */
  readonly languageid?: number | undefined;
  /** Seconds that the member's clock is ahead of UTC. */
  readonly clockoffset?: number | undefined;
  /** The channels that he moderates himself, whatever his usergroups do. */
  readonly moderator?: readonly ModeratorGrant[] | undefined;
  /** Set while the member is banned. */
  readonly ban?: { readonly reason: string; readonly liftdate: number } | undefined;
}

/** The API client that a call came from. */
export interface ApiClient {
  readonly apiclientid: number;
  readonly secret: string;
  readonly clientname: string;
}

/** The session that an access token stands for. */
export interface Session {
  readonly apiaccesstoken: string;
  readonly sessionhash: string;
  readonly apiclientid: number;
  readonly created: number;
  readonly lastactivity: number;
  readonly expires: number;
  /** Whether no call has come with it yet. */
  readonly unused: boolean;
}

export const GUEST_GROUP = 1;

export const guest: Principal = {
  userid: 0,
  username: 'Guest',
  usergroupid: GUEST_GROUP,
  groups: [GUEST_GROUP],
  adminpermissions: 0,
  grants: [],
};
