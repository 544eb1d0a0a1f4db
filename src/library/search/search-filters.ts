import type { Struct, Uint } from '../../protocol/types.ts';

/** Yes or no: `1`, `true`, `yes`, `on`, or `0`, `false`, `no`, `off`; empty is no. */
export type SearchFlag = boolean | number | string;

/** An id, or several: in a list, or in a text with commas between. */
export type SearchIds = Uint | string | readonly (Uint | string)[];

/** A period (`lastDay`), a day (`2024-12-31`), a number of days, or Unix seconds. */
export type SearchDate = string | number;

/** What results may be sorted by. `last_post`, `user`, `replies` and `rank` are other names of four of them. */
export type SearchSort =
  | 'publishdate'
  | 'lastcontent'
  | 'last_post'
  | 'created'
  | 'started'
  | 'title'
  | 'author'
  | 'user'
  | 'textcount'
  | 'replies'
  | 'displayorder'
  | 'votes'
  | 'relevance'
  | 'rank';

/** The filters of a search (`search_json`). All are optional, and what is found fits all that are there. */
export interface SearchFilters {
  /** Words that must be there, with `OR`, `NOT`, `-` and quotation marks. */
  readonly keywords?: string;
  /** Looks for the words in titles alone. */
  readonly title_only?: SearchFlag;
  /** A part of a name; or a list of names and ids; or `iFollow`, `myFriends` (who follow the caller, too). */
  readonly author?: string | readonly (string | Uint)[];
  /** `author` is a whole name. */
  readonly exactname?: SearchFlag;
  /** At most 50. */
  readonly authorid?: SearchIds;
  /** From then on, or between two dates. */
  readonly date?: SearchDate | { readonly from?: SearchDate; readonly to?: SearchDate };
  /** What the caller follows, or the members whom another follows, by his id. */
  readonly follow?:
    | 'followMembers'
    | 'followContent'
    | 'followChannel'
    | 'followBoth'
    | 'followAll'
    | Readonly<Record<string, Uint | string>>;
  /** The same as `follow` with `followChannel`. */
  readonly my_following?: SearchFlag;
  /** Finds posts of members whom the caller ignores, too, if he may ban members. */
  readonly include_blocked?: SearchFlag;
  /** Of a topic: it has at least one of these, in a list or in a text with commas or blanks between. */
  readonly tag?: string | readonly string[];
  /** Topics. */
  readonly starter_only?: SearchFlag;
  /** Replies, whatever `include_starter` says. */
  readonly reply_only?: SearchFlag;
  /** Comments. */
  readonly comment_only?: SearchFlag;
  /** Messages on profiles. */
  readonly visitor_messages_only?: SearchFlag;
  /** Messages on the profiles of these members. */
  readonly sentto?: SearchIds;
  /** What is featured. */
  readonly featured?: SearchFlag;
  /** Content types by name (`Text`, `vBForum_Text`) or id. */
  readonly type?: SearchIds;
  /** None of these content types. */
  readonly exclude_type?: SearchIds;
  /** Content types by id. */
  readonly contenttypeid?: SearchIds;
  /** What lies below these channels or topics. */
  readonly channel?: SearchIds;
  /** How many levels below `channel`; 0 for all. */
  readonly depth?: Uint | string;
  /** What `channel` names is found, too. */
  readonly include_starter?: SearchFlag;
  /** Without these nodes and all below them. */
  readonly exclude?: SearchIds;
  /** These nodes alone. */
  readonly specific?: SearchIds;
  /** The blogs or groups that the caller has a part in. */
  readonly my_channels?: { readonly type: 'blog' | 'group' };
  /** What is deleted, as far as the caller sees it; of private messages those in the trash. */
  readonly deleted_only?: SearchFlag;
  /** Without what is deleted, which moderators find otherwise. */
  readonly exclude_deleted?: SearchFlag;
  /** What waits for a moderator, as far as the caller sees it. */
  readonly unapproved_only?: SearchFlag;
  /** What the caller has not read, no older than the option `markinglimit`; of private messages those not read. */
  readonly unread_only?: SearchFlag;
  /** Sticky topics. */
  readonly sticky_only?: SearchFlag;
  /** Without sticky topics. */
  readonly exclude_sticky?: SearchFlag;
  /** Sticky topics come first. */
  readonly include_sticky?: SearchFlag;
  /** Without what is protected, and without private messages. */
  readonly ignore_protected?: SearchFlag;
  /** There are no prefixes: nothing has one. */
  readonly prefix?: string | readonly string[];
  /** There are no prefixes: nothing is found. */
  readonly has_prefix?: SearchFlag;
  /** There are no prefixes: everything is found. */
  readonly no_prefix?: SearchFlag;
  /** What results are made of, and how they are sorted where `sort` does not say. */
  readonly view?:
    | ''
    | 'activity'
    | 'topic'
    | 'conversation_thread'
    | 'conversation_stream'
    | 'conversation_thread_search';
  /** A field, or at most four, each with its direction. */
  readonly sort?:
    SearchSort | readonly SearchSort[] | Readonly<Partial<Record<SearchSort, 'asc' | 'desc' | ''>>>;
  /** With `channel`: keeps up to 10,000 results instead of the option `maxresults`, all sorted. */
  readonly nolimit?: SearchFlag;
  /** Comes back as it was. */
  readonly custom?: string | Struct;
  /** Has no effect: each search is made anew. */
  readonly ignore_cache?: SearchFlag;
  /** Has no effect: contents are whole. */
  readonly include_attach?: SearchFlag;
}
