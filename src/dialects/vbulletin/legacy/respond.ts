import type { ApiError } from '../../../errors.ts';
import { escapeHtml } from '../../../bbcode/escape.ts';
import type { Style } from './style.ts';
import { Verbatim } from './verbatim.ts';

/** An answer in the shape that vBulletin 3 and 4 give. */
export interface LegacyAnswer {
  readonly response: Readonly<Record<string, unknown>>;
  /** Which parts there are: 0 or 1, as numbers. */
  readonly show?: Readonly<Record<string, unknown>>;
  /** Only where somebody logs in or out. */
  readonly session?: Readonly<Record<string, unknown>>;
  /** Only in the form for registering. */
  readonly vbphrase?: Readonly<Record<string, string>>;
}

type Word = string | number | Verbatim;
type Message = Word | readonly Word[];

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
export function message(id: string, ...args: readonly Word[]): Message {
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

/**
 * The answer as one client reads it: text escaped, single elements as it needs them.
 * @param bburl what addresses of avatars begin with
 */
export function rendered(value: unknown, style: Style, bburl: string): unknown {
  if (typeof value === 'string') return style.escaped ? escaped(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Verbatim) return verbatimText(value, style, bburl);
  const inner = (item: unknown): unknown => rendered(item, style, bburl);
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, inner(item)]));
  const members = Object.entries(value).map(([name, member]) => {
    const shown = inner(member);
    const single = style.collapsed.has(name) && Array.isArray(shown) && shown.length === 1;
    return [name, single ? (shown[0] as unknown) : shown];
  });
  return Object.fromEntries(members);
}

/** As PHP writes it: J sends titles back, and its `&#039;` is understood. */
function escaped(text: string): string {
  return escapeHtml(text).replaceAll('&#39;', '&#039;');
}

function verbatimText({ text, isAvatar }: Verbatim, { formatted }: Style, bburl: string): string {
  const isOwn = isAvatar && formatted && text.startsWith(`${bburl}/`);
  return isOwn ? text.slice(bburl.length + 1) : text;
}
