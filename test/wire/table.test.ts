import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { table } from '../../src/dialects/vbulletin/legacy/table.ts';
import { toBytes } from '../../src/protocol/bytes.ts';
import { parseQuery } from '../../src/protocol/query.ts';
import { setOption } from '../support/messages.ts';
import {
  at,
  beginTopic,
  type Fields,
  javaEncode,
  type Json,
  lacks,
  loggedIn,
  messageId,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  whole,
  WireClient,
} from './client.ts';

/** All in a form; a value that begins with `raw:` is sent as it stands. */
class Sender extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', clientname: 'sender', uniqueid: unlike() };
    return this.keep(await this.form(queryOf(fields, javaEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const { token, clientid } = this.keys;
    const own = { api_m: method, api_c: clientid, api_s: token, api_sig: sum('', this.keys) };
    return this.form(queryOf({ ...own, ...fields }, encoded));
  }
}

function encoded(value: string): string {
  return value.startsWith('raw:') ? value.slice(4) : javaEncode(value);
}

type Row = (typeof table)[number];

/** What must not become a page's. */
const markup = `<script>"a"&'b'</script>`;
/** What is HTML that the board has made, or the source of a post. */
const verbatim = new Set(['message', 'message_plain', 'message_bbcode', 'signature']);

/** Where in an answer a text is not escaped. */
function unescapedIn(json: Json, path: readonly string[] = []): string[] {
  if (typeof json === 'string')
    return !verbatim.has(path.at(-1) ?? '') && /[<>"']/.test(json) ? [path.join('.')] : [];
  if (typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([name, value]) => unescapedIn(value, [...path, name]));
}

let board: TestBoard;
let author: Sender;
let callers: ReadonlyMap<string, Sender>;
let known: Readonly<Record<string, string | number>>;

beforeAll(async () => {
  board = await startBoard();
  await setOption(board, 'floodchecktime', 0);
  author = await loggedIn(new Sender(board), 'bob');
  const guest = new Sender(board);
  await guest.init();
  callers = new Map([
    ['guest', guest],
    ['member', await loggedIn(new Sender(board), 'alice')],
    ['administrator', await loggedIn(new Sender(board), 'admin')],
  ]);
  known = await facts();
});
afterAll(async () => {
  await board.stop();
});

/** Calls after which the caller is another one, or no longer: each is made by an app of its own. */
const leaving = /^(api_init|login_login|login_logout)$/;
/** Calls that change what others read. */
const changing = /^(inlinemod|postings|newreply|editpost|poll|report|visitormessage)_/;
/** These answer without `response` around it. */
const bare = /^api_(init|forumlist|usersearch|emailsearch)$/;

/** What is there to be named. */
async function facts(): Promise<Readonly<Record<string, string | number>>> {
  const found = await author.call('member', { username: 'mod' });
  const { forumid, threadid } = await beginTopic(author, `Topic ${markup} ${unlike()}`, {
    message: `${markup} ${unlike()}`,
  });
  await author.call('private_insertpm', { title: markup, recipients: 'alice', message: unlike() });
  const alice = callers.get('member') ?? author;
  const box = await alice.call('private_messagelist');
  const group = 'response.HTML.messagelist_periodgroups.messagelistbits.0';
  const search = await alice.call('search_process', { query: 'Topic' });
  const pmid = text(box, `${group}.pm.pmid`);
  const userid = whole(found, 'response.prepared.userid');
  return { forumid, threadid, pmid, userid, searchid: whole(search, 'show.searchid') };
}

/** What a client would send by a name; undefined where nobody has thought of one. */
async function plausible(row: Row): Promise<Fields | undefined> {
  const { forumid = 0, threadid = 0, pmid = 0, userid = 0, searchid = 0 } = known;
  const topic = changing.test(row.name) ? await topicIn(forumid) : threadid;
  const values: Fields = {
    ...{ forumid, destforumid: forumid, forumchoice: forumid, userid, searchid },
    ...{ threadid: topic, tlist: topic, threadids: topic, postid: topic, destthreadid: threadid },
    ...{ plist: topic, postids: topic, pollid: topic, optionnumber: 1, report_nodeid: topic },
    ...{ pmid, pm: pmid, messageids: pmid, replypmid: pmid, folderid: 0, dowhat: 'read' },
    ...{ message: `${markup} ${unlike()}`, subject: markup, title: markup, reason: markup },
    ...{ recipients: 'bob', posthash: 'a'.repeat(32), taglist: 'tag', fragment: 'bo' },
    ...{ username: row.name === 'member' ? 'bob' : `New ${unlike().slice(0, 8)}`, agree: 1 },
    ...{ email: `${unlike()}@example.org`, password: 'a long password', deletetype: 1 },
    ...{ vb_login_username: 'alice', vb_login_password: 'alice-password' },
    ...{ pagenumber: 1, perpage: 5, query: 'Topic', sortby: '', year: 1990, month: 2, day: 3 },
    ...{ dismissid: 1, listbits: userid, incomingaction: 'accept', userlist: 'buddy' },
    ...{ avatarid: 1, usertitle: 'A title', time: 'week', timestamp: 60, activationid: 'x' },
    ...{ newpassword: 'another password', dateline: 1 },
  };
  const wanted = Object.entries(row.takes);
  const due = wanted.filter(
    ([, { default: usual, text: kind }]) => usual === undefined || kind === 'file',
  );
  if (due.some(([name]) => values[name] === undefined)) return undefined;
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in row.takes));
}

