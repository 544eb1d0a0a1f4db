import { ApiError } from '../errors.ts';
import { activityOrders, type ActivityOrder, listActivity } from '../library/activity.ts';
import { contentTypes } from '../library/contenttype.ts';
import { MAIN_CHANNEL } from '../library/system-channels.ts';
import { listableAnywhere } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import type { ContentMap } from './node-content.ts';
import { NodeStaff } from './node-staff.ts';
import { placeOfPage } from './paging.ts';

/** Whose activity, and which part of it. */
export interface ActivityParams {
  /** A member; 0 for the whole board. */
  userid?: Uint;
  /** `sort_recent`, `sort_oldest`, `sort_popular` (the last month unless `date` says more) or `sort_featured`. */
  sort?: string;
  /** `source_all` (of and to the member), `source_user` (what he wrote) or `source_vm` (visitor messages to him). */
  filter_source?: string;
  /** `show_all`, or a content type such as `Text`. */
  filter_show?: string;
  /** `daily`, `weekly`, `monthly`, or nothing for ever. */
  date?: string;
  page?: Uint;
  perpage?: Uint;
}

const PER_PAGE = 20;
const DAY = 86_400;
const periods: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['all', 0],
  ['daily', DAY],
  ['weekly', 7 * DAY],
  ['monthly', 30 * DAY],
]);

/** What goes on. */
export abstract class NodeActivity extends NodeStaff {
  /**
   * Lists the newest posts of the board, or of a member.
   * @returns the nodes by id, in the list's order
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example params[userid]=3&params[filter_source]=source_user
   */
  async fetchActivity(params: ActivityParams = {}): Promise<ContentMap> {
    const { board, db, permissions } = this.ctx;
    const visible = listableAnywhere(permissions);
    const filters = this.#filters(params);
    if (visible === undefined) return new Map();
    const { offset, perpage } = placeOfPage(this.ctx, params, PER_PAGE);
    const activity = { ...filters, root: board.channelByGuid(MAIN_CHANNEL), visible };
    return this.contents(await listActivity(db, activity, offset, perpage));
  }

  #filters(params: ActivityParams) {
    const { userid = 0, sort = '', filter_source = '', date = '' } = params;
    const order = chosen('sort', sort || 'sort_recent', Object.keys(activityOrders));
    const source = chosen('filter_source', filter_source || 'source_user', [
      ...['source_all', 'source_user', 'source_vm'],
    ]);
    const period = chosen('date', date, [...periods.keys()]);
    const usual = order === 'sort_popular' && period === '' ? 'monthly' : period;
    const seconds = periods.get(usual) ?? 0;
    return {
      author: source === 'source_user' ? userid : 0,
      setfor: source === 'source_vm' ? userid : 0,
      concerns: source === 'source_all' ? userid : 0,
      contenttypeid: this.#contentType(params.filter_show ?? ''),
      order: order as ActivityOrder,
      since: seconds === 0 ? 0 : this.ctx.now - seconds,
    };
  }

  #contentType(name: string): number {
    if (name === '' || name === 'show_all') return 0;
    const found = contentTypes.find((type) => type.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw unknown('filter_show', ['show_all', ...contentTypes]);
    return this.ctx.board.contentTypes[found];
  }
}

function chosen(name: string, value: string, choices: readonly string[]): string {
  if (choices.includes(value)) return value;
  throw unknown(name, choices);
}

function unknown(name: string, choices: readonly string[]): ApiError {
  const known = choices.filter((choice) => choice !== '').join(', ');
  return new ApiError('invalid_parameter', `params[${name}]`, `one of ${known} is due`);
}
