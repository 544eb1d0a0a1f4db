import { endpoint, type Turn } from '../endpoint.ts';
import { forumExceptions as exceptions, Refusal } from '../exceptions.ts';
import { count, flag, paging, text, word, tree } from '../kinds.ts';
import type { Forum } from '../objects/forum.ts';
import { type ForumAsk, forumAsks, forumsOf, seenForums } from '../objects/forums.ts';
import { pageAmong } from '../objects/page.ts';
import { said } from '../said.ts';

/** What can be set of a forum. */
const fields = {
  title: text('The title.'),
  description: text('What it is for.'),
  type: word(
    ['normal', 'category', 'qa', 'redirect'],
    'normal, or category for one that holds forums alone. This board has none of the others.',
  ),
  parent: count('The forum that it lies in.'),
  password: text('There are no forums with a password: one is refused.'),
  redirect_url: text('Has no effect, since there are no redirecting forums.'),
  theme: count('Has no effect, since the board has no themes.'),
  sitemap_priority: count('Has no effect, since the board has no site map.'),
  min_content: count('Has no effect: everybody may see what their usergroup may.'),
  can_see_others: flag('Has no effect: see permissions.'),
  permissions: tree(
    'Which usergroups may do what: view, read, add, reply, attachments, each * or ids.',
  ),
};

/** Forums. */
export const forums = [
  endpoint({
    path: 'GET /forums/forums',
    doc: 'Lists the forums that the caller sees, parents before children.',
    takes: { clubs: flag('Has no effect, since the board has no clubs.'), ...paging },
    asks: forumAsks,
    gives: 'Page of Forum',
    async answer(turn) {
      const { page, ...about } = pageAmong(seenForums(turn.caller), turn.given);
      return { page, ...about, results: [...(await forumsOf(turn, about.results)).values()] };
    },
  }),
  endpoint({
    path: 'GET /forums/forums/{id}',
    doc: 'Reads a forum.',
    takes: {},
    asks: forumAsks,
    gives: 'Forum',
    throws: [exceptions.invalidForum],
    answer: existing,
  }),
  endpoint({
    path: 'POST /forums/forums',
    doc: 'Makes a forum.',
    takes: fields,
    asks: ['content_channel.add', 'node.fetchForumChannel', ...forumAsks],
    gives: 'Forum',
    only: 'site',
    shows: 'GET /forums/forums/{id}',
    refuses: { invalid_node_id: exceptions.invalidForum },
    throws: [exceptions.noTitle, exceptions.invalidType, exceptions.noPassword],
    async answer(turn) {
      const { ask, given } = turn;
      const { title = '', description, type, parent = 0 } = given;
      if (title.trim() === '') throw new Refusal(exceptions.noTitle);
      refuseMissing(given);
      if (parent !== 0) await existing({ ...turn, id: parent });
      const parentid = parent === 0 ? await ask('node.fetchForumChannel') : parent;
      const data = said({ parentid, title, description, category: type === 'category' });
      return { id: await ask('content_channel.add', { data }) };
    },
  }),
  endpoint({
    path: 'POST /forums/forums/{id}',
    doc: 'Changes a forum. What is not sent stays as it is; with nothing the forum is read.',
    takes: fields,
    asks: ['content_channel.update', ...forumAsks],
    gives: 'Forum',
    only: 'site',
    shows: 'GET /forums/forums/{id}',
    refuses: { title_required: exceptions.noTitle },
    throws: [exceptions.invalidForum, exceptions.invalidType, exceptions.noPassword],
    async answer(turn) {
      const { ask, empty, given, id } = turn;
      await existing(turn);
      if (empty) return { id };
      refuseMissing(given);
      const { title, description, type } = given;
      const category = type === undefined ? undefined : type === 'category';
      await ask('content_channel.update', {
        ...{ nodeid: id, data: said({ title, description, category }) },
      });
      return { id };
    },
  }),
  endpoint({
    path: 'DELETE /forums/forums/{id}',
    doc: 'Deletes a forum with all that lies in it.',
    takes: {},
    asks: ['content_channel.delete', ...forumAsks],
    gives: 'Nothing',
    only: 'site',
    throws: [exceptions.invalidForum],
    async answer(turn) {
      await existing(turn);
      await turn.ask('content_channel.delete', { nodeid: turn.id });
      return {};
    },
  }),
];

/** The forum of the path. */
async function existing(turn: Turn<ForumAsk>): Promise<Forum> {
  const forum = (await forumsOf(turn, [turn.id])).get(turn.id);
  if (forum === undefined) throw new Refusal(exceptions.invalidForum);
  return forum;
}

/** Refuses what this board's forums have not. */
function refuseMissing({
  type,
  password = '',
}: {
  readonly type?: string | undefined;
  readonly password?: string | undefined;
}): void {
  if (password !== '') throw new Refusal(exceptions.noPassword);
  if (type === 'qa' || type === 'redirect') throw new Refusal(exceptions.invalidType);
}
