import type { NodeAnswer } from './content-shape.ts';

/** A channel with those directly below it, by id. */
export interface ChannelNode extends NodeAnswer {
  readonly subchannels: ReadonlyMap<number, ChannelNode>;
}

export interface ChannelTree {
  readonly channels: ReadonlyMap<number, ChannelNode>;
}

/** Arranges channels below a root, by displayorder, down to a depth. */
export function channelTree(
  root: number,
  depth: number,
  channels: readonly NodeAnswer[],
): ChannelTree {
  const children = new Map<number, NodeAnswer[]>();
  const ordered = [...channels].sort(
    (a, b) => a.displayorder - b.displayorder || a.nodeid - b.nodeid,
  );
  for (const channel of ordered) {
    children.set(channel.parentid, [...(children.get(channel.parentid) ?? []), channel]);
  }
  const below = (parentid: number, levels: number): ReadonlyMap<number, ChannelNode> =>
    new Map(
      (levels === 0 ? [] : (children.get(parentid) ?? [])).map((channel) => [
        channel.nodeid,
        { ...channel, subchannels: below(channel.nodeid, levels - 1) },
      ]),
    );
  return { channels: below(root, depth) };
}
