import { findActor } from '../../call/actor.ts';
import { type BadKey, recogniseKey } from '../../call/key.ts';
import { recogniseToken } from '../../call/token.ts';
import type { Board } from '../../library/board/board.ts';
import { networkList } from '../../network.ts';
import type { Sent } from './credential.ts';
import { type Exception, exceptions, Refusal } from './exceptions.ts';
import { expanded } from './rights.ts';
import type { InvisionVisit } from './visit.ts';

/**
 * Refuses addresses that nobody may call from: those that an administrator has banned, and those that sent too many bad
 * keys. @throws Refusal
 */
export async function addressFree(visit: InvisionVisit): Promise<void> {
  const { environment, arrival, board } = visit;
  if (bansOf(board)(arrival.host)) throw new Refusal(exceptions.addressBanned);
  const { state, wait, tries } = await environment.badKeys.state(arrival.host);
  visit.badKeys = tries;
  if (state === 'banned') throw new Refusal(exceptions.addressBannedForKeys);
  if (state === 'blocked' && environment.config.BAD_KEY_SPARE === 'off') throw tooMany(wait);
}

/** They are read once for a board, since there may be many. */
const bans = new WeakMap<Board, (host: string) => boolean>();

function bansOf(board: Board): (host: string) => boolean {
  const known = bans.get(board) ?? networkList(board.options.banip.split(/\s+/));
  bans.set(board, known);
  return known;
}

function tooMany(wait: number): Refusal {
  return new Refusal(exceptions.tooManyBadKeys, { wait });
}

/** Finds out who calls. @throws Refusal when nobody does, or with a credential that is no good here */
export async function recognise(visit: InvisionVisit): Promise<void> {
  const { sent } = visit;
  if (sent === undefined) throw new Refusal(exceptions.noApiKey);
  await (sent.kind === 'key' ? enterByKey(visit, sent) : enterByToken(visit, sent));
}

const refusals: Readonly<Record<BadKey, Exception>> = {
  unknown: exceptions.invalidApiKey,
  revoked: exceptions.invalidApiKey,
  expired: exceptions.invalidApiKey,
  address: exceptions.addressNotAllowed,
  url: exceptions.keyInUrl,
};

async function enterByKey(visit: InvisionVisit, { value, inUrl }: Sent): Promise<void> {
  const { arrival, board, environment } = visit;
  const { host } = arrival;
  const found = await recogniseKey(environment, { value, dialect: 'invision', host, inUrl });
  if (typeof found === 'string') {
    if (found === 'unknown' || found === 'revoked') await countBad(visit);
    throw new Refusal(refusals[found]);
  }
  if (visit.badKeys > 0) await environment.badKeys.forgive(host);
  const { key, credential } = found;
  const { logged } = key;
  Object.assign(visit, { authority: 'site', credential, rights: expanded(key.rights), logged });
  visit.keyOwner = await findActor(environment, board, key.userid);
  // whoever the site does not act for, it is they who stand on record
  visit.actor = visit.keyOwner ?? visit.actor;
}

/** @throws Refusal when the address is blocked by now: where good keys are let in from there, bad ones are not */
async function countBad({ arrival, environment }: InvisionVisit): Promise<void> {
  await environment.badKeys.count(arrival.host);
  const { state, wait } = await environment.badKeys.state(arrival.host);
  if (state !== 'free') throw tooMany(wait);
}

async function enterByToken(visit: InvisionVisit, { value }: Sent): Promise<void> {
  const { board, environment } = visit;
  const found = await recogniseToken(environment, board, value);
  if (found === 'expired') throw new Refusal(exceptions.expiredAccessToken);
  if (found === 'unknown') {
    await countBad(visit);
    throw new Refusal(exceptions.invalidAccessToken);
  }
  if (visit.badKeys > 0) await environment.badKeys.forgive(visit.arrival.host);
  const { credential, member, maker, rights, scopes } = found;
  if (scopes.length === 0) throw new Refusal(exceptions.noScopes);
  const authority = member === undefined ? 'site' : 'own';
  Object.assign(visit, { authority, credential, rights: expanded(rights), scopes });
  visit.actor = member ?? maker ?? visit.actor;
  visit.keyOwner = member === undefined ? maker : undefined;
}
