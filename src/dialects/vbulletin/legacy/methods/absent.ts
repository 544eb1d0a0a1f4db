import { ApiError } from '../../../../errors.ts';
import type { Feature } from '../../../../phrases/english.ts';
import type { AnyRoute } from '../route.ts';

/** Names of what this board has not, by what it is called. */
const absent: Readonly<Record<Feature, readonly string[]>> = {
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
  'approval of attachments': ['inlinemod_approveattachments', 'inlinemod_unapproveattachments'],
};

/** Why, where a client could wonder. */
const reasons: Readonly<Record<string, string>> = {
  'approval of attachments':
    'An attachment shows with its post, and is approved with it: see inlinemod_approveposts.',
};

export const absentRoutes: readonly AnyRoute[] = Object.entries(absent).flatMap(
  ([feature, names]) =>
    names.map((name) => ({
      name,
      doc: docOf(feature),
      takes: {},
      asks: [],
      gives: '',
      answer: () => Promise.reject(new ApiError('not_offered', feature)),
    })),
);

function docOf(feature: string): string {
  const answer = `This board has no ${feature}: always \`[not_offered, ${feature}]\`.`;
  const reason = reasons[feature];
  return reason === undefined ? answer : `${answer} ${reason}`;
}
