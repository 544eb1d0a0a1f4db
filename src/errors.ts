/**
 * The phrase table: every error id a caller can meet, its HTTP status for REST dialects, and its English text with
 * `{1}`-style arguments. Where the text does not show all arguments of an error, their names stand behind it. Ids come from vb-api §1.6; those the documentation leaves open are marked "ours".
 */
export const phrases = {
  // the call itself
  invalid_api_method: [404, 'There is no method {1}.'], // ours
  missing_parameter: [400, 'The parameter {1} is missing.'], // ours
  invalid_parameter: [400, 'The parameter {1} is not valid: {2}.'], // ours
  conflicting_parameters: [
    400,
    'The parameter {1} is in the URL and in the body with different values.',
  ], // ours
  too_many_parameters: [400, 'A request may have at most {1} parameters.'], // ours
  parameters_too_deep: [400, 'Parameters may be nested at most {1} levels deep.'], // ours
  request_too_large: [413, 'The request body is larger than {1} bytes.'], // ours
  request_timeout: [408, 'The request did not arrive in time.'], // ours
  header_too_large: [431, 'The request line and headers are larger than {1} bytes.'], // ours
  bad_request: [400, 'The request is not valid HTTP.'], // ours
  invalid_content_type: [415, 'A body must be urlencoded, multipart or JSON, not {1}.'], // ours
  invalid_body: [400, 'The request body cannot be read: {1}.'], // ours
  invalid_request_method: [405, 'The HTTP method {1} is not taken here.'], // ours
  not_offered: [501, 'This board has no {1}.'], // ours
  not_found: [404, 'Nothing is here. The API answers at {1}.'], // ours
  // who is calling
  api_disabled: [503, 'The API is switched off.'], // ours
  invalid_clientid: [401, 'The API client is not known. Call api.init without api_c.'],
  invalid_accesstoken: [401, 'The access token is not valid. Call api.init again with api_c.'],
  missing_api_signature: [401, 'The signature api_sig is missing.'],
  invalid_api_signature: [401, 'The signature api_sig is wrong.'],
  user_banned: [403, 'This account is banned. {1}', ['reason', 'when it ends']], // ours
  bbclosed: [503, '{1}'],
  toobusy: [503, 'The board is too busy. Try again in a moment.'],
  storage_full: [507, 'The board cannot store anything at the moment.'], // ours
  rate_limited: [429, 'Too many calls. Try again in {1} seconds.'], // ours
  unexpected_error: [500, 'Something went wrong here. Quote {1} when you report it.'],
  // rights and ids
  no_permission: [403, 'You may not do that.'],
  insufficient_scope: [403, 'This key or token is not for {1}.'], // ours
  not_logged_no_permission: [401, 'Log in first.'],
  last_administrator: [409, 'The board needs an administrator. Make another member one first.'], // ours
  invalid_node_id: [404, 'There is no node {1}.'],
  invalid_user_specified: [404, 'There is no such user.'],
  invalid_data: [400, 'The data is not valid: {1}.'],
  // searching
  invalid_search: [400, 'The search cannot be used. {1}: {2}.'], // ours
  invalid_search_resultid: [404, 'There is no search result {1}.'], // ours
  // logging in, members
  badlogin: [401, 'The username or password is wrong.', ['tries so far', 'tries allowed']],
  strikes: [429, 'Too many failed logins. Wait {1} minutes.'],
  usernametaken: [409, 'The username {1} is taken.'],
  usernametooshort: [400, 'A username has at least {1} characters.'],
  usernametoolong: [400, 'A username has at most {1} characters.'],
  usernameinvalid: [400, 'This username cannot be used.'], // ours
  emailtaken: [409, 'This e-mail address is registered already.'],
  invalidemail: [
    400,
    'This is no e-mail address, or has other characters than ASCII before the @.',
  ],
  passwordinvalid: [400, 'A password has at least {1} characters.'], // ours
  badpassword: [401, 'The current password is wrong.'], // ours
  registration_closed: [403, 'The board takes no new members at the moment.'], // ours
  humanverify_missing: [400, 'Answer the question, or write what the picture shows, first.'],
  humanverify_image_wronganswer: [400, 'That is not what the picture shows.'],
  humanverify_question_wronganswer: [400, 'The answer to the question is wrong.'],
  invalidactivateid: [400, 'This code is wrong, or its time is over.'], // ours
  under_thirteen_registration_denied: [403, 'You are too young to register.'], // ours
  mfa_required: [401, 'An authentication code is needed (extraAuthInfo[mfa_authcode]).'], // ours
  mfa_invalid: [401, 'The authentication code is wrong.'], // ours
  mfa_disabled: [403, 'The board has no authentication by codes.'], // ours
  mfa_not_prepared: [400, 'Call user.resetMfaSecret first.'], // ours
  invalid_usergroup_specified: [404, 'There is no such usergroup.'], // ours
  cannot_ignore_staff: [403, 'Staff of a higher level cannot be ignored.'], // ours
  ignorelist_full: [400, 'You may ignore at most {1} members.'], // ours
  sigtoolong: [400, 'A signature has at most {1} characters.'], // ours
  sigtoomanyimages: [400, 'A signature has at most {1} images.'], // ours
  required_field_x_missing_or_invalid: [400, 'The field {1} is missing or cannot be used.'], // ours
  // content
  threadclosed: [403, 'The topic is closed.'],
  postfloodcheck: [429, 'You may post once every {1} seconds. Wait {2} more.'],
  duplicate_post: [409, 'You have just posted this: node {1}.'], // ours
  missing_content: [400, 'A post needs a text.'], // ours
  title_required: [400, 'A title is needed.'], // ours
  title_too_long: [400, 'A title has at most {1} characters.'], // ours
  text_too_long: [400, 'A post has at most {1} characters.'], // ours
  edit_time_over: [403, 'You could edit this for {1} minutes; they are over.'], // ours
  too_many_tags: [
    400,
    'You may give this topic at most {1} tags, and it takes no more than the board allows.',
  ], // ours
  // polls, links, videos, galleries
  nopolloptionselected: [400, 'Choose one of the options.'],
  invalid_poll_option: [404, 'There is no poll option {1}.'],
  useralreadyvote: [409, 'You have voted already.'],
  poll_closed: [403, 'The poll is closed.'], // ours
  poll_has_votes: [403, 'Somebody has voted: {1} cannot be changed any more.'], // ours
  too_many_polloptions: [400, 'A poll has at most {1} options.'], // ours
  invalid_url: [400, 'This is not a web address.'], // ours
  unknown_video_provider: [400, 'Videos of this site are not known.'], // ours
  too_many_videos: [400, 'A post has at most {1} videos.'], // ours
  vmturnedoff: [403, '{1} takes no messages on the profile from you.'], // ours
  already_reported: [409, 'You have reported this already.'], // ours
  invalid_version: [404, 'There is no version {1} of this post.'], // ours
  // files
  invalid_filedata_id: [404, 'There is no file {1}.'], // ours
  invalid_attachment_id: [404, 'There is no attachment {1}.'], // ours
  invalid_file: [400, 'This is no file that can be taken: {1}.'],
  invalid_file_data: [
    400,
    'The file is damaged, of a type that is not taken, or text that is not UTF-8.',
  ],
  upload_stopped_by_extension: [415, 'Files of the type {1} are not taken.'],
  upload_file_exceeds_limit: [413, 'A file may have at most {1} bytes.'],
  upload_exceeds_dimensions: [413, 'The picture has too many pixels.'],
  upload_quota_exceeded: [413, 'All your uploads may have at most {1} bytes.'], // ours
  upload_file_failed: [400, 'The file could not be fetched.'],
  upload_writefile_failed: [507, 'The file could not be stored.'],
  too_many_attachments: [400, 'A post may have at most {1} attachments.'], // ours
  node_cannot_be_answer: [400, 'Only a reply can be the answer to its topic.'],
  is_already_answer: [409, 'The post {1} is an answer already.'],
  is_not_answer: [409, 'The post {1} is no answer.'],
  category_takes_no_topics: [400, 'This channel is a category: post in one of its channels.'], // ours
  // private messages
  pmrecipientsnotfound: [404, 'There is no member {1}.'],
  pmrecipturnedoff: [403, '{1} takes no private messages.'],
  pmrecipquotaexceeded: [409, 'The private messages of {1} are full.'], // ours
  pmquotaexceeded: [409, 'Your private messages are full: you may keep {1}. Delete some first.'], // ours
  pmturnedoff: [403, 'You have switched private messages off.'], // ours
  pmnorecipients: [400, 'There is nobody to send this private message to.'], // ours
  pmtoomanyrecipients: [400, 'A private message goes to at most {1} members.'], // ours
  pmfoldertaken: [409, 'You have a folder {1} already.'], // ours
  pmtoomanyfolders: [409, 'You may have at most {1} folders.'], // ours
} as const satisfies Record<string, ErrorEntry>;

