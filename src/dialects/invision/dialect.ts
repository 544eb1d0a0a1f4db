import type { Outcome } from '../../call/dispatch.ts';
import { noteKeyUse } from '../../call/key.ts';
import { ApiError } from '../../errors.ts';
import { readAddress } from '../../network.ts';
import type { Environment } from '../../call/environment.ts';
import type { Dialect } from '../../http/dialect.ts';
import { isOwn } from './address.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { authorFor } from './author.ts';
import { approach, authenticate } from './checks.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { type Given, readTakes, type Takes } from './kinds.ts';
import { refusal, reply } from './reply.ts';
import { buildTable, type Row, showersIn } from './table.ts';
import { InvisionVisit } from './visit.ts';

/** All: which of them an endpoint takes is said only to who may call. */
const verbs: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']);

/** Invision Community's: `/api/{app}/{controller}`, with keys and OAuth tokens. */
export function invision(environment: Environment): Dialect<InvisionVisit> {
  const { caches, config } = environment;
  const table = buildTable(environment);
  const showers = showersIn(table);
  return {
    name: 'invision',
    bodies: 'looked at',
    verbs: (path) => (isOwn(path, config.BASE_PATH) ? verbs : undefined),
    begin: async (arrival) => new InvisionVisit(environment, arrival, await caches.board()),
    approach,
    uploads: async () => false,
    authenticate: (visit) => authenticate(visit, table),
    async answer(visit) {
      const { row } = visit;
      if (row === undefined) throw new Error('a visit of nothing has passed the checks');
      const { result, queries } = await perform(visit, row);
      const shows = showers.get(row);
      if (shows === undefined) return { reply: reply(200, result), queries };
      visit.board = await caches.board();
      visit.id = (result as { id: number }).id;
      const shown = await perform(visit, shows);
      return { reply: reply(200, shown.result), queries: queries + shown.queries };
    },
    answered(visit) {
      logUse(visit, 200);
    },
    async refuse(error, visit) {
      const reply = refusal(error, visit.row?.endpoint.refuses ?? {}, visit.languageid);
      if (visit.known) logUse(visit, reply.status);
      return reply;
    },
    refuseUnread: (error) => refusal(error, {}, 0),
  };
}

/** Does what an endpoint is for. @throws ApiError */
async function perform(visit: InvisionVisit, row: Row): Promise<Outcome<object>> {
  const { environment, id, child, parameters, scopes, keyOwner: owner } = visit;
  const { endpoint } = row;
  const given = readTakes(endpoint.takes, parameters);
  const author = endpoint.actsFor && (await authorFor(visit, given));
  // in whose name it is done, for the log; whose key it is stands beside it
  visit.actor = author ?? visit.actor;
  const address = visit.authority === 'site' ? addressGiven(endpoint, given) : undefined;
  const input = { given, id, child, scopes, author, owner, empty: parameters.empty };
  return askEndpoint(environment, visit.caller(address), row, input);
}

/** From which address the site says that a member acts. @throws ApiError `invalid_parameter` when it is none */
function addressGiven({ addressIn }: AnyEndpoint, given: Given<Takes>): string | undefined {
  const sent = addressIn === undefined ? undefined : given[addressIn];
  if (typeof sent !== 'string' || sent === '') return undefined;
  const address = readAddress(sent);
  if (address === undefined)
    throw new ApiError('invalid_parameter', addressIn ?? '', 'it must be an IP address');
  return address;
}

/** Writes down what was asked with a key whose requests are logged; nobody waits for that. */
function logUse(
  { environment, logged, credential, row, actor, arrival }: InvisionVisit,
  status: number,
): void {
  if (logged === 0 || row === undefined) return;
  const endpoint = `${row.app}/${row.controller}/${row.name}`;
  const use = { endpoint, status, userid: actor.userid, ipaddress: arrival.host };
  noteKeyUse(environment, Number(credential.id), use);
}
