import { ApiError } from '../errors.ts';
import { nodeUrl, PER_PAGE, pageUrl } from '../library/node/page-url.ts';
import type { FullContent } from '../shapes/content.ts';
import { channelPath } from './channel.ts';
import { html } from './html.ts';
import { pageLinks, pagingOf, wantedPage } from './paging.ts';
import { summaryOf } from './parts.ts';
import { postArticle } from './post.ts';
import type { Elsewhere, Page, View, Visit } from './visit.ts';

/** A topic with its posts, the oldest first. `p` shows the page with that post. */
export const topicPage: Page = {
  name: 'topic',
  paths: ['/topic/:place'],
  async show(visit): Promise<View | Elsewhere> {
    const { ask, baseUrl, id: nodeid } = visit;
    const topic = await ask('node.getNode', { nodeid, withParents: true });
    if (topic.starter !== nodeid) return { to: await topicUrl(visit, topic.nodeid) };
    const options = { include_starter: true };
    const total = await ask('node.listNodeFullContentCount', { parentid: nodeid, options });
    const paging = pagingOf(total, (await pageOfPost(visit)) ?? wantedPage(visit));
    const list = { parentid: nodeid, page: paging.page, perpage: PER_PAGE, options };
    const posts = (await ask('node.listNodeFullContent', list)).inOrder();
    const [first] = posts;
    if (first?.content.tonodeid !== undefined)
      return { to: await topicUrl(visit, first.content.tonodeid) };
    const url = nodeUrl(baseUrl, topic);
    return {
      title: topic.title || summaryOf(first?.content.message_plain ?? ''),
      url: pageUrl(url, paging.page),
      path: await channelPath(visit, topic.parents ?? []),
      ...aboutPost(first),
      main: html`<h1 dir="auto">${topic.title}</h1>
        ${posts.map((post, at) => postArticle(post, (paging.page - 1) * PER_PAGE + at + 1, visit))}
        ${pageLinks(visit, url, paging)}`,
    };
  },
};

/**
 * The address at which a channel, topic or post is shown.
 * @throws ApiError `invalid_node_id` when there is none for the visitor
 */
export async function topicUrl({ ask, baseUrl }: Visit, nodeid: number): Promise<string> {
  const node = await ask('node.getNode', { nodeid });
  if (node.starter === 0 || node.starter === nodeid) return nodeUrl(baseUrl, node);
  const topics = await ask('node.getNodes', { nodeList: [node.starter] });
  return nodeUrl(baseUrl, { ...node, urlident: topics.get(node.starter)?.urlident ?? '' });
}

/** The page with the post that the query names. @throws ApiError `invalid_node_id` when it is not in this topic */
async function pageOfPost({ ask, id, query }: Visit): Promise<number | undefined> {
  const text = query.get('p') ?? '';
  if (!/^[1-9]\d{0,9}$/.test(text)) return undefined;
  const nodeid = Number(text);
  const { starter } = await ask('node.getNode', { nodeid });
  if (starter !== id) throw new ApiError('invalid_node_id', nodeid);
  const place = { nodeid, starter: String(starter), perpage: PER_PAGE };
  return Math.max(1, await ask('search.getPageNumber', place));
}

function aboutPost(post: FullContent | undefined): Pick<View, 'description' | 'picture'> {
  const { message_plain = '', attachments } = post?.content ?? {};
  const picture = [...(attachments?.values() ?? [])].find((one) => one.thumburl !== undefined);
  return {
    description: summaryOf(message_plain),
    ...(picture !== undefined && { picture: picture.url }),
  };
}
