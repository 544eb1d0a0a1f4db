import { findActor } from '../../call/actor.ts';
import { type Caller, noCredential } from '../../call/caller.ts';
import type { Environment } from '../../call/environment.ts';
import { findApiKeyById } from '../../library/access/apikey.ts';
import type { Board } from '../../library/board/board.ts';
import type { WebhookEvent } from '../../library/webhook/webhook.ts';
import { guest } from '../../principal.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { allows, expanded, type Rights } from './rights.ts';
import { rowAt } from './table.ts';

/** The endpoint that shows what an event is about. */
const shownBy: Readonly<Record<WebhookEvent, string>> = {
  member_create: 'GET /core/members/{id}',
  forumsTopic_create: 'GET /forums/topics/{id}',
  forumsTopicPost_create: 'GET /forums/posts/{id}',
};

/** Whose webhook it is. */
interface Owner {
  readonly userid: number;
  readonly apikeyid: number;
}

/**
 * What an event is about, as the API gives it to the owner of a webhook.
 * @returns undefined where they may not ask for it
 * @throws ApiError when they do not see it
 */
export async function invisionObject(
  environment: Environment,
  owner: Owner,
  { event, itemid: id }: { readonly event: WebhookEvent; readonly itemid: number },
): Promise<object | undefined> {
  const board = await environment.caches.board();
  const row = rowAt(environment, shownBy[event]);
  const known =
    owner.apikeyid === 0
      ? await asMember(environment, board, owner.userid)
      : await asKey(environment, board, owner.apikeyid);
  if (known === undefined || !allows(known.rights, row)) return undefined;
  const { caller } = known;
  const nothing = { given: {}, child: 0, scopes: undefined, empty: true, author: undefined };
  const input = { ...nothing, id, owner: caller.actor };
  const { result } = await askEndpoint(environment, caller, row, input);
  return result;
}

interface Known {
  readonly caller: Caller;
  readonly rights: Rights;
}

async function asKey(
  environment: Environment,
  board: Board,
  apikeyid: number,
): Promise<Known | undefined> {
  const key = await findApiKeyById(environment.database.reader(), apikeyid);
  if (key?.revoked !== 0) return undefined;
  if (key.expires !== 0 && key.expires <= environment.now()) return undefined;
  const actor = (await findActor(environment, board, key.userid)) ?? guest;
  const credential = {
    kind: 'key',
    id: String(apikeyid),
    scopes: 'all',
    owner: key.userid,
  } as const;
  const caller: Caller = { actor, authority: 'site', credential, host: '', board };
  return { caller, rights: expanded(key.rights) };
}

async function asMember(
  environment: Environment,
  board: Board,
  userid: number,
): Promise<Known | undefined> {
  const actor = await findActor(environment, board, userid);
  if (actor === undefined) return undefined;
  const caller: Caller = { actor, authority: 'own', credential: noCredential, host: '', board };
  return { caller, rights: expanded(['all']) };
}
