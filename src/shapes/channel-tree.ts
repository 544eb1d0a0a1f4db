import { groupBy } from '../group-by.ts';
import { ListById } from '../protocol/list-by-id.ts';
import type { NodeAnswer } from './content.ts';

/** A channel with those directly below it. */
export interface ChannelNode extends NodeAnswer {
  readonly subchannels: ListById<ChannelNode>;
}

export interface ChannelTree {
  readonly channels: ListById<ChannelNode>;
}

/** Arranges channels below a root, by displayorder, down to a depth. */
export function channelTree(
  root: number,
  depth: number,
  channels: readonly NodeAnswer[],
): ChannelTree {
  const ordered = [...channels].sort(
    (a, b) => a.displayorder - b.displayorder || a.nodeid - b.nodeid,
  );
  const children = groupBy(ordered, ({ parentid }) => parentid);
  const below = (parentid: number, levels: number): ListById<ChannelNode> =>
    ListById.of(
      (levels === 0 ? [] : (children.get(parentid) ?? [])).map((channel) => ({
        ...channel,
        subchannels: below(channel.nodeid, levels - 1),
      })),
      ({ nodeid }) => nodeid,
    );
  return { channels: below(root, depth) };
}
