import { channelList } from './channels.ts';
import { html } from './html.ts';
import { nodeUrl } from '../library/node/page-url.ts';
import { forMembers } from './parts.ts';
import type { Page, View, Visit } from './visit.ts';

/** What this board is, its channels as far as a guest may see them, and where apps find it. */
export const homePage: Page = {
  name: 'home',
  paths: ['/'],
  async show(visit): Promise<View> {
    const { ask, baseUrl, options } = visit;
    const { channels } = await ask('node.fetchChannelNodeTree', { depth: 3 });
    return {
      title: options.bbtitle,
      url: `${baseUrl}/`,
      description: options.description,
      unlisted: channels.size === 0,
      main: html`<h1 dir="auto">${options.bbtitle}</h1>
        ${options.description === '' ? '' : html`<p dir="auto">${options.description}</p>`}
        ${channels.size === 0 ? forMembers(visit) : sections(channels.inOrder(), visit)}`,
    };
  },
};

type Channels = Parameters<typeof channelList>[0];

/** Channels that others lie in have a heading; the others stand together in front of them. */
function sections(channels: Channels, visit: Visit) {
  const single = channels.filter((channel) => channel.subchannels.size === 0);
  const parents = channels.filter((channel) => channel.subchannels.size > 0);
  return html`${single.length === 0 ? '' : channelList(single, 2, visit)}
  ${parents.map((channel) => section(channel, visit))}`;
}

function section(channel: Channels[number], visit: Visit) {
  const id = `channel${channel.nodeid}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" dir="auto">
      <a href="${nodeUrl(visit.baseUrl, channel)}">${channel.title}</a>
    </h2>
    ${channelList(channel.subchannels.inOrder(), 3, visit)}
  </section>`;
}
