import type { ChannelNode } from '../shapes/channel-tree.ts';
import { nodeUrl } from '../library/node/page-url.ts';
import { html, type Html } from './html.ts';
import { numberOf, timeOf } from './parts.ts';
import type { Visit } from './visit.ts';

type Around = Pick<Visit, 'baseUrl' | 'language'>;

/**
 * The channels of a list, each with what lies in it and below it.
 * @param level that of their headings, one below what the list is part of
 */
export function channelList(channels: readonly ChannelNode[], level: 2 | 3, around: Around): Html {
  return html`<ul class="list">
    ${channels.map((channel) => channelItem(channel, level, around))}
  </ul>`;
}

function channelItem(channel: ChannelNode, level: 2 | 3, around: Around): Html {
  const { baseUrl, language } = around;
  const { say } = language;
  const below = channel.subchannels.inOrder();
  return html`<li>
    <h${level} dir="auto"><a href="${nodeUrl(baseUrl, channel)}">${channel.title}</a></h${level}>
    ${channel.description === '' ? '' : html`<p dir="auto">${channel.description}</p>`}
    <p class="facts">
      <span>${say('posts_count', numberOf(channel.totalcount, language))}</span>
      ${lastPost(channel, around)}
    </p>
    ${below.length === 0 ? '' : subchannels(below, around)}
  </li>`;
}

/** When somebody posted last, and who. */
export function lastPost(
  { lastcontent, lastcontentauthor }: Pick<ChannelNode, 'lastcontent' | 'lastcontentauthor'>,
  { language }: Around,
): Html {
  if (lastcontent === 0) return html``;
  return html`<span>${timeOf(lastcontent, language)} · <bdi>${lastcontentauthor}</bdi></span>`;
}

function subchannels(channels: readonly ChannelNode[], { baseUrl, language }: Around): Html {
  const links = channels.map(
    (channel) =>
      html`<li><a dir="auto" href="${nodeUrl(baseUrl, channel)}">${channel.title}</a></li>`,
  );
  return html`<ul class="below" aria-label="${language.say('channels')}">
    ${links}
  </ul>`;
}
