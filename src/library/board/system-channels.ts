/** A channel that every board has, known to clients by its fixed name (vb-api §5.1). */
export interface SystemChannel {
  readonly guid: string;
  readonly title: string;
  /** The guid of the channel above; undefined for the root. */
  readonly parent?: string;
  /** Holds channels only. */
  readonly category: boolean;
}

export const MAIN_CHANNEL = 'vbulletin-4ecbdf567f2773.55528984';
/** The root of the forums. */
export const DEFAULT_FORUM_PARENT = 'vbulletin-4ecbdf567f2c35.70389590';
/** What lies below is shown by its own classes, never as a forum. */
export const DEFAULT_CHANNEL_PARENT = 'vbulletin-4ecbdf567f3341.44451100';
/** Nobody enters it: each message is shown to those who take part in it, and to nobody else. */
export const PRIVATEMESSAGE_CHANNEL = 'vbulletin-4ecbdf567f3da8.31769341';
/** Nobody enters it: content_report shows each report to those who moderate where the reported post is. */
export const REPORT_CHANNEL = 'vbulletin-4ecbdf567f3a38.99555304';
/** Messages on members' profiles. */
export const VISITORMESSAGE_CHANNEL = 'vbulletin-4ecbdf567f36c3.90966558';
/** Members' albums: galleries, each its author's. */
export const ALBUM_CHANNEL = 'vbulletin-4ecbdf567f3a38.99555303';
const MAIN_FORUM_CATEGORY = 'vbulletin-4ecbdf567f3341.44450666';
export const MAIN_FORUM = 'vbulletin-4ecbdf567f3341.44450667';

/** Parents before children. */
export const systemChannels: readonly SystemChannel[] = [
  { guid: MAIN_CHANNEL, title: 'Root', category: true },
  { guid: DEFAULT_FORUM_PARENT, title: 'Forum', parent: MAIN_CHANNEL, category: true },
  {
    guid: 'vbulletin-4ecbdf567f3a38.99555305',
    title: 'Blogs',
    parent: MAIN_CHANNEL,
    category: true,
  },
  {
    guid: 'vbulletin-4ecbdf567f3a38.99555306',
    title: 'Groups',
    parent: MAIN_CHANNEL,
    category: true,
  },
  {
    guid: 'vbulletin-c-cmshome5229fa38b251e2.92227401',
    title: 'Articles',
    parent: MAIN_CHANNEL,
    category: true,
  },
  { guid: DEFAULT_CHANNEL_PARENT, title: 'Special', parent: MAIN_CHANNEL, category: true },
  {
    guid: 'vbulletin-4ecbdf567f3a38.99555307',
    title: 'Uncategorized Groups',
    parent: 'vbulletin-4ecbdf567f3a38.99555306',
    category: true,
  },
  {
    guid: PRIVATEMESSAGE_CHANNEL,
    title: 'Private Messages',
    parent: DEFAULT_CHANNEL_PARENT,
    category: false,
  },
  {
    guid: VISITORMESSAGE_CHANNEL,
    title: 'Visitor Messages',
    parent: DEFAULT_CHANNEL_PARENT,
    category: false,
  },
  {
    guid: ALBUM_CHANNEL,
    title: 'Albums',
    parent: DEFAULT_CHANNEL_PARENT,
    category: false,
  },
  {
    guid: REPORT_CHANNEL,
    title: 'Reports',
    parent: DEFAULT_CHANNEL_PARENT,
    category: false,
  },
  {
    guid: 'vbulletin-4ecbdf567f3a38.99555308',
    title: 'Infractions',
    parent: DEFAULT_CHANNEL_PARENT,
    category: false,
  },
  {
    guid: MAIN_FORUM_CATEGORY,
    title: 'Main Category',
    parent: DEFAULT_FORUM_PARENT,
    category: true,
  },
  { guid: MAIN_FORUM, title: 'Main Forum', parent: MAIN_FORUM_CATEGORY, category: false },
];
