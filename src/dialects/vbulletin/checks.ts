import { wholeNumberIn } from '../../call/cast.ts';
import { ApiError, type PlainErrorId } from '../../errors.ts';
import { findClient } from '../../library/access/apiclient.ts';
import { findLastLogin, type Found, tokenOfHash } from '../../library/access/session.ts';
import { md5 } from '../../md5.ts';
import type { Quota } from '../../memory/limits.ts';
import { networkOf } from '../../network.ts';
import { type Form, isOwnSpelling, stringOf, verifyRequest } from '../../protocol/signature.ts';
import { isNotOffered } from '../../reference/not-offered.ts';
import type { Call } from './call.ts';
import { refuseOverflow } from './parameters.ts';

/** Throws what it refuses; where it has to wait, it returns a promise. */
type Check = (call: Call) => unknown;

/**
 * What a call must pass, in this order; what is too large or says two things was refused while it was read. Who calls
 * comes before what is called: whoever has not signed learns nothing about methods.
 */
const callerChecks: readonly Check[] = [
  sessionRecalled,
  apiEnabled,
  clientAndTokenKnown,
  signatureRight,
];

const checks: readonly Check[] = [
  ...callerChecks,
  methodKnown,
  notBanned,
  boardOpen,
  withinRate,
  withinSearches,
];

/** api.init comes before there is a client: token and signature are taken into account where they are right. */
const initChecks: readonly Check[] = [
  apiEnabled,
  methodKnown,
  clientRecalled,
  signatureNoted,
  memberRecalled,
  withinRate,
];

/** Methods that answer though the board is closed or the member banned: the way in and the way out. */
const alwaysOpen: ReadonlySet<string> = new Set([
  'api.init',
  'api.methods',
  'user.login',
  'user.login2',
  'user.loginSpecificUser',
  'user.needMFA',
  'user.logout',
  'user.logoutAllDevices',
  'user.fetchCurrentUserinfo',
  'options.fetch',
  'phrase.fetch',
  'phrase.renderPhrases',
  'options.fetchValues',
]);

/** The ids of all tables are 32-bit numbers. */
const MOST_ID = 2_147_483_647;

/** @throws ApiError the first check that fails */
export async function authenticate(call: Call): Promise<void> {
  await passAll(isInit(call) ? initChecks : checks, call);
}

async function passAll(all: readonly Check[], call: Call): Promise<void> {
  for (const check of all) {
    const waiting = check(call);
    if (waiting instanceof Promise) await waiting;
  }
}

/**
 * What is checked before a body is read: a caller whom the query names is refused by the query alone.
 * @throws ApiError the first check that fails
 */
export function approach(call: Call): Promise<void> | undefined {
  refuseOverflow(call.params);
  return call.bodyUnread ? approachUnread(call) : undefined;
}

async function approachUnread(call: Call): Promise<void> {
  if (isInit(call)) {
    await recognise(call);
    await withinRate(call);
  } else if (call.apiClientId !== '' && call.token !== '' && call.signature !== '') {
    if (await needsBody(call)) return;
    await passAll([...callerChecks, withinRate], call);
  }
}

/** Where wrong signatures are explained, the body is part of that: its fields may have been signed, or ask why. */
async function needsBody(call: Call): Promise<boolean> {
  if (call.environment.config.API_DEBUG === 'off') return false;
  await recognise(call);
  return call.form === undefined;
}

/** Finds out whether the parameters that have been read are a caller's, rightly signed. */
export async function recognise(call: Call): Promise<void> {
  await sessionRecalled(call);
  if (call.signature !== '') verify(call);
}

/** Finds the client of a call that was refused before anybody asked for it, so that the refusal can be signed. */
export async function recogniseClient(call: Call): Promise<void> {
  if (call.client === undefined) await recallClient(call);
}

function isInit(call: Call): boolean {
  return call.operation?.asks.includes('api.init') === true;
}

function apiEnabled(call: Call): void {
  if (call.board.options.enableapi === 0) throw new ApiError('api_disabled');
}

function methodKnown(call: Call): void {
  if (call.method === '') throw new ApiError('missing_parameter', 'api_m');
  if (call.operation !== undefined) return;
  throw new ApiError(
    isNotOffered(call.method.trim()) ? 'not_offered' : 'invalid_api_method',
    shown(call.method),
  );
}

/** A caller's own text as part of an answer: short and printable. */
function shown(text: string): string {
  return text.replace(/[^ -~]/g, '?').slice(0, 100);
}

/** Comes early, so that the later refusals are signed. */
function sessionRecalled(call: Call): Promise<void> | undefined {
  const found = call.environment.caches.session(call.token, call.environment.now(), call.board);
  if (found instanceof Promise) {
    return found.then((read) => {
      enter(call, read);
    });
  }
  enter(call, found);
  return undefined;
}

function enter(call: Call, found: Found | undefined): void {
  if (found !== undefined && found.client.apiclientid === clientId(call)) call.enter(found);
}

function clientAndTokenKnown(call: Call): Promise<void> | undefined {
  return call.session === undefined ? refuseToken(call) : undefined;
}

/** The id of the client, read like every number of a call; undefined when it is none. */
function clientId(call: Call): number | undefined {
  return wholeNumberIn(call.apiClientId);
}

