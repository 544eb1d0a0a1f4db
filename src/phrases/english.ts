/**
 * The texts that are no errors, in English: what apps show, and what mails say. `{1}`-style arguments are filled in.
 * Group by group, as `phrase.fetchByGroup` names them; the texts of errors are the group `error`.
 */
export const english = {
  /** What the error `not_offered` names. */
  feature: byThemselves(
    'blogs',
    'calendar',
    'articles',
    'Facebook',
    'mobile publishing',
    'notices',
    'approval of attachments',
  ),
  /** Why an error refuses what people have written: its last argument, behind the name of a parameter or alone. */
  reason: byThemselves(
    'this board requires it, as MM-DD-YYYY',
    'there is no such day, or it is yet to come',
    'it must be MM-DD-YYYY, or empty',
    'it has at most 250 characters, and no control characters',
    'it looks like a title of the board or its staff',
    'it must be hours from -12 to 14, such as -3.5',
    'it has at most {1} characters',
    'a poll has at least two options',
    'an option needs a text',
    'an option has at most {1} characters',
    'two options are the same',
    'timeout must lie in the future',
    'only one option can be chosen',
    'at most {1} options at once',
    'a tag has at least {1} characters, but not {2}',
    'a tag has at most {1} characters, but not {2}',
    'it is not JSON',
    'it is not JSON at character {1}',
    'The ban ends on {1} (UTC).',
    'a tag cannot contain {1}',
    'topics alone have tags',
    'a comment takes no comments',
    'a redirect takes no replies',
    'at most {1} posts wait for their time',
    'it lies more than a year ahead',
    'a message on a profile is published at once',
    'the post is published already',
    'there are no prefixes',
    'a reason has at most {1} characters',
    'a description has at most {1} characters',
    'it has 1 to {1} characters, all of them visible',
    'at most {1} characters are allowed',
    'at most {1} words are allowed',
    'there is no word to look for',
    'the quotation mark at character {1} is not closed',
    'it is empty',
    'it must be a picture',
    'a gallery needs a picture',
    'the square lies outside the picture',
    'it must be a web address',
    'it must be an uploaded file',
    'it must be a whole number',
  ),
  global: {
    /** For apps that show the arguments of the error `badlogin`. */
    badlogin_strikes: 'The username or password is wrong. That was try {1} of {2}.',
    guest: 'Guest',
    members: 'Members',
    login: 'Log in',
    logout: 'Log out',
    register: 'Register',
    username: 'Username',
    password: 'Password',
    email: 'E-mail address',
    lost_password: 'Forgot your password?',
    forums: 'Forums',
    topics: 'Topics',
    posts: 'Posts',
    reply: 'Reply',
    post_new_topic: 'New topic',
    quote: 'Quote',
    edit: 'Edit',
    delete: 'Delete',
    report: 'Report',
    search: 'Search',
    save: 'Save',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    /** The title of a request before the one who is to be followed. */
    follow_request: '{1} wants to follow you',
    forum_rules_registration: 'Registration: the rules of this community',
    forum_rules_description:
      'Registration is free. By registering you agree to write nothing that is against the law, offends, threatens or deceives others, or belongs to somebody else, and to send no advertisements that nobody asked for. Those who run this community may change, move or delete what you write, and end your membership.',
    coppa_rules_description:
      'You are too young to register on your own: one of your parents has to agree.',
    registration_complete: 'Your registration is complete.',
    moderateuser: 'Your address is confirmed. An administrator will look at your registration.',
    emailchanged: 'Your new e-mail address is confirmed.',
    setnewpw_message: 'Your password has been changed. Log in with the new one.',
  },
  /** What the pages for browsers say. */
  page: {
    home: 'Home',
    you_are_here: 'You are here',
    channels: 'Channels',
    posts: 'Posts',
    joined: 'Joined',
    pages: 'Pages',
    page_of: 'Page {1} of {2}',
    previous_page: '← Previous',
    next_page: 'Next →',
    posts_count: 'Posts: {1}',
    replies_count: 'Replies: {1}',
    voters_count: 'Voters: {1}',
    sticky: 'Pinned',
    closed: 'Closed',
    edited: 'edited',
    picture: 'Picture',
    attachments: 'Attachments',
    pictures_count: 'Pictures: {1}',
    pictures_for_members: 'They are for members. Log in with the app to see them.',
    no_topics: 'There are no topics here that everybody may read.',
    open_in_app: 'Open in the app',
    read_only: 'This page is for reading. To write, use the app.',
    api_at: 'Apps reach this board at {1}.',
    api_reference: 'Reference for developers of apps',
    for_members: 'This is for members. Log in with the app to read it.',
    not_found_title: 'There is nothing here to see',
    not_found: 'What this address leads to does not exist, or only members may see it.',
    members_title: 'For members',
    closed_title: 'The board is closed',
    refused_title: 'This did not work',
  },
  emailsubject: {
    activateaccount: 'Your registration at {1}',
    changeemail: 'Your new e-mail address at {1}',
    lostpw: 'Your password at {1}',
    reportpost: 'A post at {1} has been reported',
    webhookoff: 'A webhook of {1} has been switched off',
  },
  emailbody: {
    activateaccount:
      'Hello {2},\n\nsomebody, probably you, has registered with this e-mail address at {1}\n({3}). To confirm the address, enter this in the app:\n\nNumber: {4}\nCode: {5}\n\nIf it was not you, do nothing.\n',
    changeemail:
      'Hello {2},\n\nthis is to become your e-mail address at {1} ({3}).\nTo confirm it, enter this in the app:\n\nNumber: {4}\nCode: {5}\n\nIf it was not you, do nothing.\n',
    lostpw:
      'Hello {2},\n\nsomebody, probably you, has asked for a new password at {1} ({3}).\nTo choose one within a day, enter this in the app:\n\nNumber: {4}\nCode: {5}\n\nIf it was not you, do nothing: your password stays as it is.\n',
    reportpost:
      'Hello,\n\n{2} has reported a post at {1} ({3}):\n\nTopic: {4}\nAuthor: {5}\nPost: {6}\n\n{7}\n',
    webhookoff:
      'Hello {2},\n\nfor days nothing could be delivered to a webhook of {1} ({3}), so it has been switched off:\n\nAddress: {4}\nLast failure: {5}\n\nDelivering something again switches it on.\n',
  },
} as const;

export type Feature = keyof typeof english.feature;
export type PhraseGroup = keyof typeof english;
export type MailName = keyof typeof english.emailsubject;

/** Texts that are found by what they say. */
function byThemselves<const T extends string>(...texts: readonly T[]): { readonly [K in T]: K } {
  return Object.fromEntries(texts.map((text) => [text, text])) as { readonly [K in T]: K };
}
