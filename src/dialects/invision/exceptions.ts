import { ApiError, type ErrorId } from '../../errors.ts';

/** A row of Invision's error tables: what is told, with which status, and which error of the board it is. */
export interface Exception {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  /** As the log and the metrics know it. */
  readonly id: ErrorId;
  /** What the constant message does not say. */
  readonly hint: string;
}

/** Exceptions that any endpoint may answer with, in the order of the checks (dialects.md 1.3). */
export const exceptions = {
  addressBanned: {
    ...{ code: '1S290/A', message: 'IP_ADDRESS_BANNED', status: 403, id: 'no_permission' },
    hint: 'Nobody at this address may use the API.',
  },
  addressBannedForKeys: {
    ...{ code: '1S290/C', message: 'IP_ADDRESS_BANNED', status: 403, id: 'no_permission' },
    hint: 'Too many bad keys came from this address. An administrator can let it in again.',
  },
  tooManyBadKeys: {
    ...{ code: '1S290/D', message: 'TOO_MANY_REQUESTS_WITH_BAD_KEY', status: 429 },
    ...{ id: 'rate_limited', hint: 'Too many bad keys came from this address. Wait some minutes.' },
  },
  noApiKey: {
    ...{ code: '2S290/6', message: 'NO_API_KEY', status: 401, id: 'not_logged_no_permission' },
    hint: 'Send an API key as the user name of HTTP Basic, or an access token as "Authorization: Bearer".',
  },
  invalidApiKey: {
    ...{ code: '3S290/7', message: 'INVALID_API_KEY', status: 401, id: 'invalid_accesstoken' },
    hint: 'There is no such key, or it has been revoked, or its time is over.',
  },
  addressNotAllowed: {
    ...{ code: '2S290/8', message: 'IP_ADDRESS_NOT_ALLOWED', status: 403, id: 'no_permission' },
    hint: 'This key may be used from other addresses only.',
  },
  keyInUrl: {
    ...{ code: '2S290/B', message: 'CANNOT_USE_KEY_AS_URL_PARAM', status: 401 },
    ...{ id: 'no_permission', hint: 'This key may not stand in a URL. Send it in a header.' },
  },
  invalidAccessToken: {
    ...{ code: '3S290/9', message: 'INVALID_ACCESS_TOKEN', status: 401, id: 'invalid_accesstoken' },
    hint: 'There is no such access token. An API key is no token: it is sent with HTTP Basic.',
  },
  expiredAccessToken: {
    ...{ code: '1S290/E', message: 'EXPIRED_ACCESS_TOKEN', status: 401, id: 'invalid_accesstoken' },
    hint: 'Its time is over. Get another one with the refresh token.',
  },
  noScopes: {
    ...{ code: '3S290/B', message: 'NO_SCOPES', status: 403, id: 'insufficient_scope' },
    hint: 'This token was issued without any scope.',
  },
  invalidLanguage: {
    ...{ code: '2S290/9', message: 'INVALID_LANGUAGE', status: 400, id: 'invalid_parameter' },
    hint: 'X-IPS-Language must be the id of a language of the board.',
  },
  malformedApp: {
    ...{ code: '3S290/3', message: 'INVALID_APP', status: 400, id: 'not_found' },
    hint: 'The first level of the path has letters and digits only.',
  },
  malformedController: {
    ...{ code: '3S290/4', message: 'INVALID_CONTROLLER', status: 400, id: 'not_found' },
    hint: 'The second level of the path has letters and digits only.',
  },
  unknownApp: {
    ...{ code: '2S290/1', message: 'INVALID_APP', status: 404, id: 'not_found' },
    hint: 'The first level of the path must be one of: core, forums.',
  },
  appDisabled: {
    ...{ code: '1S290/2', message: 'APP_DISABLED', status: 503, id: 'not_offered' },
    hint: 'This board does not have that application.',
  },
  unknownController: {
    ...{ code: '2S290/5', message: 'INVALID_CONTROLLER', status: 404, id: 'not_found' },
    hint: 'There is no such second level of the path. See docs/invision.md.',
  },
  noEndpoint: {
    ...{ code: '2S291/1', message: 'NO_ENDPOINT', status: 404, id: 'not_found' },
    hint: 'Nothing is at this path. See docs/invision.md.',
  },
  badMethod: {
    ...{ code: '3S291/2', message: 'BAD_METHOD', status: 405, id: 'invalid_request_method' },
    hint: 'The header Allow names the methods that are taken here.',
  },
  noPermission: {
    ...{ code: '2S291/3', message: 'NO_PERMISSION', status: 403, id: 'insufficient_scope' },
    hint: 'The key or token has no right to this endpoint.',
  },
} as const satisfies Record<string, Exception>;

