import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { manifest } from '../../src/call/manifest.ts';
import type { MethodSpec, ParameterSpec } from '../../src/protocol/manifest.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Crowd, fillWithCrowd } from '../support/many.ts';
import { countStatements } from '../support/statements.ts';

/** How a method is asked for so many items: 5, and then 50. */
type Ask = (crowd: Crowd, items: number) => object;
interface Growing {
  readonly ask: Ask;
  /** Who asks; alice, when it is left out. */
  readonly as?: (crowd: Crowd, items: number) => Signpost;
  /** Set where the answer is one number or flag, whatever it was worked out from. */
  readonly short?: true;
}

const perpage: Ask = (_, items) => ({ perpage: items });
const options: Growing = { ask: (_, items) => ({ options: { perpage: items } }) };
const one: Ask = ({ topics }) => ({ nodeid: topics[0] });
const folders: Growing = {
  ask: () => ({}),
  as: ({ alice, bob }, items) => (items === 5 ? bob : alice),
};
const phrases = ['no_permission', 'badlogin', 'toobusy', 'invalid_node_id', 'invalid_data'];
const search = JSON.stringify({ keywords: 'many' });

/** Every method that gives or takes a list: how it is called, or why its answer does not grow. */
const lists: Readonly<Record<string, Growing | string>> = {
  'api.methods': 'it is the manifest',
  'apikey.fetchAll': 'one statement for all keys',
  'apikey.fetchLog': 'the uses of one key, in one statement',
  'content_attach.fetchAttachByFiledataids': {
    ask: ({ files }, items) => ({ filedataids: files.slice(0, items) }),
  },
  'content_attach.fetchByPosthash': 'the uploads of one post, in one statement',
  'content_channel.fetchTopLevelChannelIds': 'the board has them in memory',
  'content_channel.getFullContent': 'one node',
  'content_privatemessage.fetchParticipants': {
    ask: ({ talks }, items) => ({ nodeid: talks[items === 5 ? 0 : 1] }),
  },
  'content_privatemessage.getMessage': {
    ask: ({ letters }, items) => ({ nodeid: letters[items === 5 ? 0 : 1] }),
  },
  'content_privatemessage.getForward': {
    ask: ({ letters }, items) => ({ nodeids: letters.slice(0, items) }),
  },
  'content_privatemessage.getFullContent': 'one node',
  'content_privatemessage.listMessages': { ask: (_, items) => ({ data: { perpage: items } }) },
  'content_privatemessage.listRequests': { ask: (_, items) => ({ data: { perpage: items } }) },
  'content_privatemessage.getFolderMsgCount': {
    ask: (_, items) => ({ folderid: 1, perpage: items }),
    short: true,
  },
  'content_privatemessage.fetchSummary': folders,
  'content_privatemessage.listFolders': folders,
  'content_privatemessage.fetchFolders': { ...folders, ask: () => ({ userid: 0 }) },
  'content_text.getFullContent': 'one node',
  'content_channel.getAutocomplete': 'titles of channels, in one statement',
  'content_channel.getContributors': 'the grants of one channel, in one statement',
  'content_channel.getTopLevelChannel': 'one channel',
  'content_privatemessage.listNotifications': {
    ask: (_, items) => ({ data: { perpage: items } }),
  },
  'content_text.getEditHistory': 'the versions of one post, in one statement',
  'content_text.getQuotes': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items / 5) }),
  },
  'content_text.listVisitorMessages': 'see test/services/visitor-messages.test.ts',
  'content_report.listReports': 'see test/services/content_report.test.ts',
  'content_report.countReports': 'see test/services/content_report.test.ts',
  'language.fetchAll': 'they are part of the program',
  'language.getLanguageTitles': 'they are part of the program',
  'node.fetchActivity': { ask: (_, items) => ({ params: { perpage: items } }) },
  'node.fetchModLogs': 'see test/services/moderation.test.ts',
  'node.fetchModerators': 'the moderators of one channel, in one statement',
  'node.fetchUnreadCounts': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items) }),
  },
  'node.getFirstAnswers': {
    ask: ({ topics }, items) => ({ starterids: topics.slice(0, items) }),
    short: true,
  },
  'node.listFiltered': { ask: (_, items) => ({ criteria: { perpage: items } }) },
  'node.getAlbums': 'see test/services/albums.test.ts',
  'node.getCurrentUserChannels': 'the board has them in memory',
  'node.listPendingPosts': 'see test/services/moderation.test.ts',
  'node.listPendingPostsForCurrentUser': 'see test/services/moderation.test.ts',
  'user.fetchAvatars': { ask: ({ members }, items) => ({ userids: members.slice(0, items) }) },
  'content_channel.getContent': 'one node',
  'content_channel.getBareContent': 'one node',
  'content.getQuotes': 'the same as content_text.getQuotes',
  'content_gallery.getQuotes': 'the same as content_text.getQuotes',
  'content_link.getQuotes': 'the same as content_text.getQuotes',
  'content_poll.getQuotes': 'the same as content_text.getQuotes',
  'content_privatemessage.getQuotes': 'the same as content_text.getQuotes',
  'content_report.getQuotes': 'the same as content_text.getQuotes',
  'content_video.getQuotes': 'the same as content_text.getQuotes',
  'content.getFullContent': 'one node',
  'content.getContent': 'one node',
  'content.getBareContent': 'one node',
  'posthistory.fetchHistory': 'two versions of one post',
  'content_gallery.getFullContent': 'one node',
  'content_gallery.getContent': 'one node',
  'content_gallery.getBareContent': 'one node',
  'content_link.getFullContent': 'one node',
  'content_link.getContent': 'one node',
  'content_link.getBareContent': 'one node',
  'content_poll.getFullContent': 'one node',
  'content_poll.getContent': 'one node',
  'content_poll.getBareContent': 'one node',
  'content_privatemessage.getContent': 'one node',
  'content_privatemessage.getBareContent': 'one node',
  'content_report.getFullContent': 'one node',
  'content_report.getContent': 'one node',
  'content_report.getBareContent': 'one node',
  'content_text.getContent': 'one node',
  'content_text.getBareContent': 'one node',
  'content_video.getFullContent': 'one node',
  'content_video.getContent': 'one node',
  'content_video.getBareContent': 'one node',
  'filedata.fetchFiledataByid': { ask: ({ files }, items) => ({ ids: files.slice(0, items) }) },
  'follow.getFollowers': options,
  'follow.getFollowersForCurrentUser': options,
  'follow.getFollowing': options,
  'follow.getFollowingForCurrentUser': {
    ask: (_, items) => ({ type: 'follow_all', options: { perpage: items } }),
  },
  'follow.getFollowingChannels': options,
  'follow.getFollowingUsers': options,
  'follow.getFollowingContent': options,
  'follow.getFollowingActivities': options,
  'follow.getFollowingUserActivities': {
    ...options,
    as: ({ admin }) => admin,
  },
  'follow.getContentFollowers': {
    ask: ({ topics }, items) => ({ nodeid: topics[0], perpage: items }),
    as: ({ admin }) => admin,
  },
  'follow.getNodeSubscribers': {
    ask: ({ topics }, items) => ({ nodeid: topics[0], options: { perpage: items } }),
    as: ({ admin }) => admin,
  },
  'follow.isFollowingContentList': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items) }),
  },
  'node.getNodes': {
    ask: ({ topics }, items) => ({ nodeList: topics.slice(0, items), withJoinableContent: true }),
  },
  'node.getNodeContent': 'one node',
  'node.getNodeFullContent': 'one node',
  'node.getFullContentforNodes': {
    ask: ({ topics }, items) => ({ nodeList: topics.slice(0, items) }),
  },
  'node.getContentforNodes': {
    ask: ({ topics }, items) => ({ nodeList: topics.slice(0, items) }),
  },
  'node.listNodeContent': { ask: ({ topics }, items) => ({ parentid: topics[0], perpage: items }) },
  'node.listNodeFullContent': {
    ask: ({ channel }, items) => ({ parentid: channel, depth: 1, perpage: items }),
  },
  'node.listNodeFullContentCount': {
    ask: ({ channel }, items) => ({ parentid: channel, perpage: items }),
    short: true,
  },
  'node.fetchChannelNodeTree': {
    ask: ({ channel, small }, items) => ({ parentid: items === 5 ? small : channel }),
  },
  'node.getNodeAttachments': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items) }),
  },
  'node.getNodeAttachmentsPublicInfo': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items) }),
  },
  'node.getAttachmentPublicInfo': 'one attachment',
  'notification.fetchNotificationsForCurrentUser': {
    ask: (_, items) => ({ data: { perpage: items, showdetail: true } }),
  },
  'oauthclient.fetchAll': 'one statement for all clients',
  'oauthclient.fetchGranted': 'the grants of one member, in one statement',
  'oauthclient.fetchScopes': 'one statement for all scopes',
  'options.fetch': 'the board has them in memory',
  'options.fetchValues': 'the board has them in memory',
  'phrase.fetch': { ask: (_, items) => ({ phrases: phrases.slice(0, items === 5 ? 1 : 5) }) },
  'phrase.fetchByGroup': { ask: () => ({ groups: ['error'] }), short: true },
  'phrase.getPhrases': { ask: (_, items) => ({ phrases: phrases.slice(0, items === 5 ? 1 : 5) }) },
  'profile.getAlbum': 'see test/services/albums.test.ts',
  'profile.fetchMedia': {
    ask: (_, items) => ({ perpage: items }),
  },
  'profile.getDefaultAvatars': 'they are part of the program',
  'reactions.fetchEnabledReactionsList': 'seven rows, in one statement',
  'reactions.fetchGiven': {
    ask: ({ topics }, items) => ({ nodeids: topics.slice(0, items) }),
    short: true,
  },
  'reactions.fetchWhovoted': {
    ask: ({ topics }, items) => ({ nodeid: topics[items === 5 ? 1 : 0], votetypeid: 1 }),
  },
  'search.getInitialResults': {
    ask: (_, items) => ({ search_json: search, perpage: items }),
  },
  'search.getInitialNodes': { ask: (_, items) => ({ search_json: search, perpage: items }) },
  'search.getMoreResults': { ask: (_, items) => ({ resultId: kept, perpage: items }) },
  'search.getMoreNodes': { ask: (_, items) => ({ resultId: kept, perpage: items }) },
  'search.getChannelTopics': {
    ask: ({ channel }, items) => ({ search_json: JSON.stringify({ channel }), perpage: items }),
  },
  'search.getPageNumber': {
    ask: (crowd, items) => ({ ...one(crowd, items), ...perpage(crowd, items) }),
    short: true,
  },
  'search.getRelatedTopics': {
    ask: (crowd, items) => ({ ...one(crowd, items), count: items === 5 ? 5 : 20 }),
  },
  'search.getSearchableContentTypes': 'the board has them in memory',
  'search.getChannels': {
    ask: ({ channel, small }, items) => ({ topLevelChannel: items === 5 ? small : channel }),
  },
  'tags.getTags': { ask: ({ tags }, items) => ({ tagids: tags.slice(0, items) }) },
  'tags.fetchTagsForCloud': { ask: (_, items) => ({ limit: items }) },
  'tags.getAutocomplete': { ask: (_, items) => ({ searchStr: 'crowd', limitnumber: items }) },
  'tags.getSuggestedTagsForNode': 'at most twenty tags, in three statements',
  'tags.getSuggestedTagsForNodeText': 'at most twenty tags, in one statement',
  'tags.validTags': {
    ask: (_, items) => ({ taglist: Array.from({ length: items / 5 }, (__, index) => `t${index}`) }),
    short: true,
  },
  'user.fetchUserinfo': 'one member',
  'user.fetchByUsername': 'one member',
  'user.fetchByEmail': 'one member',
  'user.fetchProfileFieldsForRegistration': 'one statement for all fields',
  'user.fetchBirthdays': 'names of one day, in one statement',
  'user.fetchUserProfileFields': 'one statement for all fields',
  'user.getAutocomplete': { ask: (_, items) => ({ searchStr: 'crowd', limitnumber: items }) },
  'user.memberList': { ask: (_, items) => ({ criteria: { perpage: items } }) },
  'user.fetchUsers': { ask: ({ members }, items) => ({ userids: members.slice(0, items) }) },
  'user.fetchUsernames': { ask: ({ members }, items) => ({ userIds: members.slice(0, items) }) },
  'user.getNamecardInfoBulk': {
    ask: ({ members }, items) => ({ userids: members.slice(0, items) }),
  },
  'user.havePermissions': {
    ask: ({ channel }, items) => ({
      ...{ group: 'forumpermissions', permission: 'canview' },
      nodeIds: Array.from({ length: items }, () => channel),
    }),
    short: true,
  },
  'user.getGroupInTopic': {
    ask: ({ members }, items) => ({ userid: members[items === 5 ? 0 : 1] }),
    as: ({ admin }) => admin,
  },
  'userrank.fetchAll': 'the board has them in memory',
  'usergroup.fetchUsergroupList': 'one statement for all groups',
  'usergroup.fetchBannedUsergroups': 'one statement for all groups',
  'webhook.fetchAll': 'one statement for all webhooks',
  'webhook.fetchDeliveries': 'the deliveries of one webhook, in one statement',
  'wol.fetchAll': { ask: perpage },
};