async function topicIn(forumid: string | number): Promise<string> {
  const words = { subject: `Topic ${markup}`, message: `${markup} ${unlike()}` };
  return text(await author.call('newthread_postthread', { forumid, ...words }), 'show.threadid');
}

async function call(who: string, row: Row, fields: Fields): Promise<Json> {
  const client = callers.get(who) ?? author;
  if (!leaving.test(row.name)) return client.call(row.name, fields);
  const own = new Sender(board);
  await own.init();
  if (who === 'member' && row.name === 'login_logout') await own.login('alice');
  return own.call(row.name, fields);
}

/** What is wrong with an answer; nothing when a client can read it. */
function complaints(row: Row, json: Json): string[] {
  return [...shapeComplaints(row, json), ...unescapedIn(json)];
}

function shapeComplaints(row: Row, json: Json): string[] {
  if (bare.test(row.name) && !isRefusal(json)) return [];
  if (!isObject(json)) return ['no object'];
  const wrong = Object.keys(json).filter(
    (name) => !/^(response|show|session|vbphrase)$/.test(name),
  );
  if (!isObject(json.response ?? '')) wrong.push('response');
  if (!isObject(json.show ?? '')) wrong.push('show');
  for (const [name, value] of Object.entries(isObject(json.show ?? '') ? (json.show ?? {}) : {}))
    if (name !== 'threadid' && typeof value !== 'number') wrong.push(`show.${name}`);
  if (isObject(json.session ?? '')) wrong.push(...sessionComplaints(json));
  if (isObject(json.response ?? '') && 'errormessage' in (json.response as object))
    wrong.push(...messageComplaints(at(json, 'response.errormessage')));
  return wrong;
}

function sessionComplaints(json: Json): string[] {
  const userid = at(json, 'session.userid');
  const right = text(json, 'session.dbsessionhash') !== '';
  return right && (userid === '0' || typeof userid === 'number') ? [] : ['session'];
}

const lists = new Set([
  ...['redirect_login', 'cookieclear', 'badlogin_strikes_passthru', 'strikes', 'badlogin'],
  ...['redirect_updatethanks', 'redirect_addlist_contact', 'registration_complete'],
  ...['pm_messagesent', 'invalid_api_signature'],
]);
const words = new Set([
  ...['redirect_postthanks', 'redirect_postthanks_moderate', 'redirect_duplicatepost'],
  ...['redirect_duplicatethread', 'redirect_lostpw', 'search', 'searchnoresults'],
]);

function messageComplaints(message: Json): string[] {
  if (typeof message === 'string')
    return message === '' || lists.has(message) ? [`${message} as text`] : [];
  const [id] = Array.isArray(message) ? message : [];
  if (typeof id !== 'string' || words.has(id)) return [`${JSON.stringify(message)} as list`];
  return Array.isArray(message) && message.some((item) => typeof item === 'object')
    ? ['nested errormessage']
    : [];
}

function isRefusal(json: Json): boolean {
  return isObject(json) && 'response' in json;
}

