import { fromHtml } from '../../bbcode/from-html.ts';
import { shownHtml } from '../../bbcode/markup.ts';
import { sanitizeHtml } from '../../bbcode/sanitize.ts';
import { looksLikeHtml } from '../../bbcode/looks-like-html.ts';
import { hasTooManyTags } from '../../bbcode/html-tree.ts';
import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import type { Options } from '../../library/board/options.ts';
import type { Words } from '../../library/content/text.ts';
import { isBlank, isLonger } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';

/** How the text of a post is written. */
export interface WrittenAs {
  /**
   * `on` when `rawtext` is HTML and is to be shown as that, `on_nl2br` when its line ends are line breaks, too; what is not
   * on a list of harmless elements, attributes and styles is taken out, unless the site itself writes. BBCode of it is kept
   * beside it, for clients that know only that: who sends this back as it is changes nothing. `off` for all else.
   */
  htmlstate?: 'off' | 'on' | 'on_nl2br';
}

/** What a new post of any type may be given beside its content. */
export interface PostExtras extends WrittenAs {
  /** Tags for a topic, with commas between or as a list: see tags.addTags. */
  tags?: string[];
  /** When it is to be published, Unix seconds: until then only its author and moderators see it. A time that has passed means now. */
  publishdate?: Uint;
  /** Publishes it now, whatever `publishdate` says. */
  publish_now?: boolean;
  /** Marks it as featured: see node.setFeatured. */
  featured?: boolean;
  /** Who sees a topic: 0 members of the channel, its author and moderators, 1 members of the board, 2 everybody. */
  viewperms?: Uint;
  /** The part of a topic's address that tells what it is about; from the title when it is left out. */
  urlident?: string;
  /** There are no prefixes: a post with one is refused. */
  prefixid?: string;
  /** There are no icons: it has no effect. */
  iconid?: Uint;
  /** It follows from the title: it has no effect. */
  htmltitle?: string;
}

/** Switches for what is written in a post. Those of vBulletin that skip a check are not taken from a caller. */
export interface PostOptions {
  /**
   * Whether the text is HTML of a rich editor, which becomes BBCode. Without it a text is HTML where it has elements that
   * such editors write, no other angle brackets, and line ends only in and between blocks such as `<p>`. Who sends back
   * what they have read, or takes BBCode, says 0.
   */
  wysiwyg?: boolean;
  /** In HTML, line ends are line breaks; in BBCode they always are. */
  nl2br?: boolean;
  /** Bare links are always shown as links: it has no effect. */
  autoparselinks?: boolean;
}

/** What of an edit says when a post that still waits for its time is published. */
export interface TimeChanges {
  /** When, Unix seconds, for a post that still waits; a time that has passed means now. */
  publishdate?: Uint;
  /** Publishes it now. */
  publish_now?: boolean;
}

/** A post is planned for at most a year. */
const LONGEST_WAIT = 366 * 86_400;
/** As many of a member's posts wait for their time. */
export const MOST_SCHEDULED = 50;

/**
 * The time that a post is to wait for; undefined for now.
 * @throws ApiError `invalid_data` when that is too far off
 */
export function timeOf(
  {
    publishdate = 0,
    publish_now = false,
  }: { publishdate?: number | undefined; publish_now?: boolean | undefined },
  { now }: Pick<Context, 'now'>,
): number | undefined {
  if (publish_now || publishdate <= now) return undefined;
  if (publishdate > now + LONGEST_WAIT)
    throw new ApiError('invalid_data', 'data[publishdate]: it lies more than a year ahead');
  return publishdate;
}

/**
 * Who sees a new post, if the caller says so: of a topic no more than see its channel, of a reply those who see the topic.
 * @throws ApiError `invalid_data`
 */
export function audienceOf(
  viewperms: number | undefined,
  parent: { readonly starter: number; readonly viewperms: number },
): number | undefined {
  if (viewperms === undefined) return undefined;
  if (viewperms > 2) throw new ApiError('invalid_data', 'data[viewperms]: it must be 0, 1 or 2');
  if (parent.starter !== 0 && viewperms < parent.viewperms)
    throw new ApiError(
      'invalid_data',
      'data[viewperms]: it must not be less than that of the topic',
    );
  return Math.min(viewperms, parent.viewperms);
}

/** HTML may be so many times as long as the longest text. */
const LONGEST_MARKUP = 8;

/**
 * What is written, as BBCode: HTML of rich editors becomes that.
 * @throws ApiError `text_too_long` when the HTML is many times as long as the longest text, or has too many tags
 */
export function writtenText(
  text: string,
  { wysiwyg, nl2br = false }: PostOptions,
  { postmaxchars }: Pick<Options, 'postmaxchars'>,
): string {
  if (wysiwyg === false || isBlank(text)) return text;
  // Nothing is looked at that is longer than it can be.
  refuseLength(text, postmaxchars);
  if (wysiwyg === undefined && !looksLikeHtml(text)) return text;
  refuseTags(text, postmaxchars);
  return fromHtml(text, { nl2br });
}

function refuseLength(html: string, postmaxchars: number): void {
  if (isLonger(html, postmaxchars * LONGEST_MARKUP))
    throw new ApiError('text_too_long', postmaxchars);
}

function refuseTags(html: string, postmaxchars: number): void {
  if (hasTooManyTags(html)) throw new ApiError('text_too_long', postmaxchars);
}

/** @throws ApiError `invalid_data` when a prefix is wanted */
export function refusePrefix(prefixid = ''): void {
  if (prefixid !== '' && prefixid !== '0')
    throw new ApiError('invalid_data', 'there are no prefixes');
}

/** What a caller may have given, or not. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A text that a caller has written, and how. */
interface Written extends WrittenAs {
  readonly rawtext?: string;
}

/**
 * What a caller has written: BBCode, which HTML of rich editors becomes; or HTML that stays as it is, if the site writes it,
 * and harmless, if anybody else does.
 * @throws ApiError `text_too_long` when the HTML is many times as long as the longest text
 */
export function writtenPost(
  ctx: Context,
  { rawtext = '', htmlstate = 'off' }: Written,
  options: PostOptions,
): Words {
  if (htmlstate === 'off') return { rawtext: writtenText(rawtext, options, ctx.board.options) };
  const { postmaxchars } = ctx.board.options;
  refuseLength(rawtext, postmaxchars);
  refuseTags(rawtext, postmaxchars);
  const source = ctx.authority === 'site' ? rawtext : sanitizeHtml(rawtext);
  const markup = { source, htmlstate };
  const bbcode = fromHtml(shownHtml(markup));
  return isBlank(bbcode) ? { rawtext: '' } : { rawtext: bbcode, markup };
}

/** The same for what changes: see {@link writtenPost}. */
export function changedPost<T extends Written>(
  ctx: Context,
  data: T,
  options: PostOptions,
): T & Partial<Words> {
  return data.rawtext === undefined ? data : { ...data, ...writtenPost(ctx, data, options) };
}