export type ErrorEntry = readonly [status: number, text: string, args?: readonly string[]];

export type ErrorId = keyof typeof phrases;
export type ErrorArgument = string | number;

/** The arguments of an error: those that are named behind its text, or else as many as the text shows. */
export type ArgumentsOf<Id extends ErrorId> = Id extends ErrorId
  ? Taken<(typeof phrases)[Id]>
  : never;

type Taken<E extends ErrorEntry> = E extends readonly [number, string, infer Names]
  ? { readonly [Index in keyof Names]: ErrorArgument }
  : Shown<E[1]>;

type Shown<Text extends string> = Text extends `${string}{2}${string}`
  ? readonly [ErrorArgument, ErrorArgument]
  : Text extends `${string}{1}${string}`
    ? readonly [ErrorArgument]
    : readonly [];

/** The errors without arguments. */
export type PlainErrorId = {
  [Id in ErrorId]: ArgumentsOf<Id> extends readonly [] ? Id : never;
}[ErrorId];

/** A refusal with an id from {@link phrases}. Everything else that is thrown is a bug and answers `unexpected_error`. */
export class ApiError<Id extends ErrorId = ErrorId> extends Error {
  readonly id: ErrorId;
  readonly args: readonly ErrorArgument[];

  constructor(id: Id, ...args: ArgumentsOf<Id>) {
    super(phrase(id, args));
    this.name = 'ApiError';
    this.id = id;
    this.args = args;
  }

  /** The HTTP status for dialects that have one; `api.php` always answers 200. */
  get status(): number {
    return phrases[this.id][0];
  }
}

/** The English text of an error with its arguments filled in. */
function phrase(id: ErrorId, args: readonly ErrorArgument[]): string {
  return fillIn(phrases[id][1], args);
}

/** Fills the `{1}`-style arguments of a text in. */
export function fillIn(text: string, args: readonly ErrorArgument[]): string {
  return text.replace(/\{(\d)\}/g, (_, n: string) => String(args[Number(n) - 1] ?? ''));
}
