import type { ApiError } from '../../errors.ts';
import { printJson } from '../../gateway/json.ts';
import type { Style } from './style.ts';

/** An answer in the shape that vBulletin 3 and 4 give. */
export interface LegacyAnswer {
  readonly response: Readonly<Record<string, unknown>>;
  /** Which parts there are: 0 or 1, as numbers. */
  readonly show?: Readonly<Record<string, unknown>>;
  /** Only where somebody logs in or out. */
  readonly session?: Readonly<Record<string, unknown>>;
}

type Message = string | readonly (string | number)[];

/** Ids that are text though most clients would take a list: two of them compare with it. */
const alwaysText: ReadonlySet<string> = new Set([
  'redirect_postthanks',
  'redirect_postthanks_moderate',
  'redirect_duplicatepost',
  'redirect_duplicatethread',
  'redirect_lostpw',
  'redirect_editthanks',
  'redirect_deletepost',
  'search',
  'searchnoresults',
]);

/** Ids that are a list though nothing follows: clients take its first item. */
const alwaysList: ReadonlySet<string> = new Set([
  'cookieclear',
  'redirect_login',
  'redirect_updatethanks',
  'redirect_addlist_contact',
  'registration_complete',
  'badlogin',
  'strikes',
  'pm_messagesent',
]);

/** An `errormessage`, also of success: a text for a phrase without arguments, a list for one with. */
export function message(id: string, ...args: readonly (string | number)[]): Message {
  if (alwaysText.has(id)) return id;
  return args.length > 0 || alwaysList.has(id) ? [id, ...args] : id;
}

/** The answer that is nothing but a message. */
export function told(
  id: string,
  args: readonly (string | number)[] = [],
  show: LegacyAnswer['show'] = {},
): LegacyAnswer {
  return { response: { errormessage: message(id, ...args) }, show };
}

/** What a method is about, for the refusals that name it. */
export type Subject = 'thread' | 'forum' | 'post' | 'pm' | 'user' | 'poll' | 'album' | 'search';

/** The legacy id and arguments of a refusal; those that are not here keep their own. */
const legacyIds: Readonly<
  Record<string, (error: ApiError, about: Subject, guest: boolean) => readonly (string | number)[]>
> = {
  no_permission: (_error, _about, guest) => [noPermission(guest)],
  not_logged_no_permission: () => [noPermission(true)],
  invalid_node_id: (_, about) => ['invalidid', about],
  invalid_user_specified: () => ['invalidid', 'user'],
  invalid_search_resultid: () => ['invalidid', 'search'],
  missing_parameter: ({ id, args }, about) =>
    /id$|list$/.test(String(args[0])) ? ['noid', about] : [id, ...args],
  invalid_api_signature: ({ id, message: english }) => [id, english],
  missing_api_signature: ({ id, message: english }) => [id, english],
  invalid_accesstoken: ({ id, message: english }) => [id, english],
  invalid_clientid: ({ id, message: english }) => [id, english],
};

function noPermission(guest: boolean): string {
  return guest ? 'nopermission_loggedout' : 'nopermission_loggedin';
}

/** The legacy id of a refusal, and its arguments. */
export function refusalWords(
  error: ApiError,
  about: Subject,
  guest: boolean,
): readonly (string | number)[] {
  return legacyIds[error.id]?.(error, about, guest) ?? [error.id, ...error.args];
}

/** The answer that tells a refusal. */
export function refusal(error: ApiError, about: Subject, guest: boolean): LegacyAnswer {
  const [id = error.id, ...args] = refusalWords(error, about, guest);
  return { response: { errormessage: message(String(id), ...args) }, show: {} };
}

/** Prints an answer: numbers as text but for those that clients demand, no null, single elements as the client needs. */
export function printLegacy(answer: object, { collapsed }: Style): string {
  return printJson(collapsed.size === 0 ? answer : collapse(answer, collapsed), false);
}

function collapse(value: unknown, blocks: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => collapse(item, blocks));
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const inner = collapse(member, blocks);
    const single = blocks.has(name) && Array.isArray(inner) && inner.length === 1;
    return [name, single ? (inner[0] as unknown) : inner];
  });
  return Object.fromEntries(members);
}
