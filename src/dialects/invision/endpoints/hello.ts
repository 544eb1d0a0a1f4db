import { endpoint } from '../endpoint.ts';
import { exceptions, Refusal } from '../exceptions.ts';
import { memberAsks, membersOf } from '../objects/members.ts';

/** The release of Invision Community whose API is spoken: clients look what they may ask. */
const SPOKEN = '4.7.0';

/** What the community is, and who asks. */
export const hello = [
  endpoint({
    path: 'GET /core/hello',
    doc: 'Tells what this community is.',
    takes: {},
    asks: [],
    gives: 'Hello',
    async answer({ caller, links }) {
      const { bbtitle } = caller.board.options;
      return { communityName: bbtitle, communityUrl: links.board, ipsVersion: SPOKEN };
    },
  }),
  endpoint({
    path: 'GET /core/me',
    doc: 'The member whose access token it is. The e-mail address comes with the scope `email`.',
    takes: {},
    asks: memberAsks,
    gives: 'Member',
    only: 'member',
    async answer(turn) {
      const me = (await membersOf(turn, [turn.caller.actor.userid])).get(turn.caller.actor.userid);
      if (me === undefined) throw new Refusal(exceptions.invalidAccessToken);
      return me;
    },
  }),
];
