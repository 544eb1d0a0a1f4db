/**
 * The texts that are no errors, in English: what apps show, and what mails say. `{1}`-style arguments are filled in.
 * Group by group, as `phrase.fetchByGroup` names them; the texts of errors are the group `error`.
 */
export const english = {
  /** What the error `not_offered` names. */
  feature: {
    blogs: 'blogs',
    calendar: 'calendar',
    articles: 'articles',
    Facebook: 'Facebook',
    'mobile publishing': 'mobile publishing',
    notices: 'notices',
    'approval of attachments': 'approval of attachments',
  },
  global: {
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
    registration_complete: 'Your registration is complete.',
    moderateuser: 'Your address is confirmed. An administrator will look at your registration.',
    emailchanged: 'Your new e-mail address is confirmed.',
    setnewpw_message: 'Your password has been changed. Log in with the new one.',
  },
  emailsubject: {
    activateaccount: 'Your registration at {1}',
    changeemail: 'Your new e-mail address at {1}',
    lostpw: 'Your password at {1}',
    reportpost: 'A post at {1} has been reported',
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
  },
} as const;

export type Feature = keyof typeof english.feature;
export type PhraseGroup = keyof typeof english;
export type MailName = keyof typeof english.emailsubject;
