import { randomBytes } from 'node:crypto';
import { ApiError } from '../../../../errors.ts';
import { count, file, flag, id, text, words } from '../kinds.ts';
import { type LegacyAnswer, message, told } from '../respond.ts';
import { type AnyRoute, type Ask, type Refused, route, type Turn } from '../route.ts';
import { forumInfo } from '../shapes/forum.ts';
import { shown, uploadOf } from '../shapes/post.ts';
import { threadOf } from '../shapes/thread.ts';
import { bbcode, findContent, findTopic } from '../topic.ts';
import { verbatim } from '../verbatim.ts';

/** Writing topics and replies. */
export const postingRoutes: readonly AnyRoute[] = [
  route({
    name: 'newthread_newthread',
    doc: 'The form for a new topic.',
    takes: { forumid: id },
    asks: ['node.getContentforNodes'],
    gives: 'foruminfo, posthash, show{canpost}',
    about: 'forum',
    async answer({ given, ask }) {
      const forum = await readForum(ask, given.forumid);
      return {
        response: { foruminfo: forumInfo(forum), ...postForm() },
        show: { canpost: forum.content.createpermissions.Text ?? 0 },
      };
    },
  }),
  route({
    name: 'newthread_postthread',
    doc: 'Begins a topic.',
    takes: { forumid: id, message: words, subject: text(), posthash: text(), taglist: text() },
    asks: [
      'content_attach.fetchByPosthash',
      'content_text.add',
      'node.addAttachment',
      'node.getContentforNodes',
      'node.getNode',
      'tags.addTags',
    ],
    gives: 'show{threadid, postid}',
    success: 'redirect_postthanks, or redirect_postthanks_moderate while it waits for approval',
    about: 'forum',
    async answer({ given, ask, user }) {
      await readForum(ask, given.forumid);
      const data = { parentid: given.forumid, title: given.subject, rawtext: given.message };
      const nodeid = await ask('content_text.add', { data, options: bbcode });
      const taglist = given.taglist.split(',').map((tag) => tag.trim());
      const tags = taglist.filter((tag) => tag !== '');
      if (tags.length > 0) await ask('tags.addTags', { nodeid, taglist: tags });
      await attachUploads({ ask, user }, nodeid, given.posthash);
      return posted(ask, nodeid, nodeid);
    },
    refused: (error, refused) => duplicate('redirect_duplicatethread', error, refused),
  }),
  route({
    name: 'newreply_newreply',
    doc: 'The form for a reply; with `postid`, the text of that post as a quotation.',
    takes: { threadid: count(), postid: count(), disablesmilies: flag },
    asks: ['node.getNode', 'node.getContentforNodes', 'content_text.getQuoteText'],
    gives: 'threadinfo, title, message, posthash, show{canreply}',
    about: 'thread',
    async answer({ given, ask, style }) {
      const topic = await findTopic(ask, given.threadid, given.postid);
      const quoted = given.postid !== 0;
      const quotation = quoted
        ? await ask('content_text.getQuoteText', { nodeid: given.postid })
        : '';
      return {
        response: {
          threadinfo: threadOf(topic, style),
          title: `Re: ${topic.title}`,
          message: verbatim(quotation),
          ...postForm(),
        },
        show: { canreply: topic.content.permissions.canreply },
      };
    },
  }),
  route({
    name: 'newreply_postreply',
    doc: 'Replies to a topic.',
    takes: {
      threadid: count(),
      postid: count(),
      message: words,
      subject: text(),
      posthash: text(),
    },
    asks: [
      'content_attach.fetchByPosthash',
      'content_text.add',
      'node.addAttachment',
      'node.getContentforNodes',
      'node.getNode',
    ],
    gives: 'show{threadid, postid}',
    success: 'redirect_postthanks, or redirect_postthanks_moderate while it waits for approval',
    about: 'thread',
    async answer({ given, ask, user }) {
      const { nodeid: threadid } = await findTopic(ask, given.threadid, given.postid);
      const data = { parentid: threadid, title: given.subject, rawtext: given.message };
      const nodeid = await ask('content_text.add', { data, options: bbcode });
      await attachUploads({ ask, user }, nodeid, given.posthash);
      return posted(ask, threadid, nodeid);
    },
    refused: (error, refused) => duplicate('redirect_duplicatepost', error, refused),
  }),
  route({
    name: 'editpost_editpost',
    doc: 'The form for changing a post.',
    takes: { postid: id },
    asks: ['node.getContentforNodes'],
    gives: 'postinfo{postid, threadid, title, message}, message, posthash, show{canedit}',
    about: 'post',
    async answer({ given, ask }) {
      const post = await findContent(ask, given.postid);
      if (!post?.starter) throw new ApiError('invalid_node_id', given.postid);
      const { nodeid, starter, title, content } = post;
      const source = verbatim(content.rawtext);
      const postinfo = { postid: nodeid, threadid: starter, title, message: source };
      return {
        response: { postinfo, title, message: source, ...postForm() },
        show: { canedit: content.permissions.canedit, candelete: content.permissions.candelete },
      };
    },
  }),
  route({
    name: 'editpost_updatepost',
    doc: 'Changes a post; its title only if one is sent.',
    takes: { postid: id, message: words, title: text(), reason: text(), posthash: text() },
    asks: [
      'content_attach.fetchByPosthash',
      'content_text.update',
      'node.addAttachment',
      'node.getNode',
    ],
    gives: 'show{threadid, postid}',
    success: 'redirect_editthanks',
    about: 'post',
    async answer({ given, ask, user }) {
      const { postid, message: rawtext, title } = given;
      const data = { rawtext, ...(title !== '' && { title }) };
      await ask('content_text.update', { nodeid: postid, data, options: bbcode });
      await attachUploads({ ask, user }, postid, given.posthash);
      const { starter } = await ask('node.getNode', { nodeid: postid });
      return told('redirect_editthanks', [], shown(starter, postid));
    },
  }),
  route({
    name: 'editpost_deletepost',
    doc: 'Deletes a post: hidden with `deletetype` 1, for good with 2.',
    takes: { postid: count(), threadid: count(), deletetype: count(1), reason: text() },
    asks: ['node.deleteNodes', 'node.getNode'],
    gives: 'show{threadid, postid}',
    success: 'redirect_deletepost',
    about: 'post',
    async answer({ given, ask }) {
      const nodeid = given.postid || given.threadid;
      if (nodeid === 0) throw new ApiError('missing_parameter', 'postid');
      const { starter } = await ask('node.getNode', { nodeid });
      if (starter === 0) throw new ApiError('invalid_node_id', nodeid);
      const hard = given.deletetype === 2;
      await ask('node.deleteNodes', { nodeids: [nodeid], hard, reason: given.reason });
      return told('redirect_deletepost', [], shown(starter, nodeid));
    },
  }),
  route({
    name: 'newattachment_manageattach',
    doc: 'Uploads a file for the post that will be sent with the same `posthash`.',
    takes: { posthash: words, attachment: file },
    asks: ['content_attach.upload', 'content_attach.fetchByPosthash'],
    gives:
      'attachment{attachmentid, filename, filesize, attachmentextension, url, …}, attachments[]',
    about: 'post',
    async answer({ given, ask, upload }) {
      const { posthash, attachment } = given;
      if (posthash === '') throw new ApiError('missing_parameter', 'posthash');
      if (attachment === undefined) throw new ApiError('missing_parameter', 'attachment');
      const uploaded = await upload('content_attach.upload', attachment, { posthash });
      const all = await ask('content_attach.fetchByPosthash', { posthash });
      return {
        response: { attachment: uploadOf(uploaded), attachments: all.map(uploadOf), posthash },
        show: { attachmentlist: 1 },
      };
    },
  }),
];