const missing = (what: string): string =>
  `There is no such ${what}, or the caller does not see it.`;

/** Exceptions of members' endpoints (dialects.md 1.4, dialects-additions A1.4). */
export const memberExceptions = {
  /** Of what is read or deleted. */
  invalidId: {
    ...{ code: '1C292/2', message: 'INVALID_ID', status: 404, id: 'invalid_user_specified' },
    hint: missing('member'),
  },
  /** Of what is changed. */
  invalidIdToEdit: {
    ...{ code: '2C292/7', message: 'INVALID_ID', status: 404, id: 'invalid_user_specified' },
    hint: missing('member'),
  },
  nameTaken: {
    ...{ code: '1C292/4', message: 'USERNAME_EXISTS', status: 400, id: 'usernametaken' },
    hint: 'Another member has this name, or one that looks the same.',
  },
  emailTaken: {
    ...{ code: '1C292/5', message: 'EMAIL_EXISTS', status: 400, id: 'emailtaken' },
    hint: 'Another member has this e-mail address.',
  },
  invalidGroup: {
    ...{
      code: '1C292/6',
      message: 'INVALID_GROUP',
      status: 400,
      id: 'invalid_usergroup_specified',
    },
    hint: 'The primary group is none of this board. Its guests are no group of members.',
  },
  invalidSecondaryGroup: {
    ...{
      code: '1C292/7',
      message: 'INVALID_GROUP',
      status: 400,
      id: 'invalid_usergroup_specified',
    },
    hint: 'One of the secondary groups is none of this board.',
  },
  noNameOrEmail: {
    ...{ code: '1C292/8', message: 'NO_USERNAME_OR_EMAIL', status: 400, id: 'missing_parameter' },
    hint: 'A member needs a name and an e-mail address: name, email.',
  },
} as const satisfies Record<string, Exception>;