let board: TestBoard;
let crowd: Crowd;
/** A search whose results were kept. */
let kept: unknown;
beforeAll(async () => {
  board = await startBoard();
  crowd = await fillWithCrowd(board);
  kept = await crowd.alice.call('search.getSearchResult', { search_json: search });
}, 240_000);
afterAll(async () => {
  await board.stop();
});

/** A method that reads, and is paged, takes a list, or gives one. */
function isList({ method, mode, parameters, returns }: MethodSpec): boolean {
  if (mode !== 'readonly' && !/^(get|fetch|list)/.test(method)) return false;
  const collection =
    /\[\]|^Record|Map|Page|Tree|List|Results|Nodes|Topics|Voters|Stream|Conversation/;
  return parameters.some(isPaged) || collection.test(returns);
}

function isPaged({ name, type }: ParameterSpec): boolean {
  if (/perpage|limit|count/i.test(name) || ['list', 'keyed'].includes(type.kind)) return true;
  return type.kind === 'fields' && type.fields.some(isPaged);
}

test('every list method is in the table, and nothing else', () => {
  const methods = manifest.filter(isList).map((spec) => `${spec.class}.${spec.method}`);
  expect(Object.keys(lists).sort()).toEqual(methods.sort());
});

const growing = Object.entries(lists).filter(
  (entry): entry is [string, Growing] => typeof entry[1] !== 'string',
);

describe('fifty items take as many statements as five', () => {
  test.each(growing)('%s', async (method, { ask, as, short }) => {
    const counts: number[] = [];
    const lengths: number[] = [];
    for (const items of [5, 50]) {
      const client = as?.(crowd, items) ?? crowd.alice;
      const counting = countStatements(board, async () => {
        const answer = await client.call(method, { ...ask(crowd, items) });
        lengths.push(JSON.stringify(answer).length);
      });
      counts.push(await counting);
    }
    const [few = Number.NaN, many] = counts;
    expect(many).toBe(few);
    const [small = 0, large = 0] = lengths;
    expect(large).toBeGreaterThan(short === true ? 0 : small * 1.5);
  });
});
