/** How answers look to one client: by the version it speaks, and by what it cannot do without. */
export interface Style {
  /** True for version 1: dates and times as text, private messages in groups of days. */
  readonly formatted: boolean;
  /** Blocks that are sent as their element when they have only one. */
  readonly collapsed: ReadonlySet<string>;
}

/** What a client, known by the name it gave to api_init, needs though its version says otherwise. */
interface Profile {
  readonly clientname: RegExp;
  readonly collapsed: readonly string[];
}

/**
 * Clients whose needs no answer for all could serve. M reads the one post of a topic as an object, and sends no version;
 * G speaks version 1 and reads only lists.
 */
const profiles: readonly Profile[] = [
  { clientname: /mod ?bot/i, collapsed: ['postbits'] },
  { clientname: /perceval|grimoire/i, collapsed: [] },
];

/**
 * What version 1 sends as an element. Not all that vBulletin 4 did: of forums, topics and results the clients of that
 * version read lists only.
 */
const collapsedInVersion1 = ['postbits', 'messagelistbits', 'pollbits'] as const;

/** @param version the client's `api_v`; anything but 1 is the newest */
export function styleOf(version: unknown, clientname: string): Style {
  const formatted = version === '1';
  const profile = profiles.find((one) => one.clientname.test(clientname));
  const collapsed = profile?.collapsed ?? (formatted ? collapsedInVersion1 : []);
  return { formatted, collapsed: new Set(collapsed) };
}

/** A day: `11-22-2026`; '' for never. In UTC. */
export function dayText(seconds: number): string {
  if (seconds === 0) return '';
  const [year, month, day] = isoOf(seconds).slice(0, 10).split('-');
  return `${month ?? ''}-${day ?? ''}-${year ?? ''}`;
}

/** A time of day: `03:41 AM`; '' for never. In UTC. */
export function clockText(seconds: number): string {
  if (seconds === 0) return '';
  const [hour = '0', minute = '00'] = isoOf(seconds).slice(11, 16).split(':');
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${String(Number(hour) % 12 || 12).padStart(2, '0')}:${minute} ${half}`;
}

/** A day in version 1, Unix seconds since. */
export function day(seconds: number, { formatted }: Style): string {
  return formatted ? dayText(seconds) : String(seconds);
}

/** A time of day in version 1, Unix seconds since. */
export function clock(seconds: number, { formatted }: Style): string {
  return formatted ? clockText(seconds) : String(seconds);
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
