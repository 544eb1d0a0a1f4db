import { ApiError } from '../errors.ts';
import { tidyTitle } from '../library/text/wording.ts';
import {
  deleteRank,
  insertRank,
  listRanks,
  type RankRow,
  updateRank,
} from '../library/user/userrank.ts';
import type { Uint } from '../protocol/types.ts';
import { requireAdministrator } from '../rules/rights/standing.ts';
import { checkIcon } from '../rules/writing/icons.ts';
import { Service } from './service.ts';

/** A rank: of a new one the title is needed, of an old one what is left out stays. */
export interface RankData {
  title?: string;
  /** From so many posts on: 0 when it is left out. */
  minposts?: Uint;
  /** The URL of its picture; empty for none. */
  icon?: string;
}

const MOST = 100;
const MOST_POSTS = 2_000_000_000;

/** Ranks: what members are called by the number of their posts. A user record has the member's. */
export class UserrankService extends Service {
  /**
   * Lists all ranks, that with the fewest posts first.
   * @readonly
   */
  async fetchAll(): Promise<readonly RankRow[]> {
    return this.ctx.board.ranks;
  }

  /**
   * Reads a rank.
   * @throws invalid_data when there is no such rank
   * @readonly
   * @example rankid=1
   */
  async fetchById(rankid: Uint): Promise<RankRow> {
    return existing(this.ctx.board.ranks, rankid);
  }

  /**
   * Makes a rank or changes one.
   * @param rankid 0 for a new one
   * @returns the rank's id
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but administrators
   * @throws title_required when it would have no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_url when the icon is not the URL of a picture
   * @throws invalid_data when there is no such rank, too many of them, or another one for as many posts
   * @example data[title]=Old hand&data[minposts]=100
   * @as admin
   */
  async save(data: RankData, rankid: Uint = 0): Promise<Uint> {
    requireAdministrator(this.ctx);
    const { board, db } = this.ctx;
    const ranks = await listRanks(db);
    const before = rankid === 0 ? { title: '', minposts: 0, icon: '' } : existing(ranks, rankid);
    const rank = {
      title: tidyTitle(data.title ?? before.title, true, board.options),
      minposts: data.minposts ?? before.minposts,
      icon: checkIcon(data.icon ?? before.icon),
    };
    if (rank.minposts > MOST_POSTS)
      throw new ApiError('invalid_data', `data[minposts]: it must be at most ${MOST_POSTS}`);
    if (ranks.some((one) => one.minposts === rank.minposts && one.rankid !== rankid))
      throw new ApiError('invalid_data', 'data[minposts]: there is a rank for as many posts');
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    if (rankid === 0) {
      if (ranks.length >= MOST) throw new ApiError('invalid_data', `at most ${MOST} ranks`);
      return insertRank(db, rank);
    }
    await updateRank(db, { rankid, ...rank });
    return rankid;
  }

  /**
   * Deletes a rank: its members get the one below it.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but administrators
   * @throws invalid_data when there is no such rank
   * @example rankid=2
   * @as admin
   */
  async delete(rankid: Uint): Promise<boolean> {
    requireAdministrator(this.ctx);
    if (!(await deleteRank(this.ctx.db, rankid))) throw noSuchRank();
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    return true;
  }
}

function existing(ranks: readonly RankRow[], rankid: number): RankRow {
  const rank = ranks.find((one) => one.rankid === rankid);
  if (rank === undefined) throw noSuchRank();
  return rank;
}

function noSuchRank(): ApiError {
  return new ApiError('invalid_data', 'rankid: there is no such rank');
}
