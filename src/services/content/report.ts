import type { Clause } from '../../db/clause.ts';
import { showsSomething } from '../../bbcode/shown.ts';
import { ApiError } from '../../errors.ts';
import { findContents, findReaderMarks } from '../../library/content/content.ts';
import { type FoundNode, findNode } from '../../library/node/node.ts';
import { insertJob } from '../../library/outbox.ts';
import { findLastWritten, lockPoster } from '../../library/user/poster.ts';
import { findHeld } from '../../library/message/privatemessage.ts';
import {
  countReports,
  deleteReports,
  findReports,
  hasReported,
  insertReport,
  listReports,
  type ReportList,
  type ReportRow,
  setReportsClosed,
  visibleReports,
} from '../../library/moderation/report.ts';
import {
  findReportedMessages,
  insertReportedMessage,
  type ReportedMessage,
} from '../../library/moderation/reportedmessage.ts';
import { REPORT_CHANNEL } from '../../library/board/system-channels.ts';
import { isLonger } from '../../library/text/wording.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Direction, Uint } from '../../protocol/types.ts';
import { avatarOwner, fullContent, type FullContent } from '../../shapes/content.ts';
import { refuseFlood } from '../../rules/writing/flood.ts';
import { QuotingService } from './quoting.ts';
import { placeOfPage, capped } from '../../rules/reading/paging.ts';
import { type PostOptions, writtenText } from '../../rules/writing/post-data.ts';
import { readersContent } from '../../rules/reading/reader.ts';
import { contentsOf } from '../../rules/reading/contents.ts';
import { isChannel } from '../../rules/reading/sight.ts';

/** What is reported, and why. */
export interface ReportData {
  /** The post, or the private message. */
  reportnodeid: Uint;
  /** Why: BBCode, or HTML (see `options`). */
  rawtext?: string;
  /** The same by another name. */
  reason?: string;
}

/** Which reports, and in which order. */
export interface ReportQuery {
  /** `open` when left out. */
  status?: keyof typeof stati;
  /** Only those of this post. */
  reportnodeid?: Uint;
  /** `asc`, the oldest first, when left out. */
  sortDir?: Direction;
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: Uint;
  pageNum?: Uint;
}

/** A report: a node whose text is the reason. Its `showopen` is 0 once it is closed. */
export interface Report extends FullContent {
  readonly reportnodeid: number;
  /** Who closed it, and when (Unix seconds); 0 while it is open. */
  readonly closeduserid: number;
  readonly closedate: number;
  /** The reported post; missing when it is gone for good, or was a private message. */
  readonly reported?: FullContent | undefined;
  /** The private message as it was when it was reported; missing for a post. */
  readonly reportedmessage?: ReportedMessage | undefined;
}

/** That it is done. */
export interface ReportSuccess {
  readonly success: boolean;
}

const PER_PAGE = 20;

const stati = { open: 0, closed: 1, all: undefined } as const;

/**
 * Reports of posts. Moderators of the channel that the reported post is in see them, and super moderators and
 * administrators all of them; nobody else learns that a report is there, not even who wrote it. Who holds a private
 * message may report it: that discloses this message, as it is then, to super moderators and administrators alone.
 *
 * @sample 47
 * @as mod
 */
