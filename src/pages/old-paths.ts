import { ApiError } from '../errors.ts';
import { memberUrl, oldAddresses, type Place, placeAt } from '../library/node/page-url.ts';
import { topicUrl } from './topic.ts';
import type { Elsewhere, Page, Visit } from './visit.ts';

/** The old addresses: each leads to the page that shows the same, if a guest may see it. */
export const oldPaths: readonly Page[] = Object.keys(oldAddresses).map((name) => ({
  name: `old ${name}`,
  paths: [`/${name}`],
  async show(visit): Promise<Elsewhere> {
    const place = placeAt(name, visit.query);
    if (place === undefined) throw new ApiError('not_found', '/');
    return { to: await urlOf(place, visit), forGood: true };
  },
}));

async function urlOf({ kind, id }: Place, visit: Visit): Promise<string> {
  const { ask, baseUrl } = visit;
  if (kind === 'home') return `${baseUrl}/`;
  if (kind !== 'member') return topicUrl(visit, id);
  return memberUrl(baseUrl, await ask('user.fetchProfileInfo', { userid: id }));
}
