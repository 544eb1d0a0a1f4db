import type { Ask } from '../call/ask.ts';
import { fillIn } from '../errors.ts';
import type { Options } from '../library/board/options.ts';
import { chooseLanguage, phraseGroup } from '../library/board/phrase.ts';
import type { english } from '../phrases/english.ts';
import type { Html } from './html.ts';

/** A text of the pages. */
export type Word = keyof typeof english.page;

/** The API methods that pages show the answers of. */
export const pageMethods = [
  'node.fetchChannelNodeTree',
  'node.fetchForumChannel',
  'node.getNode',
  'node.getNodes',
  'node.listNodeFullContent',
  'node.listNodeFullContentCount',
  'search.getPageNumber',
  'user.fetchProfileInfo',
] as const;

export type PageMethod = (typeof pageMethods)[number];

/** A guest who looks at a page. */
export interface Visit {
  /** The id in the path; 0 without one. */
  readonly id: number;
  readonly query: URLSearchParams;
  readonly ask: Ask<PageMethod>;
  readonly baseUrl: string;
  readonly options: Options;
  readonly language: Language;
}

/** What a visitor reads in. */
export interface Language {
  /** As `lang` of HTML has it. */
  readonly code: string;
  readonly say: (word: Word, ...args: readonly (string | number)[]) => string;
}

/** What a page shows. */
export interface View {
  readonly title: string;
  /** Its own address, which all spellings of it have in common. */
  readonly url: string;
  readonly main: Html;
  /** A sentence or two for search engines and messengers. */
  readonly description?: string;
  /** A picture that goes with it. */
  readonly picture?: string;
  /** The channels that it lies in, the uppermost first. */
  readonly path?: readonly { readonly title: string; readonly url: string }[];
  /** True for a page on which one does something, and so is not told that it is for reading. */
  readonly acts?: boolean;
  /** True where search engines have nothing to look for. */
  readonly unlisted?: boolean;
}

/** Another page, where what was asked for is shown. */
export interface Elsewhere {
  readonly to: string;
  /** True when that will never be different. */
  readonly forGood?: boolean;
}

/** A page: how it is called in the log, under which paths it is found, and what it shows. */
export interface Page {
  readonly name: string;
  readonly paths: readonly string[];
  /** @throws ApiError when there is nothing for a guest to see */
  show(visit: Visit): Promise<View | Elsewhere>;
}

/** The texts of the pages in a language of the board. */
export function languageFor(languageid: number): Language {
  const texts = phraseGroup('page', languageid) ?? {};
  return {
    code: chooseLanguage(languageid).languagecode,
    say: (word, ...args) => fillIn(texts[word] ?? '', args),
  };
}
