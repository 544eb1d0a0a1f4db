import { count, ids, text } from '../params.ts';
import { told } from '../respond.ts';
import { type AnyRow, row } from '../row.ts';

/** What is done with several topics or posts at once. Ids come in a parameter, or in the cookie that inline moderation keeps. */
export const moderationRows: readonly AnyRow[] = [
  row({
    name: 'inlinemod_open',
    doc: 'Opens topics.',
    takes: { tlist: ids },
    asks: ['node.openNode'],
    gives: '',
    success: 'redirect_inline_opened',
    about: 'thread',
    async answer({ given, ask }) {
      await ask('node.openNode', { nodeid: given.tlist });
      return told('redirect_inline_opened');
    },
  }),
  row({
    name: 'inlinemod_close',
    doc: 'Closes topics.',
    takes: { tlist: ids },
    asks: ['node.closeNode'],
    gives: '',
    success: 'redirect_inline_closed',
    about: 'thread',
    async answer({ given, ask }) {
      await ask('node.closeNode', { nodeid: given.tlist });
      return told('redirect_inline_closed');
    },
  }),
  deletion('inlinemod_dodeletethreads', 'threadids', 'thread', 'redirect_inline_deleted'),
  deletion('inlinemod_dodeleteposts', 'postids', 'post', 'redirect_inline_deletedposts'),
];

function deletion(
  name: string,
  list: 'threadids' | 'postids',
  about: 'thread' | 'post',
  success: string,
): AnyRow {
  return row({
    name,
    doc: `Deletes ${about === 'thread' ? 'topics' : 'posts'}: hidden with \`deletetype\` 1, for good with 2.`,
    takes: { [list]: ids, deletetype: count(1), deletereason: text() },
    asks: ['node.deleteNodes'],
    gives: '',
    success,
    about,
    async answer({ given, ask }) {
      const { deletetype, deletereason: reason } = given;
      const nodeids = given[list] as readonly number[];
      await ask('node.deleteNodes', { nodeids, hard: deletetype === 2, reason });
      return told(success);
    },
  });
}
