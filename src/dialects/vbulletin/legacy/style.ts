import type { Call } from '../call.ts';

/** How answers look to one client: by the version it speaks, by what it cannot do without, and by who reads them. */
export interface Style {
  /** True for version 1: dates and times as text, private messages in groups of days. */
  readonly formatted: boolean;
  /** Blocks that are sent as their element when they have only one. */
  readonly collapsed: ReadonlySet<string>;
  /** True where text is escaped as HTML; what is HTML, or the source of a post, never is. */
  readonly escaped: boolean;
  /** Seconds that the reader's clock is ahead of UTC. */
  readonly clockoffset: number;
}

/** What a client, known by the name it gave to api_init, needs though its version says otherwise. */
interface Profile {
  readonly clientname: RegExp;
  readonly collapsed: readonly string[];
  /** For a client that compares texts, such as its member's name, and prints no HTML. */
  readonly escaped?: false;
}

/**
 * Clients whose needs no answer for all could serve. M reads the one post of a topic as an object, and sends no version;
 * it is a program without a page, and compares names. G speaks version 1 and reads only lists.
 */
const profiles: readonly Profile[] = [
  { clientname: /mod ?bot/i, collapsed: ['postbits'], escaped: false },
  { clientname: /perceval|grimoire/i, collapsed: [] },
];

/**
 * What version 1 sends as an element. Not all that vBulletin 4 did: of forums, topics and results the clients of that
 * version read lists only.
 */
const collapsedInVersion1 = ['postbits', 'messagelistbits', 'pollbits'] as const;

/**
 * @param version the client's `api_v`; anything but 1 is the newest
 * @param clockoffset of the reader, in seconds
 */
export function styleOf(version: unknown, clientname: string, clockoffset: number): Style {
  const formatted = version === '1';
  const profile = profiles.find((one) => one.clientname.test(clientname));
  const collapsed = profile?.collapsed ?? (formatted ? collapsedInVersion1 : []);
  return {
    formatted,
    collapsed: new Set(collapsed),
    escaped: profile?.escaped ?? true,
    clockoffset,
  };
}

/**
 * Whether a call comes from J, the one client that writes `"`, `'`, backslash and tab as character references in every
 * text it sends. It is known by its way of calling: in Java, the query again as the body, and never a version.
 */
export function isEscaped({ params, agent }: Pick<Call, 'params' | 'agent'>): boolean {
  return agent.startsWith('Java/') && !params.all.has('api_v') && isSentTwice(params);
}

/** A name that is in both has the same value in both, else the call was refused. */
function isSentTwice({ get, post }: Call['params']): boolean {
  return post.size > 0 && post.size === get.size && [...post.keys()].every((name) => get.has(name));
}

/** A day: `11-22-2026`; '' for never. By the reader's clock. */
export function dayText(seconds: number, style: Style): string {
  if (seconds === 0) return '';
  const [year, month, day] = isoOf(seconds, style).slice(0, 10).split('-');
  return `${month ?? ''}-${day ?? ''}-${year ?? ''}`;
}

/** A time of day: `03:41 AM`; '' for never. By the reader's clock. */
function clockText(seconds: number, style: Style): string {
  if (seconds === 0) return '';
  const [hour = '0', minute = '00'] = isoOf(seconds, style).slice(11, 16).split(':');
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${String(Number(hour) % 12 || 12).padStart(2, '0')}:${minute} ${half}`;
}

/** A day in version 1, Unix seconds since. */
export function day(seconds: number, style: Style): string {
  return style.formatted ? dayText(seconds, style) : String(seconds);
}

/** A time of day in version 1, Unix seconds since. */
export function clock(seconds: number, style: Style): string {
  return style.formatted ? clockText(seconds, style) : String(seconds);
}

const DAY = 86_400;

/** The days of the reader's calendar, counted. */
export function dayNumber(seconds: number, { clockoffset }: Style): number {
  return Math.floor((seconds + clockoffset) / DAY);
}

function isoOf(seconds: number, { clockoffset }: Style): string {
  return new Date((seconds + clockoffset) * 1000).toISOString();
}

export function flag(value: boolean): number {
  return value ? 1 : 0;
}