export class ContentReportService extends QuotingService {
  /**
   * Reports a post to the moderators, or a private message that the caller holds to super moderators and
   * administrators, who see it in `reportedmessage`. A member reports each post once.
   * @returns the nodeid of the report
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller, or it is a channel
   * @throws missing_content without a reason
   * @throws text_too_long past the option `reportmaxchars`
   * @throws already_reported when the caller has reported the post before
   * @throws postfloodcheck when his last report was less than `floodchecktime` seconds ago
   * @example data[reportnodeid]=27&data[rawtext]=This is an advertisement.
   */
  async add(data: ReportData, options: PostOptions = {}): Promise<Uint> {
    this.requireMember();
    const { board, db, host, now, user } = this.ctx;
    const post = await this.#reportable(data.reportnodeid);
    const rawtext = this.#reason(data.rawtext ?? data.reason ?? '', options);
    await this.#refuseHaste(post);
    const nodeid = await insertReport(db, {
      node: {
        parent: await this.#channel(),
        contenttypeid: board.contentTypes.Report,
        title: '',
        userid: user.userid,
        authorname: user.username,
        ipaddress: host,
        now,
      },
      rawtext,
      reported: post,
    });
    if (this.#isMessage(post) && !(await insertReportedMessage(db, nodeid)))
      throw new ApiError('invalid_node_id', post.nodeid);
    if (board.options.rpemail !== 0)
      await insertJob(db, 'notify', { event: 'report', nodeid, userid: user.userid }, now);
    return nodeid;
  }

  /**
   * Lists reports, page by page. Ours: the oldest open ones first, unless asked otherwise.
   * @returns the reports in the list's order, each with the reported post
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for a member who moderates nowhere
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[status]=open
   */
  async listReports(data: ReportQuery = {}): Promise<ListById<Report>> {
    const list = this.#list(data);
    const { perpage = 0, pageNum = 1 } = data;
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page: pageNum, perpage }, PER_PAGE);
    const page = { descending: data.sortDir === 'desc', offset, limit };
    return new ListById(await this.#reports(await listReports(this.ctx.db, list, page)));
  }

  /**
   * Counts what listReports lists on all its pages. Ours.
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for a member who moderates nowhere
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[status]=all
   */
  async countReports(data: ReportQuery = {}): Promise<Uint> {
    return countReports(this.ctx.db, this.#list(data));
  }

  /**
   * Reads a report with its reason and the reported post.
   * @param permissions has no effect: the rights are the caller's own
   * @returns the report by its id: one member
   * @throws invalid_node_id when there is no such report for the caller
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example nodeid=47
   */
  override async getFullContent(
    nodeid: Uint,
    permissions = false,
  ): Promise<ReadonlyMap<number, Report>> {
    this.requireMember();
    const reports = await this.#contents([nodeid]);
    if (reports.size === 0) throw new ApiError('invalid_node_id', nodeid);
    return reports;
  }

  /**
   * Closes reports that are dealt with, or opens them again. All of them or none.
   * @param nodeids ids, as a list or separated by commas
   * @param op what to do with them
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws invalid_parameter when `op` is something else
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=47&op=close
   */
  async openClose(nodeids: Uint[], op: 'open' | 'close'): Promise<ReportSuccess> {
    const { db, now, user } = this.ctx;
    await setReportsClosed(db, await this.#visible(nodeids), op === 'close', {
      userid: user.userid,
      now,
    });
    return { success: true };
  }

  /**
   * Deletes reports for good; their authors may then report the posts again. All of them or none.
   * @param nodeids ids, as a list or separated by commas
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but super moderators and administrators
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=47
   * @as admin
   */
  async bulkdelete(nodeids: Uint[]): Promise<ReportSuccess> {
    const visible = await this.#visible(nodeids);
    if (!this.ctx.permissions.isModerator) throw this.refusal();
    await deleteReports(this.ctx.db, visible);
    return { success: true };
  }

  /**
   * Deletes a report for good: see bulkdelete.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but super moderators and administrators
   * @throws invalid_node_id when there is no such report for the caller
   * @example nodeid=47
   * @as admin
   */
  async delete(nodeid: Uint): Promise<boolean> {
    return (await this.bulkdelete([nodeid])).success;
  }

