import type { Environment } from '../call/environment.ts';
import { findNode, findNodes, stateOf } from '../library/node/node.ts';
import { insertJob } from '../library/outbox.ts';
import { chooseLanguage, mailText } from '../library/board/phrase.ts';
import { findPrincipals } from '../library/access/principals.ts';
import { claimMails, findReportToTell, listStaff } from '../library/moderation/report.ts';

/** The most members who may be staff that a report looks at. */
const MOST_STAFF = 1_000;

/** Mails a report to those who may see it at this moment, as far as the option `rpemail` goes. Done twice, it mails once. */
export async function mailReport(environment: Environment, nodeid: number): Promise<void> {
  const db = environment.database.reader();
  const report = await findReportToTell(db, nodeid);
  const post = report && (await findNode(db, report.reportnodeid));
  if (post === undefined || report === undefined || report.told === 1) return;
  const board = await environment.caches.board();
  const addressees = await listStaff(db, board.staffGroups, post.channelid, MOST_STAFF);
  const userids = addressees.map((one) => one.userid);
  const principals = await findPrincipals(db, userids, board, environment.now());
  const state = stateOf(post, board.contentTypes);
  const staff = new Set(
    principals
      .filter(({ userid }) => userid !== report.userid && userid !== post.userid)
      .filter((principal) => {
        const permissions = board.permissionsOf(principal);
        const everywhere = permissions.isModerator && board.options.rpemail < 2;
        const moderates = permissions.moderates('canmoderateposts', post.channelid);
        const shown =
          report.ofmessage === 1 ? permissions.isModerator : moderates && permissions.sees(state);
        return shown && !everywhere;
      })
      .map(({ userid }) => userid),
  );
  // Of a conversation only the message that was reported is disclosed.
  const [topic] = report.ofmessage === 1 ? [post] : await findNodes(db, [post.starter]);
  const args = [
    board.options.bbtitle,
    report.authorname,
    environment.baseUrl(),
    topic?.title ?? '',
    post.authorname,
    post.nodeid,
    report.reason,
  ];
  await environment.database.transaction(async (tx) => {
    if (!(await claimMails(tx, nodeid))) return;
    for (const { userid, email, languageid } of addressees) {
      if (!staff.has(userid)) continue;
      const language = chooseLanguage(languageid, board.options.languageid);
      const mail = mailText('reportpost', args, language.languageid);
      await insertJob(tx, 'mail', { to: email, ...mail }, environment.now());
    }
  });
}
