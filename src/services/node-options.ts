import type { Uint } from '../protocol/types.ts';

/** How a list is made. */
export interface ListOptions {
  /** `activity` (sticky topics first, then the latest activity), `newest` or `oldest`. */
  sort?: string;
  /** Begin with the parent itself, as a page that shows a whole topic does. */
  include_starter?: boolean;
  /** Only this type. */
  contenttypeid?: Uint;
}
