/** Methods of vBulletin's API that clients may look for in vain, and why. */
export interface NotOffered {
  /** A class; `content_*` stands for every class of content. */
  readonly class: string;
  /** Empty when the board has nothing of the whole class. */
  readonly methods: readonly string[];
  readonly reason: string;
}

const noBlogs = 'There are no blogs: the board has forums.';
const noGroups = 'There are no social groups: the board has forums.';
const noCalendar = 'There is no calendar.';
const webPages = "It is for vBulletin's own web pages, and this board has none.";
const panel = "It belongs to vBulletin's administration, which has no place in apps.";
const noFacebook = 'Nobody logs in by another site.';

/** What only draws web pages or administers the board is left out, but for whole classes. */
export const notOffered: readonly NotOffered[] = [
  row('user', 'canCreateBlogEntry', noBlogs),
  row(
    'user',
    'changeUserRelation',
    'Nobody has written down its actions: see follow.add, follow.delete and user.ignoreUser.',
  ),
  row('user', 'clearFlagForDelete', 'Members do not delete their accounts themselves.'),
  row('user', 'fetchBirthdays', 'A birthday is shown to its owner and to administrators only.'),
  row('user', 'getGitCanStart', 'See user.getCanCreate and user.getGroupInTopic.'),
  row('user', 'getIpLocation', 'The board does not look up where an address is.'),
  row('user', 'inviteMembers', 'There are no blogs and groups to invite to.'),
  row('user', 'loginExternal', noFacebook),
  row('user', 'updateGuestPrivacyConsent', 'Nothing is kept about guests beyond their session.'),
  row('node', 'approveChannelRequest', 'See content_privatemessage.acceptRequest.'),
  row('node', 'requestChannel', 'There are no blogs and groups to join.'),
  row('node', 'fetchArticleChannel', 'There are no articles: the board has forums.'),
  row('node', 'fetchUsersFromNodeids', 'Every node names its author.'),
  row('node', 'getQuoteFullContent', 'See content_text.getQuoteText.'),
  row(
    'node',
    'markUnreadMultiple',
    'A mark says up to when something was read, for all below it; it is not taken back.',
  ),
  row('content', '', 'Call the class of the content, such as content_text.'),
  row('content_channel', 'fetchChannelIcon validateIcon', 'Channels have no pictures.'),
  row('content_event', '', noCalendar),
  row('content_infraction', '', 'There are no infractions: see user.banUsers.'),
  row('site', 'getAppManifest', webPages),
  row(
    'options',
    'getCountryCodes getRegionCodes isLocationOptionSet',
    'The board does not look up where an address is.',
  ),
  row('profile', 'getLanguages', 'See language.fetchAll.'),
  row(
    'notification',
    'undoUnsubscribeViaHash unsubscribeFromNotificationViaHash',
    'They are for links in mails, and the board mails no notifications.',
  ),
  row(
    'tags',
    'getSuggestedTagsForNode getSuggestedTagsForNodeText',
    'The board suggests no tags: see tags.getAutocomplete and tags.fetchTagsForCloud.',
  ),
  row('tags', 'getTagsList', 'See tags.getNodeTags.'),
  row('tags', 'getTagSynonyms', 'Tags have no synonyms.'),
  row('hv', 'fetchHvImage', 'Guests are asked questions: see hv.fetchHvQuestion.'),
  row('filedata', 'fetchLegacyAttachments', 'Attachments have no ids of older versions.'),
  row('blog', '', noBlogs),
  row('socialgroup', '', noGroups),
  row('bookmark', '', 'There are no bookmarks: see follow.add.'),
  row('calendar', '', noCalendar),
  row('contactus', '', 'There is no form that mails the operator.'),
  row('editor', '', 'Drafts stay in the app, and there are no smilies.'),
  row('bbcode', '', 'The board renders BBCode itself, and there are no smilies.'),
  row('facebook', '', noFacebook),
  row('externallogin', '', noFacebook),
  row('externallogin_oauth2client', '', noFacebook),
  row('icon', '', 'Topics have no icons.'),
  row('notice', '', 'There are no notices.'),
  row('paidsubscription', '', 'Nothing is for sale.'),
  row('pmchat', '', 'Private messages are written and answered in content_privatemessage.'),
  row('prefix', '', 'There are no prefixes to choose from.'),
  row('referuser', '', 'Nobody counts who brought whom.'),
  row('request', '', webPages),
  row('route', '', webPages),
  row('session', '', 'See api.init.'),
  row('state', '', webPages),
  row('unsubscribe', '', 'It is for links in mails, and the board mails no notifications.'),
  row('userrank', '', 'There are no ranks beside the titles.'),
  row('nodefield', '', 'Topics have no fields beside title and text.'),
  ...['announcement', 'external', 'help', 'page', 'pagetemplate', 'screenlayout'].map(drawn),
  ...['style', 'styleschedule', 'stylevar', 'template', 'widget', 'widgetdata_rssfeed'].map(drawn),
  ...['ad', 'cron', 'eventhighlight', 'hook', 'mail', 'product'].map(administered),
  row('fcmessaging', '', 'The board sends no push messages.'),
];

/** @param methods names with blanks between; none for the whole class */
function row(name: string, methods: string, reason: string): NotOffered {
  return { class: name, methods: methods.split(' ').filter(Boolean), reason };
}

function drawn(name: string): NotOffered {
  return row(name, '', webPages);
}

function administered(name: string): NotOffered {
  return row(name, '', panel);
}
