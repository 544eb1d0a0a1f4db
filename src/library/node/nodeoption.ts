/** vBulletin's options of a node, by their bits (vb-api §5.2). */
export const nodeoptions = {
  allow_post: 2,
  moderate_comments: 4,
  autoapprove_membership: 8,
  invite_only: 16,
  parselinks: 32,
  disable_smilies: 64,
  autoapprove_subscription: 128,
  moderate_topics: 256,
  autosubscribe_on_join: 512,
  disable_bbcode: 1024,
  hide_title: 2048,
  hide_author: 4096,
  hide_publishdate: 8192,
  display_full_in_category: 16384,
  display_pageviews: 32768,
  hide_comment_count: 65536,
} as const;

export const allNodeOptions = Object.values(nodeoptions).reduce<number>((all, bit) => all | bit, 0);
