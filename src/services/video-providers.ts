import { webUrl } from '../bbcode/tags.ts';

/** A video as its provider knows it. */
export interface VideoItem {
  /** `youtube`, `vimeo`, `dailymotion` or `twitch`. */
  readonly provider: string;
  /** The provider's id of the video. */
  readonly code: string;
  /** The page of the video, at the provider's. */
  readonly url: string;
  /** What a frame in a page shows. */
  readonly embedurl: string;
  /** A picture of it; missing where no rule says where that lies. */
  readonly thumburl?: string | undefined;
}

interface Provider {
  /** Without a leading `www.` or `m.`. */
  readonly hosts: readonly string[];
  /** Where the code stands: its one group. It is matched with the path and query. */
  readonly paths: readonly RegExp[];
  readonly page: (code: string) => string;
  readonly embed: (code: string) => string;
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
    page: (code) => `https://www.youtube.com/watch?v=${code}`,
    embed: (code) => `https://www.youtube-nocookie.com/embed/${code}`,
    thumb: (code) => `https://img.youtube.com/vi/${code}/hqdefault.jpg`,
  },
  vimeo: {
    hosts: ['vimeo.com', 'player.vimeo.com'],
    paths: [
      /^\/(?:video\/|channels\/[\w-]{1,50}\/|groups\/[\w-]{1,50}\/videos\/)?(\d{1,12})(?!\w)/,
    ],
    page: (code) => `https://vimeo.com/${code}`,
    embed: (code) => `https://player.vimeo.com/video/${code}`,
  },
  dailymotion: {
    hosts: ['dailymotion.com'],
    paths: [/^\/(?:embed\/)?video\/([a-z\d]{5,12})(?![a-z\d])/i],
    page: (code) => `https://www.dailymotion.com/video/${code}`,
    embed: (code) => `https://www.dailymotion.com/embed/video/${code}`,
    thumb: (code) => `https://www.dailymotion.com/thumbnail/video/${code}`,
  },
  twitch: {
    hosts: ['twitch.tv'],
    paths: [/^\/videos\/(\d{1,12})(?!\w)/],
    page: (code) => `https://www.twitch.tv/videos/${code}`,
    embed: (code) => `https://player.twitch.tv/?video=v${code}`,
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
  const { hostname, pathname, search, username, port } = new URL(plain);
  if (username !== '' || port !== '') return undefined;
  const host = hostname.replace(/^(?:www|m)\./, '');
  const [short, folder] = Object.hasOwn(shortHosts, host) ? (shortHosts[host] ?? none) : none;
  const path = `${folder}${pathname}${search}`;
  for (const [name, provider] of Object.entries(providers)) {
    if (name !== short && !provider.hosts.includes(host)) continue;
    const code = provider.paths.map((pattern) => pattern.exec(path)?.[1]).find(Boolean);
    if (code !== undefined) return videoItem(name, code);
  }
  return undefined;
}

/** The video of a provider; undefined when the provider is not known any more. */
export function videoItem(name: string, code: string): VideoItem | undefined {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (provider === undefined) return undefined;
  return {
    ...{ provider: name, code, url: provider.page(code), embedurl: provider.embed(code) },
    thumburl: provider.thumb?.(code),
  };
}