/** Gives a post what was uploaded for it. */
async function attachUploads(
  {
    ask,
    user,
  }: Pick<Turn<'content_attach.fetchByPosthash' | 'node.addAttachment'>, 'ask' | 'user'>,
  nodeid: number,
  posthash: string,
): Promise<void> {
  if (posthash === '' || user.userid === 0) return;
  const uploads = await ask('content_attach.fetchByPosthash', { posthash });
  for (const { filedataid } of uploads)
    await ask('node.addAttachment', { nodeid, data: { filedataid } });
}

async function readForum(ask: Ask<'node.getContentforNodes'>, forumid: number) {
  const forum = await findContent(ask, forumid);
  if (forum?.starter !== 0) throw new ApiError('invalid_node_id', forumid);
  return forum;
}

/** What ties uploads to a post that is yet to be written. */
function postForm(): object {
  return { posthash: randomBytes(16).toString('hex') };
}

async function posted(
  ask: Ask<'node.getNode'>,
  threadid: number,
  postid: number,
): Promise<LegacyAnswer> {
  const id = (await waits(ask, postid)) ? 'redirect_postthanks_moderate' : 'redirect_postthanks';
  return { response: { errormessage: message(id) }, show: shown(threadid, postid) };
}

/** True while a post waits for approval: its author need not see it then. */
async function waits(ask: Ask<'node.getNode'>, nodeid: number): Promise<boolean> {
  try {
    return (await ask('node.getNode', { nodeid })).showapproved === 0;
  } catch (error) {
    if (error instanceof ApiError && error.id === 'invalid_node_id') return true;
    throw error;
  }
}

/** What was posted a moment ago is there: the answer leads to it. */
function duplicate(id: string, error: ApiError, refused: Refused): LegacyAnswer | undefined {
  if (error.id !== 'duplicate_post') return undefined;
  const postid = Number(error.args[0]);
  return told(id, [], shown(Number(refused.sent('threadid')) || postid, postid));
}
