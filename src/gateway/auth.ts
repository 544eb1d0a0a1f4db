import { hash } from 'node:crypto';
import { ApiError } from '../errors.ts';
import { findClient } from '../library/apiclient.ts';
import type { Found } from '../library/session.ts';
import {
  type Form,
  isOwnSpelling,
  type Md5,
  stringOf,
  verifyRequest,
} from '../protocol/signature.ts';
import type { Call } from './call.ts';

/** MD5 of a byte string, in one shot. */
export const md5: Md5 = (bytes) => hash('md5', Buffer.from(bytes, 'latin1'));

/** Throws what it refuses; where it has to wait, it returns a promise. */
type Check = (call: Call) => unknown;

/** What a call must pass, in this order; what is too large or says two things was refused while it was read. */
const checks: readonly Check[] = [
  addressAdmitted,
  sessionRecalled,
  apiEnabled,
  methodKnown,
  clientAndTokenKnown,
  signatureRight,
  notBanned,
  boardOpen,
  withinRate,
];

/** api.init comes before there is a client: token and signature are taken into account where they are right. */
const initChecks: readonly Check[] = [
  addressAdmitted,
  apiEnabled,
  methodKnown,
  clientRecalled,
  signatureNoted,
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

/** @throws ApiError the first check that fails */
export async function authenticate(call: Call): Promise<void> {
  const isInit = call.called?.asks.includes('api.init') === true;
  for (const check of isInit ? initChecks : checks) {
    const waiting = check(call);
    if (waiting instanceof Promise) await waiting;
  }
}

function addressAdmitted(call: Call): Promise<void> | undefined {
  return call.environment.limits.admit(call.host);
}

function apiEnabled(call: Call): void {
  if (call.board.options.enableapi === 0) throw new ApiError('api_disabled');
}

function methodKnown(call: Call): void {
  if (call.method === '') throw new ApiError('missing_parameter', 'api_m');
  if (call.called === undefined) throw new ApiError('invalid_api_method', shown(call.method));
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
  if (found !== undefined && String(found.client.apiclientid) === clientId(call)) call.enter(found);
}

function clientAndTokenKnown(call: Call): Promise<void> | undefined {
  return call.session === undefined ? refuseToken(call) : undefined;
}

/** Some clients print their id as a floating-point number. */
function clientId(call: Call): string {
  return call.apiClientId.replace(/\.0+$/, '');
}

async function refuseToken(call: Call): Promise<void> {
  await recallClient(call);
  await call.environment.limits.failed(call.host);
  throw new ApiError(call.client === undefined ? 'invalid_clientid' : 'invalid_accesstoken');
}

async function recallClient(call: Call): Promise<void> {
  const id = clientId(call);
  if (!/^\d{1,9}$/.test(id)) return;
  call.client = await findClient(call.environment.database.reader(), Number(id));
}

async function signatureRight(call: Call): Promise<void> {
  if (call.signature === '') throw new ApiError('missing_api_signature');
  verify(call);
  if (call.form !== undefined) return;
  await call.environment.limits.failed(call.host);
  throw new ApiError('invalid_api_signature');
}

function verify(call: Call): void {
  const secrets = call.secrets();
  if (secrets === undefined || call.session === undefined) return;
  const { query, get } = call.params;
  const strict = call.environment.config.SIGNATURE_MODE === 'strict';
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
  if (/^(null|0?)$/.test(clientId(call))) return;
  await recallClient(call);
  if (call.client === undefined) {
    await call.environment.limits.failed(call.host);
    throw new ApiError('invalid_clientid');
  }
  await sessionRecalled(call);
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
  return call.called?.asks.every((name) => alwaysOpen.has(name)) === true;
}

function withinRate(call: Call): Promise<void> | undefined {
  return call.environment.limits.calling(call.host);
}
