import { ApiError } from '../../../../errors.ts';
import { count, id, ids, words } from '../kinds.ts';
import { message, told } from '../respond.ts';
import { type AnyRoute, route } from '../route.ts';
import { bbcode } from '../topic.ts';

/** Reports, and messages on profiles. */
export const socialRoutes: readonly AnyRoute[] = [
  route({
    name: 'report_sendemail',
    doc: 'Reports a post to the moderators.',
    takes: { postid: id, reason: words },
    asks: ['content_report.add'],
    gives: '',
    success: 'redirect_reportthanks',
    about: 'post',
    async answer({ given, ask }) {
      const data = { reportnodeid: given.postid, rawtext: given.reason };
      await ask('content_report.add', { data });
      return told('redirect_reportthanks');
    },
  }),
  reports('report_open', 'open', 'Opens reports again.'),
  reports('report_close', 'close', 'Closes reports that are dealt with.'),
  route({
    name: 'report_delete',
    doc: 'Deletes reports.',
    takes: { report_nodeid: ids },
    asks: ['content_report.bulkdelete'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'post',
    async answer({ given, ask }) {
      await ask('content_report.bulkdelete', { nodeids: given.report_nodeid });
      return told('redirect_updatethanks');
    },
  }),
  route({
    name: 'visitormessage_message',
    doc: "Writes a message on a member's profile; with `vmid` changes one.",
    takes: { message: words, userid: id, vmid: count() },
    asks: ['content_text.add', 'content_text.isVisitorMessage', 'content_text.update'],
    gives: 'vmid',
    success: 'visitormessagethanks',
    about: 'user',
    async answer({ given, ask }) {
      const { message: rawtext, userid: setfor, vmid } = given;
      if (vmid > 0) {
        if (!(await ask('content_text.isVisitorMessage', { nodeid: vmid })))
          throw new ApiError('invalid_node_id', vmid);
        await ask('content_text.update', { nodeid: vmid, data: { rawtext }, options: bbcode });
      }
      const written =
        vmid ||
        (await ask('content_text.add', {
          data: { parentid: 0, setfor, rawtext },
          options: bbcode,
        }));
      return { response: { errormessage: message('visitormessagethanks'), vmid: written } };
    },
  }),
];

function reports(name: string, op: 'open' | 'close', doc: string): AnyRoute {
  return route({
    name,
    doc,
    takes: { report_nodeid: ids },
    asks: ['content_report.openClose'],
    gives: '',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'post',
    async answer({ given, ask }) {
      await ask('content_report.openClose', { nodeids: given.report_nodeid, op });
      return told('redirect_updatethanks');
    },
  });
}
