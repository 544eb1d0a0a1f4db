import { ApiError } from '../errors.ts';
import { nodeUrl, PER_PAGE, pageUrl } from '../library/node/page-url.ts';
import type { NodeAnswer } from '../shapes/content.ts';
import type { FullContent } from '../shapes/content.ts';
import { channelList, lastPost } from './channels.ts';
import { html, type Html } from './html.ts';
import { pageLinks, pagingOf, wantedPage } from './paging.ts';
import { numberOf, summaryOf } from './parts.ts';
import type { Page, View, Visit } from './visit.ts';

/** A channel: those below it, and its topics. */
export const channelPage: Page = {
  name: 'channel',
  paths: ['/channel/:place'],
  async show(visit): Promise<View> {
    const { ask, baseUrl, id: parentid } = visit;
    const channel = await ask('node.getNode', { nodeid: parentid, withParents: true });
    if (channel.starter !== 0) throw new ApiError('invalid_node_id', parentid);
    const { channels } = await ask('node.fetchChannelNodeTree', { parentid, depth: 2 });
    const total = await ask('node.listNodeFullContentCount', { parentid, depth: 1 });
    const paging = pagingOf(total, wantedPage(visit));
    const list = { parentid, depth: 1, page: paging.page, perpage: PER_PAGE };
    const topics = await ask('node.listNodeFullContent', list);
    const url = nodeUrl(baseUrl, channel);
    return {
      title: channel.title,
      url: pageUrl(url, paging.page),
      description: summaryOf(channel.description),
      path: await channelPath(visit, channel.parents ?? []),
      main: html`<h1 dir="auto">${channel.title}</h1>
        ${channel.description === '' ? '' : html`<p dir="auto">${channel.description}</p>`}
        ${channels.size === 0 ? '' : channelList(channels.inOrder(), 2, visit)}
        ${topicList(topics.inOrder(), channels.size === 0, visit)} ${pageLinks(visit, url, paging)}`,
    };
  },
};

/** The channels that something lies in, the uppermost first; what all forums lie in is the board itself. */
export async function channelPath(
  { ask, baseUrl }: Visit,
  parents: readonly NodeAnswer[],
): Promise<NonNullable<View['path']>> {
  const forums = await ask('node.fetchForumChannel');
  const above = parents.filter(({ starter }) => starter === 0).map((one) => one.nodeid);
  const roots = new Set([forums, ...above.slice(above.indexOf(forums) + 1)]);
  return parents
    .filter(
      ({ starter, nodeid, parentid }) => starter === 0 && parentid !== 0 && !roots.has(nodeid),
    )
    .map((channel) => ({ title: channel.title, url: nodeUrl(baseUrl, channel) }))
    .reverse();
}

function topicList(topics: readonly FullContent[], alone: boolean, visit: Visit): Html {
  const { say } = visit.language;
  if (topics.length === 0) return alone ? html`<p class="notice">${say('no_topics')}</p>` : html``;
  return html`<ul class="list">
    ${topics.map((topic) => topicItem(topic, visit))}
  </ul>`;
}

function topicItem(topic: FullContent, visit: Visit): Html {
  const { baseUrl, language } = visit;
  const { say } = language;
  const { nodeid, sticky, showopen, totalcount, content } = topic;
  const leads = content.tonodeid ?? nodeid;
  const url = nodeUrl(baseUrl, { nodeid: leads, starter: leads, urlident: topic.urlident });
  return html`<li>
    <h2 dir="auto"><a href="${url}">${topic.title}</a></h2>
    <p class="facts">
      ${sticky === 1 ? html`<span class="mark">${say('sticky')}</span>` : ''}
      ${showopen === 0 ? html`<span class="mark">${say('closed')}</span>` : ''}
      <span><bdi>${content.userinfo.displayname}</bdi></span>
      <span>${say('replies_count', numberOf(totalcount, language))}</span>
      ${lastPost(topic, visit)}
    </p>
  </li>`;
}
