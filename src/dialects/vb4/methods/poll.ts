import { ApiError } from '../../../errors.ts';
import { id, type Kind, numbersOf } from '../params.ts';
import { told } from '../respond.ts';
import { type AnyRow, row } from '../row.ts';
import { optionIds } from '../shapes/poll.ts';

/** The numbers of the options chosen: one, a list, or a map from number to 1. */
const chosen: Kind<readonly number[]> = {
  text: 'number, or numbers',
  default: 'none',
  read: ({ params }, name) => numbersOf(params.get(name)),
};

/** Polls. */
export const pollRows: readonly AnyRow[] = [
  row({
    name: 'poll_pollvote',
    doc: 'Votes in a poll for options by their number, from 1 on.',
    takes: { pollid: id, optionnumber: chosen },
    asks: ['node.getFullContentforNodes', 'content_poll.vote'],
    gives: '',
    success: 'redirect_pollvotethanks',
    about: 'poll',
    async answer({ given, ask }) {
      const { pollid, optionnumber } = given;
      const [poll] = [
        ...(await ask('node.getFullContentforNodes', { nodeList: [pollid] })).values(),
      ];
      const options = poll?.content.polloptions;
      if (options === undefined) throw new ApiError('invalid_node_id', pollid);
      await ask('content_poll.vote', { polloptionids: optionIds(options, optionnumber) });
      return told('redirect_pollvotethanks');
    },
  }),
];
