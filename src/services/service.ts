import type { Context } from '../call/context.ts';
import { type ApiError } from '../errors.ts';
import { type FoundNode } from '../library/node/node.ts';
import { viewable, sees } from '../rules/reading/sight.ts';
import { requireMember, refusal } from '../rules/rights/standing.ts';

/** What every API class begins with: the call's context, and look-ups that hide what the caller may not see. */
export abstract class Service {
  protected readonly ctx: Context;

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  /** The node, if the caller may know of it. What he may not see does not exist. */
  protected async viewable(nodeid: number): Promise<FoundNode> {
    return viewable(this.ctx, nodeid);
  }

  protected sees(node: FoundNode): boolean {
    return sees(this.ctx, node);
  }

  /** Refuses a guest. */
  protected requireMember(): void {
    requireMember(this.ctx);
  }

  /** The refusal for a right that is missing: a guest may get it by logging in. */
  protected refusal(): ApiError {
    return refusal(this.ctx);
  }
}
