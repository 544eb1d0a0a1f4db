import { type Clause, either, nothing } from '../../db/clause.ts';
import type { Value } from '../../db/db.ts';
import type { FollowType } from '../social/follow.ts';
import type { Facts } from './filters.ts';
import { type Given, flagOf, idOf, listOf, refuse, type SearchValue, textOf } from './value.ts';
import { splitTags } from '../social/tag-text.ts';
import { COMMA } from '../text/separators.ts';

/**
 * What members have to do with a node: who follows it or its author, who ignores him, which tags it was given. Whom
 * a member follows everybody may know, which topics and channels only he himself.
 */

const MOST_TAGS = 20;
/** Of a tag that very many topics have, the newest. */
const MOST_TAGGED = 20_000;

/** Topics that have one of the tags. */
export function tagClause(value: SearchValue, _: Facts, name: string): Clause | undefined {
  const tags = tagsOf(value, name);
  if (tags.length > MOST_TAGS) refuse(name, `at most ${MOST_TAGS} tags are allowed`);
  if (tags.length === 0) return undefined;
  const tagged = tags.map(
    (_tag, index) => `select nodeid from (select x.nodeid from tagnode x
      where x.tagid = (select t.tagid from tag t where t.tagtext = ?)
      order by x.nodeid desc limit ${MOST_TAGGED}) t${index}`,
  );
  return { sql: `n.nodeid in (${tagged.join(' union all ')})`, bindings: tags };
}

/** A text is a list: of the tags between commas or, without a comma, of its words; it may be one tag of several words, too. */
function tagsOf(value: SearchValue, name: string): readonly string[] {
  const texts = listOf(value, name).map((item) => textOf(item, name));
  const words = typeof value === 'string' && !COMMA.test(value) ? value.split(/\s+/u) : [];
  return splitTags([...texts, ...words]);
}

/** What a member follows, as a list of ids. */
const followed = (type: FollowType): string =>
  `select f.itemid from follow f where f.userid = ? and f.type = '${type}' and f.status = 1`;

const kinds: Readonly<Record<FollowType, string>> = {
  follow_members: `n.userid in (${followed('follow_members')})`,
  follow_contents: `n.nodeid in (select k.child from follow f join closure k on k.parent = f.itemid
    where f.userid = ? and f.type = 'follow_contents' and f.status = 1)`,
  // A channel's place in the tree is a few rows; what lies below a channel may be the whole board.
  follow_channel: `exists (select 1 from closure k where k.child = n.channelid
    and k.parent in (${followed('follow_channel')}))`,
};

const follows: ReadonlyMap<string, readonly FollowType[]> = new Map([
  ['followMembers', ['follow_members']],
  ['followContent', ['follow_contents']],
  ['followChannel', ['follow_channel']],
  ['followBoth', ['follow_contents', 'follow_channel']],
  ['followAll', ['follow_members', 'follow_contents', 'follow_channel']],
]);

/** By the members, in the topics or in the channels that the caller follows; or, of the members alone, another. */
export function followClause(value: SearchValue, facts: Facts, name: string): Clause | undefined {
  if (!(value instanceof Map)) return followedBy(facts.userid, typesOf(value, name));
  const parts = [...(value as Given)].map(([type, member]) => {
    const userid = idOf(member, `${name}.${type}`);
    const types = typesOf(type, name);
    return userid === facts.userid
      ? followedBy(userid, types)
      : followedBy(
          userid,
          types.filter((each) => each === 'follow_members'),
        );
  });
  return parts.length === 0 ? undefined : either(parts);
}

/** In the channels that the caller follows. */
export function myFollowing(value: SearchValue, facts: Facts, name: string): Clause | undefined {
  return flagOf(value, name) ? followClause('followChannel', facts, name) : undefined;
}

function typesOf(value: SearchValue, name: string): readonly FollowType[] {
  const type = textOf(value, name);
  return follows.get(type) ?? refuse(name, `it must be one of ${[...follows.keys()].join(', ')}`);
}

function followedBy(userid: number, types: readonly FollowType[]): Clause {
  if (userid === 0 || types.length === 0) return nothing;
  return either(types.map((type) => ({ sql: kinds[type], bindings: [userid] })));
}

const circles: ReadonlyMap<SearchValue, string> = new Map([
  ['iFollow', ''],
  // friends follow each other
  [
    'myFriends',
    ` and f.itemid in (select b.userid from follow b where b.itemid = ?
      and b.type = 'follow_members' and b.status = 1)`,
  ],
]);

/** The authors `iFollow` and `myFriends`; undefined for every other author. */
export function circleClause(value: SearchValue, { userid }: Facts): Clause | undefined {
  const mutual = circles.get(value);
  if (mutual === undefined) return undefined;
  if (userid === 0) return nothing;
  const bindings: Value[] = mutual === '' ? [userid] : [userid, userid];
  return { sql: `n.userid in (${followed('follow_members')}${mutual})`, bindings };
}

/**
 * Without those whom the caller ignores. Who may ban members asks with `include_blocked` for them, too.
 */
export function unignored({ given, userid, seesBlocked }: Facts): Clause | undefined {
  const included = flagOf(given.get('include_blocked'), 'include_blocked') && seesBlocked;
  if (userid === 0 || included) return undefined;
  return {
    sql: `n.userid not in (select l.relationid from userlist l where l.userid = ? and l.type = 'ignore')`,
    bindings: [userid],
  };
}
