import { askTogether } from '../../call/ask.ts';
import type { Caller } from '../../call/caller.ts';
import type { Outcome } from '../../call/dispatch.ts';
import type { Environment } from '../../call/environment.ts';
import type { Turn } from './endpoint.ts';
import { Links } from './links.ts';
import type { Row } from './table.ts';

/** What an endpoint is asked with, beside by whom. */
export type EndpointInput = Pick<
  Turn,
  'given' | 'id' | 'child' | 'scopes' | 'empty' | 'author' | 'owner'
>;

/** Asks an endpoint as one call of somebody. @throws ApiError what it refuses */
export async function askEndpoint(
  environment: Environment,
  caller: Caller,
  { endpoint, asked }: Row,
  { given, ...input }: EndpointInput,
): Promise<Outcome<object>> {
  const links = new Links(environment.baseUrl());
  const site = caller.authority === 'site';
  return askTogether(environment, caller, asked, (ask) => {
    const own = { given: given as never, ask: ask as never, caller, site, links };
    return endpoint.answer({ ...input, ...own });
  });
}
