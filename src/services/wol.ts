import {
  countOnline,
  findOnlineRecord,
  listOnline,
  type OnlineKind,
  onlineOrders,
  type OnlineOrder,
  type OnlineRow,
  type OnlineScope,
  raiseOnlineRecord,
} from '../library/user/online.ts';
import { MAIN_CHANNEL } from '../library/board/system-channels.ts';
import { guest } from '../principal.ts';
import type { Direction, Uint } from '../protocol/types.ts';
import { Service } from './service.ts';

/** Somebody who is online. */
export interface OnlineUser {
  /** 0 for a guest. */
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  readonly usergroupid: number;
  readonly avatarpath: string;
  /** Unix seconds. */
  readonly lastactivity: number;
  /** 1 for a member who does not want to be seen; only moderators and he himself are shown him. */
  readonly invisible: number;
  /** The address, for administrators. */
  readonly host?: string;
}

export interface OnlineCounts {
  readonly total: number;
  readonly members: number;
  readonly guests: number;
  /** Always 0: apps are no spiders. */
  readonly spiders: number;
  /** The most who have been online at once. */
  readonly recordusers: number;
  /** When that was, Unix seconds. */
  readonly maxonlinedate: number;
  /** The same as day and time of the caller's clock. */
  readonly recorddate: string;
  readonly recordtime: string;
}

const kinds = {
  '': ['members', 'guests'],
  members: ['members'],
  guests: ['guests'],
  spiders: [],
} as const satisfies Record<string, readonly OnlineKind[]>;

/**
 * Who is online: whose session has been used in the last seconds, as many as the option `cookietimeout` says. Members
 * who are invisible (a user option) are shown to moderators only and counted for nobody else.
 */
export class WolService extends Service {
  /**
   * Lists who is online: each member once, each guest's session once.
   * @param pagekey has no effect: what somebody reads is not recorded
   * @param who empty for members and guests; `spiders` are none
   * @param perpage at most the option `maxperpage`
   * @param resolveIp has no effect: addresses are not resolved
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example who=members
   */
  async fetchAll(
    pagekey = '',
    who: keyof typeof kinds = '',
    pagenumber: Uint = 1,
    perpage: Uint = 200,
    sortfield: OnlineOrder = 'time',
    sortorder: Direction = 'desc',
    resolveIp = false,
  ): Promise<OnlineUser[]> {
    const wanted = kinds[who];
    const order = onlineOrders[sortfield][sortorder];
    if (wanted.length === 0) return [];
    const limit = Math.min(Math.max(perpage, 1), this.ctx.board.options.maxperpage);
    const page = { offset: (Math.max(pagenumber, 1) - 1) * limit, limit };
    const rows = await listOnline(this.ctx.db, this.#scope(), wanted, order, page);
    return rows.map((row) => this.#answer(row));
  }

  /**
   * Counts who is online, and tells the most there have been at once. The record is kept when somebody asks; members
   * who were invisible to him then are not in it.
   * @param pagekey has no effect: what somebody reads is not recorded
   * @steps
   */
  async fetchCounts(pagekey = ''): Promise<OnlineCounts> {
    const { db, now } = this.ctx;
    const scope = { ...this.#scope(), viewer: 0, seesInvisible: false };
    const shown = await countOnline(db, scope, 'members');
    const guests = await countOnline(db, scope, 'guests');
    const members = await countOnline(db, this.#scope(), 'members');
    let record = await findOnlineRecord(db);
    if (shown + guests > record.recordusers) {
      await this.ctx.transaction((tx) => raiseOnlineRecord(tx, shown + guests, now));
      record = { recordusers: shown + guests, maxonlinedate: now };
    }
    const at = (record.maxonlinedate + (this.ctx.user.clockoffset ?? 0)) * 1000;
    const [recorddate = '', time = ''] = new Date(at).toISOString().split('T');
    const counts = { total: members + guests, members, guests, spiders: 0 };
    return { ...counts, ...record, recorddate, recordtime: time.slice(0, 5) };
  }

  #scope(): OnlineScope {
    const { now, user, board, permissions } = this.ctx;
    const root = board.channelByGuid(MAIN_CHANNEL);
    return {
      since: now - board.options.cookietimeout,
      now,
      viewer: user.userid,
      seesInvisible: permissions.moderates('canmoderateposts', root),
    };
  }

  #answer(row: OnlineRow): OnlineUser {
    const name = row.username === null || row.userid === 0 ? guest.username : row.username;
    return {
      userid: row.userid,
      username: name,
      displayname: row.userid === 0 ? name : (row.displayname ?? name),
      usertitle: row.usertitle ?? '',
      usergroupid: row.usergroupid ?? guest.usergroupid,
      avatarpath: this.ctx.links.avatar(row),
      lastactivity: row.lastactivity,
      invisible: row.invisible,
      ...(this.ctx.permissions.isAdministrator && { host: row.host }),
    };
  }
}
