import { languages } from '../../library/board/phrase.ts';
import { Refusal, exceptions } from './exceptions.ts';
import { recognise, addressFree } from './recognition.ts';
import { allows } from './rights.ts';
import type { Verb } from './endpoint.ts';
import { disabledApps, placeAt, type Table } from './table.ts';
import type { InvisionVisit } from './visit.ts';

/**
 * What is checked before a body is read: the address, and the caller where a header or the URL names one.
 * @throws ApiError the first check that fails
 */
export async function approach(visit: InvisionVisit): Promise<void> {
  await addressFree(visit);
  if (visit.sent !== undefined) await enter(visit);
}

/** Runs all checks, in the order that their texts ask for (dialects.md 1.3). @throws ApiError the first that fails */
export async function authenticate(visit: InvisionVisit, table: Table): Promise<void> {
  if (!visit.known) await enter(visit);
  languageKnown(visit);
  endpointKnown(visit, table);
  permitted(visit);
}

/** Finds out who calls, and counts the call for them. */
async function enter(visit: InvisionVisit): Promise<void> {
  await recognise(visit);
  visit.known = true;
  visit.quota = await visit.environment.limits.calling(visit.owner.name);
}

function languageKnown(visit: InvisionVisit): void {
  const sent = visit.arrival.headers['x-ips-language'];
  if (sent === undefined) return;
  const found = languages.find(({ languageid }) => String(languageid) === String(sent).trim());
  if (found === undefined) throw new Refusal(exceptions.invalidLanguage);
  visit.languageid = found.languageid;
}

const plain = /^[a-z0-9]+$/i;

function endpointKnown(visit: InvisionVisit, table: Table): void {
  const [app = '', controller = '', ...below] = visit.address.levels;
  if (app !== '' && !plain.test(app)) throw new Refusal(exceptions.malformedApp);
  if (controller !== '' && !plain.test(controller))
    throw new Refusal(exceptions.malformedController);
  const controllers = table.get(app.toLowerCase());
  if (controllers === undefined) {
    const disabled = disabledApps.has(app.toLowerCase());
    throw new Refusal(disabled ? exceptions.appDisabled : exceptions.unknownApp);
  }
  const shapes = controllers.get(controller.toLowerCase());
  if (shapes === undefined) throw new Refusal(exceptions.unknownController);
  const { rows, id, child } = placeAt(shapes, below);
  if (rows.size === 0) throw new Refusal(exceptions.noEndpoint);
  const row = rows.get(verbOf(visit.arrival.verb) ?? 'GET');
  if (row === undefined || verbOf(visit.arrival.verb) === undefined)
    throw new Refusal(exceptions.badMethod, { headers: ['Allow', [...rows.keys()].join(', ')] });
  Object.assign(visit, { row, id, child });
}

/** A PUT changes what a POST changes, and a HEAD is a GET. */
function verbOf(verb: string): Verb | undefined {
  return verbs.get(verb);
}

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['GET', 'GET'],
  ['HEAD', 'GET'],
  ['POST', 'POST'],
  ['PUT', 'POST'],
  ['DELETE', 'DELETE'],
]);

function permitted({ row, rights = [], authority, actor }: InvisionVisit): void {
  if (row === undefined) return;
  if (!allows(rights, row)) throw new Refusal(exceptions.noPermission);
  const { only } = row.endpoint;
  if (only === 'site' && authority !== 'site')
    throw new Refusal(exceptions.noPermission, {
      hint: 'Only an API key, or a token of client credentials, may do this.',
    });
  if (only === 'member' && actor.userid === 0)
    throw new Refusal(exceptions.noPermission, {
      hint: "Only a member's own access token may ask this.",
    });
}