/** Exceptions of forums, topics and posts (the same sources). */
export const forumExceptions = {
  invalidForum: {
    ...{ code: '1F363/1', message: 'INVALID_ID', status: 404, id: 'invalid_node_id' },
    hint: missing('forum'),
  },
  noTitle: {
    ...{ code: '1F363/2', message: 'NO_TITLE', status: 400, id: 'missing_parameter' },
    hint: 'A forum needs a title.',
  },
  noRedirectUrl: {
    ...{ code: '1F363/3', message: 'NO_REDIRECT_URL', status: 400, id: 'missing_parameter' },
    hint: 'A forum of the type redirect needs redirect_url.',
  },
  invalidType: {
    ...{ code: '1F363/4', message: 'INVALID_TYPE', status: 400, id: 'invalid_parameter' },
    hint: 'This board has forums of the types normal and category.',
  },
  noPassword: {
    ...{ code: '1F363/5', message: 'NO_PASSWORD', status: 400, id: 'not_offered' },
    hint: 'This board has no forums with a password. Choose who sees it with permissions.',
  },
  invalidTopic: {
    ...{ code: '2F294/9', message: 'INVALID_ID', status: 404, id: 'invalid_node_id' },
    hint: missing('topic'),
  },
  noForum: {
    ...{ code: '1F294/2', message: 'NO_FORUM', status: 400, id: 'invalid_node_id' },
    hint: `forum: ${missing('forum')}`,
  },
  noTopicAuthor: {
    ...{ code: '1F294/3', message: 'NO_AUTHOR', status: 400, id: 'invalid_user_specified' },
    hint: 'author must be the id of a member, or 0 together with author_name.',
  },
  noTopicPost: {
    ...{ code: '1F294/4', message: 'NO_POST', status: 400, id: 'missing_content' },
    hint: 'post: a topic needs a text.',
  },
  noTopicTitle: {
    ...{ code: '1F294/5', message: 'NO_TITLE', status: 400, id: 'title_required' },
    hint: 'title: a topic needs one.',
  },
  noPermission: {
    ...{ code: '2F294/A', message: 'NO_PERMISSION', status: 403, id: 'no_permission' },
    hint: 'The member may not do that there.',
  },
  noTopic: {
    ...{ code: '1F295/1', message: 'NO_TOPIC', status: 400, id: 'invalid_node_id' },
    hint: `topic: ${missing('topic')}`,
  },
  noAuthor: {
    ...{ code: '1F295/2', message: 'NO_AUTHOR', status: 400, id: 'invalid_user_specified' },
    hint: 'author must be the id of a member, or 0 together with author_name.',
  },
  noPost: {
    ...{ code: '1F295/3', message: 'NO_POST', status: 400, id: 'missing_content' },
    hint: 'post: a post needs a text.',
  },
  noAnonymity: {
    ...{ code: '3F295/C', message: 'NO_ANON_PERMISSION', status: 403, id: 'no_permission' },
    hint: 'The member may not post anonymously there.',
  },
  invalidPost: {
    ...{ code: '2F295/6', message: 'INVALID_ID', status: 404, id: 'invalid_node_id' },
    hint: missing('post'),
  },
  invalidAuthor: {
    ...{ code: '2F295/7', message: 'NO_AUTHOR', status: 400, id: 'invalid_user_specified' },
    hint: 'author must be the id of a member, or 0 together with author_name.',
  },
  firstPostShows: {
    ...{ code: '1F295/8', message: 'CANNOT_HIDE_FIRST_POST', status: 400, id: 'invalid_data' },
    hint: 'The first post shows as long as its topic: hide the topic.',
  },
  firstPostKeepsAuthor: {
    ...{ code: '1F295/9', message: 'CANNOT_AUTHOR_FIRST_POST', status: 400, id: 'invalid_data' },
    hint: 'The first post is by who has begun the topic: change the author of the topic.',
  },
  noPermissionToEdit: {
    ...{ code: '2F295/A', message: 'NO_PERMISSION', status: 403, id: 'no_permission' },
    hint: 'The member may not do that there.',
  },
  noReactor: {
    ...{ code: '1S425/6', message: 'NO_AUTHOR', status: 400, id: 'invalid_user_specified' },
    hint: 'author must be the id of a member.',
  },
  reactionFailed: {
    ...{ code: '1S425/7', message: 'REACT_ERROR', status: 400, id: 'no_permission' },
    hint: 'There is no such reaction, or the member may not react to this post.',
  },
  invalidReactionPost: {
    ...{ code: '1S425/8', message: 'INVALID_ID', status: 404, id: 'invalid_node_id' },
    hint: missing('post'),
  },
} as const satisfies Record<string, Exception>;

/** Exceptions of webhooks. No source names any: the codes are ours. */
export const webhookExceptions = {
  noUrl: {
    ...{ code: 'SP/W1', message: 'NO_URL', status: 400, id: 'missing_parameter' },
    hint: 'A webhook needs the address to call: url.',
  },
  noEvents: {
    ...{ code: 'SP/W2', message: 'NO_EVENTS', status: 400, id: 'missing_parameter' },
    hint: 'A webhook needs the events to tell of: events[].',
  },
  invalidId: {
    ...{ code: 'SP/W3', message: 'INVALID_ID', status: 404, id: 'invalid_data' },
    hint: 'There is no such webhook, or it was made with another key.',
  },
} as const satisfies Record<string, Exception>;

/** What a refusal adds to its exception. */
interface Further {
  /** What the hint is, where it can say more. */
  readonly hint?: string;
  /** Names and values by turns. */
  readonly headers?: readonly string[];
  /** Seconds to wait, for `rate_limited`. */
  readonly wait?: number;
}

/** A refusal in Invision's words: its text is the exception's, whatever the id's arguments would say. */
export class Refusal extends ApiError {
  readonly exception: Exception;
  readonly hint: string;
  readonly headers: readonly string[];

  constructor(exception: Exception, { hint, headers = [], wait }: Further = {}) {
    super(exception.id, ...((wait === undefined ? [] : [wait]) as never));
    this.exception = exception;
    this.hint = hint ?? exception.hint;
    this.headers = headers;
  }
}