/** A dead token is an everyday event and no attack: its owner must hear of it, wherever they are. */
async function refuseToken(call: Call): Promise<void> {
  await recallClient(call);
  if (call.client !== undefined) throw new ApiError('invalid_accesstoken');
  await refuseFailure(call, 'invalid_clientid');
}

/**
 * Counts a failure for the network that it came from.
 * @throws ApiError `rate_limited` in the place of the error when there were too many
 */
async function refuseFailure(call: Call, id: PlainErrorId): Promise<never> {
  await call.environment.limits.failed(call.host);
  throw new ApiError(id);
}

async function recallClient(call: Call): Promise<void> {
  const id = clientId(call);
  if (id === undefined || id < 1 || id > MOST_ID) return;
  call.client = await findClient(call.environment.database.reader(), id);
}

function signatureRight(call: Call): Promise<void> | undefined {
  if (call.signature === '') throw new ApiError('missing_api_signature');
  verify(call);
  return call.form === undefined ? refuseFailure(call, 'invalid_api_signature') : undefined;
}

function verify(call: Call): void {
  if (call.form !== undefined) return;
  const answering = call.secrets();
  if (answering === undefined) return;
  const { query, get } = call.params;
  const strict = call.environment.config.SIGNATURE_MODE === 'strict';
  const secrets = { ...answering, token: call.sentToken };
  const form = verifyRequest(md5, query, get, call.signature, secrets, { strict });
  if (form !== undefined && !couldBeAnswer(form, call)) call.form = form;
}

/**
 * Whether the string signed is JSON. Where the API key is empty, requests and answers are signed alike: a refusal that
 * anybody can provoke, sent back as a query, would bring along its signature. PHP's forms cannot be JSON.
 */
function couldBeAnswer(form: Form, { params }: Call): boolean {
  if (!isOwnSpelling(form)) return false;
  try {
    JSON.parse(stringOf(form, params.query, params.get) ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Clients send `null`, nothing or 0 for the id they do not have yet. */
async function clientRecalled(call: Call): Promise<void> {
  if (/^\s*(null)?\s*$/.test(call.apiClientId) || clientId(call) === 0) return;
  await recallClient(call);
  if (call.client === undefined) await refuseFailure(call, 'invalid_clientid');
  await sessionRecalled(call);
  if (call.session === undefined) await recallByHash(call);
}

/** A login answers with a new session hash, and a client may begin again with that. */
async function recallByHash(call: Call): Promise<void> {
  if (call.sentToken === '' || call.client === undefined) return;
  const { client, environment } = call;
  const db = environment.database.reader();
  await enterByToken(call, await tokenOfHash(db, client.apiclientid, call.sentToken));
}

async function enterByToken(call: Call, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  enter(call, await call.environment.caches.session(token, call.environment.now(), call.board));
}

/** How long after a login a client gets its member's session back without naming it. */
const LOGIN_GRACE = 600;

/**
 * The manual has clients log in and then begin again with their id alone. Ids are numbers that anybody can guess: only
 * a client that signs, with its secret and no token, gets the session that its member has logged in with.
 */
async function memberRecalled(call: Call): Promise<void> {
  const { client, environment, form, session, token } = call;
  if (client === undefined || form === undefined || session !== undefined) return;
  if (!/^(null)?$/.test(token)) return;
  const since = environment.now() - LOGIN_GRACE;
  const db = environment.database.reader();
  await enterByToken(call, await findLastLogin(db, client.apiclientid, since));
}

function signatureNoted(call: Call): void {
  if (call.signature !== '') verify(call);
}

function notBanned(call: Call): void {
  if (call.user.ban !== undefined && !isAlwaysOpen(call)) {
    throw new ApiError('user_banned', call.user.ban.reason, call.user.ban.liftdate);
  }
}

function boardOpen(call: Call): void {
  const { bbactive, bbclosedreason } = call.board.options;
  if (bbactive === 1 || isAlwaysOpen(call)) return;
  if (!call.board.permissionsOf(call.user).isAdministrator)
    throw new ApiError('bbclosed', bbclosedreason);
}

function isAlwaysOpen(call: Call): boolean {
  return call.operation?.asks.every((name) => alwaysOpen.has(name)) === true;
}

/**
 * A signed call counts for its caller, an api.init that is not signed for its network: each once, before its body is
 * read where that can be.
 */
function withinRate(call: Call): Promise<void> | undefined {
  if (call.counted) return undefined;
  call.counted = true;
  return counting(call)?.then((quota) => {
    call.quota = quota;
  });
}

function counting(call: Call): Promise<Quota> | undefined {
  const { limits } = call.environment;
  if (call.form !== undefined) return limits.calling(callerOf(call));
  return isInit(call) ? limits.beginning(call.host) : undefined;
}

/** Methods that look through the whole board. */
const searches: ReadonlySet<string> = new Set([
  'search.getInitialResults',
  'search.getInitialNodes',
  'search.getSearchResult',
]);

/** Guests count together by network, since a new session is to be had for nothing. */
function withinSearches(call: Call): Promise<unknown> | undefined {
  if (call.operation?.asks.some((name) => searches.has(name)) !== true) return undefined;
  const { user, host } = call;
  return call.environment.limits.searching(user.userid > 0 ? callerOf(call) : networkOf(host));
}

/** Whom a limit is for: a member, however many phones they have, or a guest's session. */
function callerOf({ user, session }: Call): string {
  return user.userid > 0 ? `member ${user.userid}` : `session ${session?.apiaccesstoken ?? ''}`;
}
