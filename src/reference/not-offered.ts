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
const plumbing = "It is for vBulletin's own code, and tells or does nothing for apps.";
const noFacebook = 'Nobody logs in by another site.';

/** Also what only draws web pages or administers the board: clients are told that it is not offered, not that it is unknown. */
export const notOffered: readonly NotOffered[] = [
  row('user', 'canCreateBlogEntry', noBlogs),
  row(
    'user',
    'changeUserRelation',
    'Nobody has written down its actions: see follow.add, follow.delete and user.ignoreUser.',
  ),
  row('user', 'clearFlagForDelete', 'Members do not delete their accounts themselves.'),
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
  row('tags', 'getTagSynonyms', 'Tags have no synonyms.'),
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
  row(
    'route',
    'getChannelConversationRoute getHash getRouteByIdent getUrl getUrls preloadRoutes setAsHomeRoute',
    'Pages have no routes to choose from: see route.getRoute and route.getNodeUrl.',
  ),
  row('session', '', 'See api.init.'),
  row('state', '', webPages),
  row('unsubscribe', '', 'It is for links in mails, and the board mails no notifications.'),
  row('nodefield', '', 'Topics have no fields beside title and text.'),
  ...['announcement', 'external', 'help', 'page', 'pagetemplate', 'screenlayout'].map(drawn),
  ...['style', 'styleschedule', 'stylevar', 'template', 'widget', 'widgetdata_rssfeed'].map(drawn),
  ...['ad', 'cron', 'eventhighlight', 'hook', 'mail', 'product'].map(administered),
  row(
    'user',
    'delete fetchAdminUser fetchAwaitingModerate fetchPruneUsers fetchReferrers fetchUsersPms find generateMailingList getUsersFromCriteria merge prune saveProfileFieldDefinition searchIP searchUsersByIP setGroupInTopic unsetGroupInTopic',
    panel,
  ),
  row(
    'node',
    'fetchInfractionChannel fetchReportChannel getHostName getMergePostsInfo manageDeletedNode publish setNodePerms setPublishDate setUnPublishDate setUnPublished showIp unPublish',
    panel,
  ),
  row(
    'content_channel',
    'getChannelPublicStatus getChannelSelectedStatus quickToggleChannel switchForumCategory toggleChannelPublic',
    panel,
  ),
  row('content_privatemessage', 'deleteMessagesForUser deleteSentMessagesForUser', panel),
  row('content_attach', 'setFavicon setLogo', panel),
  row(
    'content_attach',
    'getBareContent getContent getFullContent',
    'An attachment is no post: see content_attach.fetchImage, and the content of its post.',
  ),
  row(
    'content_photo',
    'getBareContent getContent getFullContent',
    'A photo is no post: see content_photo.fetchImageByPhotoid, and the content of its post.',
  ),
  ...['content_attach', 'content_photo'].map((name) =>
    row(
      name,
      'getBbcodeOptions getConversationParent getQuoteText isVisitorMessage',
      'It has no text of its own: ask the class of its post.',
    ),
  ),
  row('site', 'saveFooterNavbar saveHeaderNavbar saveSiteNameAndUrl', panel),
  row(
    'options',
    'addGroupSettings changeSearchType deleteGroupSettings deleteLocation getGroupSettingsXML getLocation getLocationList getSettingsXML importSettingsXML insertSetting killSetting saveLocation updateAttachPath updateAttachSetting updateGroupSettings updateSetting validateSettings',
    panel,
  ),
  row(
    'tags',
    'createSynonyms deleteUserTagAssociations insertTags killTags promoteTags updateTags',
    panel,
  ),
  row(
    'usergroup',
    'delete deletePromotion fetchPrivateGroups fetchPromotions save savePromotion',
    panel,
  ),
  row(
    'phrase',
    'delete fetch_phrasetypes fetchEmailPhrases fetchOrphans fetchPrivateMessagePhrases findUpdates getBasePhrases processOrphans replace save search',
    panel,
  ),
  row('language', 'delete export import rebuild save setDefault', panel),
  row('content_redirect', '', 'Redirects are left by node.moveNodes.'),
  row('fcmessaging', '', 'The board sends no push messages.'),
  row(
    'user',
    'checkPrivacyOption clearChannelPerms isBannedEmail registerNeedAvatarForUsers verifyFlashMessageSignature vBMktime',
    plumbing,
  ),
  row(
    'user',
    'doShowDisplaynameAndUsername fetchMusername saveEditorState unixtimestampToUserDateString userTimeStrToUnixtimestamp',
    webPages,
  ),
  row('node', 'clearCacheEvents mergeNodeviewsForTopics mergePostedStatusForTopics', plumbing),
  row('node', 'movePosts', 'See node.moveNodes.'),
  row(
    'node',
    'fetchChannelDetails getCanDeleteForEdit getCreatepermissionsForEdit getGuestChannels getPreviewOnly',
    webPages,
  ),
  row('node', 'getPinnedRepliesFullContent', 'Replies cannot be pinned.'),
  row(
    'content_*',
    'autoPopulatePreviewImage cleanInput cleanPreviewContent extractMedia fetchTableName getContentApi getDataForParse getTextCountChange getTimeNow isPublished',
    plumbing,
  ),
  row('content_*', 'createQuoteText', 'See content_text.getQuoteText.'),
  row('content_*', 'getAutoparseLinks', webPages),
  row('content_privatemessage', 'buildPmTotals checkFolders resetFolders update', plumbing),
  row(
    'content_privatemessage',
    'getInfractionFolderId getPendingPostFolderId getReplyText getSearchJSON',
    webPages,
  ),
  row(
    'content_report',
    'update',
    'A report is not changed: close it, see content_report.openClose.',
  ),
  row('content_gallery', 'getGalleryDisplayConditions', webPages),
  row('content_attach', 'getAvailableSettings', webPages),
  row('content_video', 'getVideoThumbnailFromProvider getVideoThumbnailInternal', plumbing),
  row('search', 'getCacheTTL', plumbing),
  row('site', 'loadFooterNavbar loadHeaderNavbar', webPages),
  row('options', 'fetchStatic', 'See options.fetch.'),
  row('follow', 'clearFollowCache getSubscribersForNotifications', plumbing),
  row('follow', 'getFollowingContentForTab getFollowingInfo getUnsubscribeText', webPages),
  row('profile', 'getAlbumDisplayConditions getAllowedFonts getSlideshow getStyles', webPages),
  row('tags', 'fetchTagsForTagNavigation', webPages),
  row(
    'usergroup',
    'getMemberGroupId getModeratorGroupId getMultipleGroupIds getOwnerGroupId',
    noGroups,
  ),
  row('phrase', 'renderPhrasesNoShortcode replaceShortcodesInString', webPages),
  row('hv', 'getRecaptchaLanguage', 'Guests are asked questions: see hv.fetchHvQuestion.'),
  row('filedata', 'fetchBestFitGTE sanitizeFiletype', plumbing),
  row('wol', 'buildSpiderList register', plumbing),
  row('wol', 'refreshUsers', 'See wol.fetchAll.'),
  row('language', 'fetchLanguageSelector', 'See language.fetchAll.'),
];

const absentNames = new Set(
  notOffered
    .flatMap(({ class: name, methods }) =>
      methods.length === 0 ? [`${name}.`] : methods.map((method) => `${name}.${method}`),
    )
    .map((name) => name.toLowerCase()),
);

/** Whether vBulletin has a method of this name, and this board has not. */
export function isNotOffered(name: string): boolean {
  const [className = '', method = ''] = name.toLowerCase().split('.');
  const classes = className.startsWith('content_') ? [className, 'content_*'] : [className];
  return (
    method !== '' &&
    classes.some((one) => absentNames.has(`${one}.`) || absentNames.has(`${one}.${method}`))
  );
}

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
