import type { Board } from '../library/board.ts';
import type { FoundNode } from '../library/node.ts';
import type { SearchChannel } from './search-shape.ts';

/**
 * Channels below a root as a tree by displayorder, or as a flat list in the tree's order. A channel whose parent is not
 * among them stands below the nearest that is.
 */
export function searchChannels(
  root: number,
  channels: readonly FoundNode[],
  board: Board,
  flat: boolean,
): ReadonlyMap<number, SearchChannel> {
  const known = new Set([root, ...channels.map(({ nodeid }) => nodeid)]);
  const children = new Map<number, FoundNode[]>();
  for (const channel of [...channels].sort(byPlace)) {
    let above = channel.parentid;
    while (above !== 0 && !known.has(above)) above = board.channel(above)?.parentid ?? 0;
    children.set(above, [...(children.get(above) ?? []), channel]);
  }
  const shape = (channel: FoundNode, depth: number): SearchChannel => ({
    nodeid: channel.nodeid,
    parentid: channel.parentid,
    title: channel.title,
    htmltitle: channel.htmltitle,
    urlident: channel.urlident,
    category: board.channel(channel.nodeid)?.category ?? 0,
    depth,
  });
  const below = (parent: number, depth: number): [number, SearchChannel][] =>
    (children.get(parent) ?? []).flatMap((channel) => {
      const { nodeid } = channel;
      const inside = below(nodeid, depth + 1);
      const shaped = shape(channel, depth);
      return flat
        ? [[nodeid, shaped], ...inside]
        : [[nodeid, { ...shaped, subchannels: new Map(inside) }]];
    });
  return new Map(below(root, 0));
}

function byPlace(a: FoundNode, b: FoundNode): number {
  return a.displayorder - b.displayorder || a.nodeid - b.nodeid;
}