function isObject(json: Json): json is Record<string, Json> {
  return typeof json === 'object' && !Array.isArray(json);
}

/** The id that an answer tells; '' for none. */
function idOf(json: Json): string {
  return lacks(json, 'response.errormessage') ? '' : messageId(json);
}

const rows = table.map((row) => [row.name, row] as const);
/** A client that has sent all there is to send must not be told so. */
const misunderstood = /^(missing_parameter|invalid_parameter|noid|unexpected_error|invalid_api)/;

function faults(since: number): string[] {
  return board.logs.slice(since).filter((line) => /"level":(50|60)|"err":/.test(line));
}

describe('every legacy name', () => {
  test.each(rows)('%s answers everybody in every version', async (_, row) => {
    const since = board.logs.length;
    for (const who of callers.keys()) {
      for (const version of ['1', '4', undefined]) {
        const fields = await plausible(row);
        const json = await call(who, row, { ...fields, ...(version && { api_v: version }) });
        expect([who, version, complaints(row, json)]).toEqual([who, version, []]);
        if (fields !== undefined) expect(idOf(json)).not.toMatch(misunderstood);
      }
    }
    expect(faults(since)).toEqual([]);
  });
});

const hostile: readonly Fields[] = [
  ...[
    '',
    ' ',
    '-1',
    '0',
    '999999999',
    '99999999999999999999',
    '1e9',
    'abc',
    'raw:%FF%FE',
    'raw:%00',
  ],
  ...[
    `raw:${'['.repeat(100_000)}`,
    `raw:${'[quote]'.repeat(14_000)}`,
    `raw:${'{"a":'.repeat(20_000)}`,
  ],
  ...[
    Array.from({ length: 2000 }, (__, index) => 1_000_000 + index).join(','),
    "' or '1'='1",
    '%_\\',
    '__proto__',
  ],
].map((value) => ({ '': value }));
const arrays: readonly Fields[] = [
  { '[]': 'x' },
  { '[a][b][c]': 'x' },
  { '[__proto__]': 'x' },
  { '[-1]': '-1', '[x]': '' },
];

/** The hostile values of a parameter: of those that its kind reads as the same only the first. */
function probesOf(row: Row, name: string): readonly Fields[] {
  const probes = new Map<string, Fields>();
  for (const values of [...hostile, ...arrays]) {
    const seen = seenAs(row, name, values);
    if (!probes.has(seen)) probes.set(seen, values);
  }
  return [{}, ...probes.values()];
}

/** What the method gets, or the refusal, as text. */
function seenAs(row: Row, name: string, values: Fields): string {
  const { map } = parseQuery(toBytes(queryOf(under(name, values), encoded)));
  const request = { params: map, files: new Map(), cookies: '', escaped: false };
  try {
    return JSON.stringify({ seen: row.takes[name]?.read(request, name) });
  } catch (error) {
    return String(error);
  }
}

function under(name: string, values: Fields): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([inner, value]) => [`${name}${inner}`, value]),
  );
}

/** Servers get every so many: what they share with SQLite need not be asked three times. */
const STEP = globalThis.TEST_DATABASE === 'sqlite' ? 1 : 6;

describe('whatever is sent', () => {
  test.each(rows.filter(([, row]) => Object.keys(row.takes).length > 0))(
    '%s answers so that a client can read it',
    async (_, row) => {
      const since = board.logs.length;
      const names = [...callers.keys()];
      let count = 0;
      const usual = (await plausible(row)) ?? {};
      for (const name of Object.keys(row.takes)) {
        const others = Object.entries(usual).filter(([one]) => one !== name);
        for (const values of probesOf(row, name)) {
          count += 1;
          if (count % STEP !== 0) continue;
          const fields: Fields = { ...Object.fromEntries(others), ...under(name, values) };
          const json = await call(names[count % names.length] ?? '', row, fields);
          expect([fields, complaints(row, json)]).toEqual([fields, []]);
          expect(idOf(json)).not.toBe('unexpected_error');
        }
      }
      expect(faults(since)).toEqual([]);
    },
  );

  test('and afterwards the board answers as before', async () => {
    board.tick(3600);
    await loggedIn(new Sender(board), 'alice');
  });
});