  async #contents(nodeids: readonly number[]): Promise<ReadonlyMap<number, Report>> {
    const { db, permissions } = this.ctx;
    const visible = visibleReports(permissions);
    return this.#reports(visible === undefined ? [] : await findReports(db, visible, nodeids));
  }

  protected override async authorsOf(
    nodeids: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    this.requireMember();
    const reports = await this.#contents(nodeids);
    return new Map([...reports.values()].map((report) => [report.nodeid, report.authorname]));
  }

  async #reports(rows: readonly ReportRow[]): Promise<ReadonlyMap<number, Report>> {
    const { db, links, now, permissions, user } = this.ctx;
    const nodeids = rows.map((row) => row.nodeid);
    const reported = await contentsOf(
      this.ctx,
      rows.map((row) => row.reportnodeid),
    );
    const contents = await findContents(db, nodeids);
    const marks = await findReaderMarks(db, user.userid, contents);
    const messages = await findReportedMessages(db, nodeids);
    const byId = new Map(contents.map((content) => [content.nodeid, content]));
    const reader = { permissions, marks, now };
    return new Map(
      rows.flatMap(({ nodeid, reportnodeid, closeduserid, closedate }) => {
        const row = byId.get(nodeid);
        if (row === undefined) return [];
        const avatar = { avatarpath: links.avatar(avatarOwner(row)) };
        const extra = { reportnodeid, closeduserid, closedate };
        const report = Object.assign(
          fullContent(row, readersContent(row, reader), { avatar }),
          extra,
        );
        const about = {
          reported: reported.get(reportnodeid),
          reportedmessage: messages.get(nodeid),
        };
        return [[nodeid, Object.assign(report, about)]];
      }),
    );
  }

  #list({ status = 'open', reportnodeid = 0 }: ReportQuery): ReportList {
    return { visible: this.#staffView(), closed: stati[status], reportnodeid };
  }

  #staffView(): Clause {
    this.requireMember();
    const visible = visibleReports(this.ctx.permissions);
    if (visible === undefined) throw this.refusal();
    return visible;
  }

  /** The ids, each once, if the caller sees all of these reports. */
  async #visible(nodeids: readonly number[]): Promise<number[]> {
    this.requireMember();
    const wanted = capped(this.ctx, nodeids);
    const visible = visibleReports(this.ctx.permissions);
    const rows = visible === undefined ? [] : await findReports(this.ctx.db, visible, wanted);
    const found = new Set(rows.map((row) => row.nodeid));
    const missing = wanted.find((nodeid) => !found.has(nodeid));
    if (missing !== undefined) throw new ApiError('invalid_node_id', missing);
    return [...found];
  }

  /** A post that the caller sees, or a private message that he holds. */
  async #reportable(nodeid: number): Promise<FoundNode> {
    const { db, user } = this.ctx;
    const node = await findNode(db, nodeid);
    if (node !== undefined && !isChannel(this.ctx, node)) {
      const held = this.#isMessage(node) && (await findHeld(db, user.userid, nodeid));
      if (held || this.sees(node)) return node;
    }
    throw new ApiError('invalid_node_id', nodeid);
  }

  #isMessage({ contenttypeid }: FoundNode): boolean {
    return contenttypeid === this.ctx.board.contentTypes.PrivateMessage;
  }

  #reason(text: string, options: PostOptions): string {
    const most = this.ctx.board.options.reportmaxchars;
    const rawtext = writtenText(text, options, { postmaxchars: most });
    if (!showsSomething(rawtext)) throw new ApiError('missing_content');
    if (isLonger(rawtext, most)) throw new ApiError('text_too_long', most);
    return rawtext;
  }

  /** Twice, and floods. The member's row is held, so that two reports at once are judged one after the other. */
  async #refuseHaste(post: FoundNode): Promise<void> {
    const { board, db, now, permissions, user } = this.ctx;
    await lockPoster(db, user.userid);
    if (await hasReported(db, user.userid, post.nodeid)) throw new ApiError('already_reported');
    const { floodchecktime } = board.options;
    if (floodchecktime === 0 || permissions.moderates('canmoderateposts', post.channelid)) return;
    const since = now - floodchecktime;
    const type = board.contentTypes.Report;
    refuseFlood(this.ctx, await findLastWritten(db, user.userid, type, since));
  }

  async #channel(): Promise<FoundNode> {
    const nodeid = this.ctx.board.channelByGuid(REPORT_CHANNEL);
    const channel = await findNode(this.ctx.db, nodeid);
    if (channel === undefined) throw new Error('the board has no channel of reports');
    return channel;
  }
}
