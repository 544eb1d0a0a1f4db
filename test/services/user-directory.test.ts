import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MemberCriteria, Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { idOf, newMember, refusal } from '../support/members.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let guest: Signpost;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
});
afterAll(async () => {
  await board.stop();
});

async function names(criteria: MemberCriteria): Promise<readonly string[]> {
  const { members } = await guest.user.memberList({ criteria });
  return members.map(({ username }) => username);
}

describe('suggestions', () => {
  test('are names that begin with the text, in any case', async () => {
    const id = await idOf(board, 'alice');
    const { suggestions } = await guest.user.getAutocomplete({ searchStr: 'ALI' });
    expect(suggestions).toContainEqual({ title: 'alice', value: 'alice', id });
    for (const { title } of suggestions) expect(title.toLowerCase()).toMatch(/^ali/);
  });

  test.each([[''], ['  '], ['%'], ['_lice'], ['lice'], ["a' or 1=1"], ['\\']])(
    'for %j are none',
    async (searchStr) => {
      expect(await guest.user.getAutocomplete({ searchStr })).toEqual({ suggestions: [] });
    },
  );

  test('are skipped, limited and ordered as asked', async () => {
    const all = await guest.user.getAutocomplete({ searchStr: 'm', direction: 'desc' });
    const titles = all.suggestions.map(({ title }) => title.toLowerCase());
    expect(titles).toEqual([...titles].sort().reverse());
    const second = { searchStr: 'm', direction: 'DESC', limitstart: 1, limitnumber: 1 };
    expect(await guest.call('user.getAutocomplete', second)).toEqual({
      suggestions: all.suggestions.slice(1, 2),
    });
    for (const wrong of [{ orderby: 'email' }, { orderby: 'toString' }, { direction: 'up' }]) {
      const call = guest.call('user.getAutocomplete', { searchStr: 'm', ...wrong });
      const name = Object.keys(wrong)[0];
      expect(await refusal(call)).toEqual(['invalid_parameter', name, expect.any(String)]);
    }
  });
});

describe('the list of members', () => {
  test('comes in pages that together have everybody once', async () => {
    const { members, pagingInfo } = await guest.user.memberList({ criteria: { perpage: 5 } });
    const seen = members.map(({ userid }) => userid);
    for (let pagenumber = 2; pagenumber <= pagingInfo.totalpages; pagenumber += 1) {
      const next = await guest.user.memberList({ criteria: { perpage: 5, pagenumber } });
      seen.push(...next.members.map(({ userid }) => userid));
    }
    expect(new Set(seen).size).toBe(pagingInfo.totalcount);
    expect(seen).toHaveLength(pagingInfo.totalcount);
    expect(pagingInfo).toMatchObject({ currentpage: 1, perpage: 5 });
  });

  test('past its end is empty', async () => {
    for (const pagenumber of [1000, 2_147_483_647]) {
      const { members } = await guest.user.memberList({ criteria: { pagenumber } });
      expect(members).toEqual([]);
    }
    expect(await refusal(guest.user.memberList({ criteria: { perpage: -1 } }))).toEqual([
      'invalid_parameter',
      'criteria[perpage]',
      expect.any(String),
    ]);
    const huge = await guest.user.memberList({ criteria: { perpage: 100_000 } });
    expect(huge.pagingInfo.perpage).toBe(100);
  });

  test.each(['username', 'joindate', 'posts', 'reputation', 'userid'] as const)(
    'is ordered by %s',
    async (sortfield) => {
      const up = await names({ sortfield, perpage: 100 });
      const down = await names({ sortfield, sortorder: 'desc', perpage: 100 });
      expect(down).toEqual([...up].reverse());
    },
  );

  test('is narrowed by the first letters', async () => {
    expect(await names({ startswith: 'ALIC' })).toEqual(['alice']);
    expect(await names({ startswith: '%' })).toEqual([]);
    await newMember(board, { user: { username: '9 lives', email: 'nine@example.org' } });
    expect(await names({ startswith: '#' })).toEqual(['9 lives', 'Ольга', 'سارة', '太郎', '민준']);
    const { pagingInfo } = await guest.user.memberList({ criteria: { startswith: 'alic' } });
    expect(pagingInfo).toMatchObject({ totalcount: 1, totalpages: 1 });
  });

  test('has nobody who waits for his confirmation', async () => {
    const { userid, username } = await newMember(board);
    const admin = await board.login('admin');
    expect(await names({ startswith: username })).toEqual([username]);
    await admin.user.save({ userid, password: '', user: { usergroupid: 3 } });
    expect(await names({ startswith: username })).toEqual([]);
  });

  test('shows no more of a member than his record', async () => {
    const { members } = await guest.user.memberList({ criteria: { startswith: 'alice' } });
    expect(members).toEqual([await guest.user.fetchByUsername({ username: 'alice' })]);
    expect(members[0]).not.toHaveProperty('email');
  });

  test('takes as many statements for a long page as for a short one', async () => {
    const queries = (perpage: number): Promise<number> =>
      countStatements(board, () => guest.user.memberList({ criteria: { perpage } }));
    expect(await queries(20)).toBe(await queries(1));
  });

  test('is closed to those whose usergroup may not see members', async () => {
    const closed = await startBoard();
    try {
      await closed.database.transaction((db) =>
        db.run('update usergroup set genericpermissions = 0 where usergroupid in (1, 2)'),
      );
      await closed.running.environment.caches.forgetBoard();
      const { user } = closed.guest();
      const alice = await closed.login('alice');
      const userid = await idOf(closed, 'bob');
      const calls = [
        (app: Signpost['user']) => app.memberList(),
        (app: Signpost['user']) => app.getAutocomplete({ searchStr: 'a' }),
        (app: Signpost['user']) => app.getNamecardInfo({ userid }),
        (app: Signpost['user']) => app.fetchProfileInfo({ userid }),
      ];
      for (const call of calls) {
        expect(await refusal(call(user))).toEqual(['not_logged_no_permission']);
        expect(await refusal(call(alice.user))).toEqual(['no_permission']);
      }
      expect(await alice.user.fetchProfileInfo()).toMatchObject({ username: 'alice' });
    } finally {
      await closed.stop();
    }
  });
});

test('names are told by id, with the addresses of profiles', async () => {
  const userid = await idOf(board, 'alice');
  const userIds = [userid, 999_999, 0];
  const found = (await guest.user.fetchUsernames({ userIds }))[userid];
  expect(found).toEqual({
    username: 'alice',
    profileUrl: expect.stringMatching(new RegExp(`/member/${userid}-alice$`)),
  });
  const short = await guest.user.fetchUsernames({ userIds, profileUrl: false });
  expect(short).toEqual({ [userid]: { username: 'alice' } });
});

test('a card shows a member, and whether the caller ignores him', async () => {
  const userid = await idOf(board, 'bob');
  const alice = await board.login('alice');
  expect(await alice.user.getNamecardInfo({ userid })).toMatchObject({
    ...{ userid, username: 'bob', displayusertitle: 'Member', isignored: 0 },
  });
  await alice.user.ignoreUser({ userid });
  const cards = await alice.user.getNamecardInfoBulk({ userids: [userid, 999_999] });
  expect(Object.keys(cards)).toEqual([String(userid)]);
  expect(cards[userid]).toMatchObject({ isignored: 1 });
  expect(await guest.user.getNamecardInfo({ userid })).toMatchObject({ isignored: 0 });
  const missing = guest.user.getNamecardInfo({ userid: 999_999 });
  expect(await refusal(missing)).toEqual(['invalid_user_specified']);
});
