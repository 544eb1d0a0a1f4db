import { ApiError } from '../../../errors.ts';
import type { AnyRow } from '../row.ts';

/** Names of what this board has not, by what it is called. */
const absent: Readonly<Record<string, readonly string[]>> = {
  blogs: [
    'api_blogcategorylist',
    'blog_blog',
    'blog_bloglist',
    'blog_post_comment',
    'blog_post_editblog',
    'blog_post_newblog',
    'blog_post_postcomment',
    'blog_post_updateblog',
  ],
  calendar: ['events_listing'],
  articles: [
    'cms_categorylist',
    'cms_content_addcontent',
    'cms_content_call',
    'cms_content_edit',
    'cms_content_view',
    'cms_list_author',
    'cms_list_category',
    'cms_list_section',
    'cms_sectionlist',
  ],
  Facebook: [
    'facebook_getVbfromfacebook',
    'login_facebook',
    'register_fbconnect',
    'register_fbdisconnect',
  ],
  'mobile publishing': ['api_mobilepublisher'],
  notices: ['ajax_dismissnotice'],
  albums: ['album_album', 'album_picture', 'album_updatealbum', 'album_user'],
  'polls that are added to topics': [
    'poll_newpoll',
    'poll_polledit',
    'poll_postpoll',
    'poll_updatepoll',
  ],
  'reports of private messages': ['private_sendemail'],
  'approval of attachments': ['inlinemod_approveattachments', 'inlinemod_unapproveattachments'],
};

export const absentRows: readonly AnyRow[] = Object.entries(absent).flatMap(([feature, names]) =>
  names.map((name) => ({
    name,
    doc: `This board has no ${feature}: always \`[not_offered, ${feature}]\`.`,
    takes: {},
    asks: [],
    gives: '',
    answer: () => Promise.reject(new ApiError('not_offered', feature)),
  })),
);
