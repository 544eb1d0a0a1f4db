import { countReadable } from '../library/node/channel-view.ts';
import { countMembers, type MemberStatistics } from '../library/board/statistics.ts';
import { Service } from './service.ts';

const ACTIVE_SECONDS = 30 * 86_400;

/** What the board counts, as far as the caller may read it. */
export interface Statistics extends MemberStatistics {
  readonly topics: number;
  readonly posts: number;
}

/** The site as a whole. */
export class SiteService extends Service {
  /**
   * Counts topics and posts in the channels that the caller may read, members, members active in the last thirty days,
   * and names the newest member.
   * @readonly
   */
  async getSiteStatistics(): Promise<Statistics> {
    const { board, db, now, permissions } = this.ctx;
    const content = await countReadable(db, board, permissions);
    return { ...content, ...(await countMembers(db, now - ACTIVE_SECONDS)) };
  }
}
