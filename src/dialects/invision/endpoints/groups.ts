import { endpoint } from '../endpoint.ts';
import { paging } from '../kinds.ts';
import { groupOf } from '../objects/group.ts';
import { pageAmong } from '../objects/page.ts';

/** Usergroups. */
export const groups = [
  endpoint({
    path: 'GET /core/groups',
    doc: 'Lists the usergroups.',
    takes: paging,
    asks: ['usergroup.fetchUsergroupList'],
    gives: 'Page of Group',
    async answer({ ask, given }) {
      return pageAmong((await ask('usergroup.fetchUsergroupList')).map(groupOf), given);
    },
  }),
];
