import { webUrl } from './url.ts';

/** A video as its provider knows it. */
export interface VideoItem {
  /** `youtube`, `vimeo`, `dailymotion` or `twitch`. */
  readonly provider: string;
  /** The provider's id of the video. */
  readonly code: string;
  /** The page of the video, at the provider's, with where it begins, its list, or the key of an unlisted one. */
  readonly url: string;
  /** What a frame in a page shows. */
  readonly embedurl: string;
  /** A picture of it; missing where no rule says where that lies. */
  readonly thumburl?: string | undefined;
}

/** What of an address matters beside the code, tidy: a part that it does not have is missing. */
type Extras = Readonly<Record<string, string>>;

interface Provider {
  /** Without a leading `www.` or `m.`. */
  readonly hosts: readonly string[];
  /** Where the code stands: its one group. It is matched with the path and query. */
  readonly paths: readonly RegExp[];
  /** What else of the address matters. */
  readonly extras?: (url: URL) => Record<string, string | undefined>;
  readonly page: (code: string, extras: Extras) => string;
  readonly embed: (code: string, extras: Extras) => string;
  readonly thumb?: (code: string) => string;
}

/** Providers are never asked: a URL says which video it is, or it is none. */
const providers: Readonly<Record<string, Provider>> = {
  youtube: {
    hosts: ['youtube.com', 'music.youtube.com', 'youtube-nocookie.com'],
    paths: [
      /^\/watch\?(?:[^#]*&)?v=([\w-]{11})(?![\w-])/,
      /^\/(?:embed|shorts|live|v)\/([\w-]{11})(?![\w-])/,
    ],
    extras: ({ searchParams, hash }) => ({
      start: seconds(searchParams.get('t') ?? searchParams.get('start') ?? timeIn(hash)),
      list: matching(searchParams.get('list'), /^[\w-]{2,64}$/),
    }),
    page: (code, { start, list }) =>
      withQuery('https://www.youtube.com/watch', { v: code, list, t: start && `${start}s` }),
    embed: (code, { start, list }) =>
      withQuery(`https://www.youtube-nocookie.com/embed/${code}`, { start, list }),
    thumb: (code) => `https://img.youtube.com/vi/${code}/hqdefault.jpg`,
  },
  vimeo: {
    hosts: ['vimeo.com', 'player.vimeo.com'],
    paths: [
      /^\/(?:video\/|channels\/[\w-]{1,50}\/|groups\/[\w-]{1,50}\/videos\/)?(\d{1,12})(?!\w)/,
    ],
    extras: ({ pathname, searchParams, hash }) => ({
      // The key without which an unlisted video does not play.
      h: matching(searchParams.get('h') ?? /^\/\d+\/(\w+)\/?$/.exec(pathname)?.[1], /^\w{6,32}$/),
      start: seconds(timeIn(hash)),
    }),
    page: (code, { h, start }) =>
      `https://vimeo.com/${code}${h ? `/${h}` : ''}${start ? `#t=${start}s` : ''}`,
    embed: (code, { h, start }) =>
      withQuery(`https://player.vimeo.com/video/${code}`, { h }) + (start ? `#t=${start}s` : ''),
  },
  dailymotion: {
    hosts: ['dailymotion.com'],
    paths: [/^\/(?:embed\/)?video\/([a-z\d]{5,12})(?![a-z\d])/i],
    extras: ({ searchParams }) => ({
      start: seconds(searchParams.get('start')),
      playlist: matching(searchParams.get('playlist'), /^[a-z\d]{2,20}$/i),
    }),
    page: (code, extras) => withQuery(`https://www.dailymotion.com/video/${code}`, extras),
    embed: (code, extras) => withQuery(`https://www.dailymotion.com/embed/video/${code}`, extras),
    thumb: (code) => `https://www.dailymotion.com/thumbnail/video/${code}`,
  },
  twitch: {
    hosts: ['twitch.tv'],
    paths: [/^\/videos\/(\d{1,12})(?!\w)/],
    extras: ({ searchParams }) => ({ start: seconds(searchParams.get('t')) }),
    page: (code, { start }) =>
      withQuery(`https://www.twitch.tv/videos/${code}`, { t: start && `${start}s` }),
    embed: (code, { start }) =>
      withQuery('https://player.twitch.tv/', { video: `v${code}`, time: start && `${start}s` }),
  },
};

/** Short forms: the host, and the path that it stands for. */
const shortHosts: Readonly<Record<string, readonly [provider: string, path: string]>> = {
  'youtu.be': ['youtube', '/v'],
  'dai.ly': ['dailymotion', '/video'],
};

const none = ['', ''] as const;

/** The video that a URL is of; undefined when it is of none that is known. */
export function videoOf(text: string): VideoItem | undefined {
  const plain = webUrl(text);
  if (plain === undefined || !URL.canParse(plain)) return undefined;
  const url = new URL(plain);
  const { hostname, pathname, search, username, port } = url;
  if (username !== '' || port !== '') return undefined;
  const host = hostname.replace(/^(?:www|m)\./, '');
  const [short, folder] = Object.hasOwn(shortHosts, host) ? (shortHosts[host] ?? none) : none;
  const path = `${folder}${pathname}${search}`;
  for (const [name, provider] of Object.entries(providers)) {
    if (name !== short && !provider.hosts.includes(host)) continue;
    const code = provider.paths.map((pattern) => pattern.exec(path)?.[1]).find(Boolean);
    if (code !== undefined) return itemOf(name, provider, code, given(provider.extras?.(url)));
  }
  return undefined;
}

/** The video with this code; undefined when the provider has none such. */
export function videoItem(name: string, code: string): VideoItem | undefined {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (provider === undefined) return undefined;
  const item = videoOf(provider.page(code, {}));
  return item?.provider === name && item.code === code ? item : undefined;
}

function itemOf(name: string, provider: Provider, code: string, extras: Extras): VideoItem {
  return {
    provider: name,
    code,
    url: provider.page(code, extras),
    embedurl: provider.embed(code, extras),
    thumburl: provider.thumb?.(code),
  };
}

function given(extras: Record<string, string | undefined> = {}): Extras {
  const there = Object.entries(extras).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(there);
}

function withQuery(url: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams(given(parameters)).toString();
  return query === '' ? url : `${url}?${query}`;
}

function matching(text: string | null | undefined, pattern: RegExp): string | undefined {
  return text && pattern.test(text) ? text : undefined;
}

function timeIn(hash: string): string | undefined {
  return /^#t=(.*)$/.exec(hash)?.[1];
}

/** `90`, `90s` and `1h1m30s` as seconds. */
function seconds(time: string | null | undefined): string | undefined {
  const parts = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(time ?? '');
  if (!parts) return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = parts;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return total > 0 ? String(total) : undefined;
}
