import { expect } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import {
  at,
  exchange,
  type Fields,
  FORM,
  javaEncode,
  type Json,
  lacks,
  md5,
  multipart,
  phpEncode,
  pythonEncode,
  queryOf,
  sorted,
  sum,
  type TestBoard,
  unlike,
  whole,
  WireClient,
} from './client.ts';

/** The parameters of an init; the letter stands for what tells one app from another. */
function named(clientname: string, platformname: string, uniqueid: string): Fields {
  return { clientname, clientversion: '1.0', platformname, platformversion: '1', uniqueid };
}

/**
 * N, apocist/nodeVBulletinAPI: everything in a multipart body, so that its signature is the same all evening; md5 sums
 * for passwords; ids for inline moderation in a cookie; echoes the server's version.
 */
export class N extends WireClient {
  apiversion = '';
  session: Json = {};

  async init(): Promise<Json> {
    const json = await this.call('api_init', named('nodeVBulletinAPI', 'Node', '1234'));
    // all truthy, or the session is refused
    for (const name of ['apiversion', 'apiaccesstoken', 'sessionhash', 'apiclientid', 'secret'])
      expect(at(json, name)).toBeTruthy();
    this.apiversion = String(whole(json, 'apiversion'));
    return this.keep(json);
  }

  call(method: string, fields: Fields = {}, cookie?: string): Promise<Json> {
    const { token, clientid } = this.keys;
    const { body, headers } = multipart({
      ...fields,
      api_m: method,
      api_c: clientid,
      api_s: token,
      api_v: this.apiversion,
      api_sig: token === '' ? '' : sum('', this.keys),
    });
    return exchange(this.board, {
      method: 'POST',
      body,
      headers: {
        'User-Agent': 'nodeVBulletinAPI',
        ...headers,
        ...(cookie !== undefined && { Cookie: cookie }),
      },
    });
  }

  override async login(name: string, password = `${name}-password`): Promise<Json> {
    const json = await this.call('login_login', {
      vb_login_username: name,
      vb_login_md5password: md5(password),
    });
    this.session = at(json, 'session');
    return json;
  }
}

/**
 * J, apocist/VBulletinAPI: a query signed with `api_m` first and the rest sorted, encoded as Java does, and the same
 * again as the body; never a version; passwords plain; quotes, backslashes and tabs as character references.
 */
export class J extends WireClient {
  constructor(board: TestBoard) {
    super(board);
    Object.assign(this.keys, { token: 'null', clientid: 'null' });
  }

  async init(): Promise<Json> {
    const json = await this.call('api_init', named('VBulletinAPI', 'Java', '1'));
    expect(lacks(json, 'response.errormessage')).toBe(true);
    return this.keep(json);
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const escaped = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, references(String(value))]),
    );
    const signed = queryOf({ api_m: method, ...sorted(escaped) }, javaEncode);
    const { token, clientid } = this.keys;
    const query = `${signed}&api_c=${clientid}&api_s=${token}&api_sig=${sum(signed, this.keys)}`;
    return exchange(this.board, {
      method: 'POST',
      query,
      body: query,
      headers: { 'Content-Type': FORM, 'User-Agent': 'Java/17.0.15' },
    });
  }
}

function references(value: string): string {
  return value
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;')
    .replaceAll('\\', '&#092;')
    .replaceAll('\t', '&#009;');
}

/** P, pgrzesiecki/vbulletin-api-php: native names by GET, all else in bodies with the constant signature; signs its init. */
export class P extends WireClient {
  async init(): Promise<Json> {
    const fields = sorted({ api_m: 'api.init', ...named('cn', 'pn', 'uniq') });
    const signed = queryOf(fields, phpEncode);
    const json = await this.get(`${signed}&api_sig=${md5(signed + sandboxKey)}`);
    expect(whole(json, 'apiversion')).toBeGreaterThan(0);
    expect(whole(json, 'apiclientid')).toBeGreaterThan(0);
    return this.keep(json);
  }

  fetch(method: string, fields: Fields = {}): Promise<Json> {
    const { api_v = '', ...signedFields } = fields;
    const signed = queryOf(sorted({ ...signedFields, api_m: method }), phpEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys), api_v };
    return this.get(`${signed}&${queryOf(own, phpEncode)}`);
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    return this.constant(method, fields, phpEncode, 'GuzzleHttp/7');
  }
}

/** A, Arsenalist's Python client: all in bodies; its init names the API key as the token; never a version. */
export class A extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named('PythonClient', 'Python', 'a') };
    return this.keep(await this.form(queryOf({ ...fields, api_s: sandboxKey }, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    return this.constant(method, fields, pythonEncode, 'Python-urllib/3.8');
  }
}

/** K, "vMobile": Android, all in forms, signs the empty text only; one uniqueid for all. */
export class K extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named('vMobile', 'Android', 'abc') };
    return this.keep(await this.form(queryOf(fields, javaEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    return this.constant(method, fields, javaEncode, 'okhttp/3');
  }
}

/** L, lex4vn/vbb-apis: PHP, form bodies with the constant signature, version 1 for nearly everything. */
export class L extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named('vbb', 'php', 'l-1') };
    return this.keep(await this.form(queryOf(fields, phpEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    return this.constant(method, { ...fields, api_v: 1 }, phpEncode, 'GuzzleHttp/6');
  }

  override login(name: string, password = `${name}-password`): Promise<Json> {
    return this.call('login_login', {
      vb_login_username: name,
      vb_login_md5password: md5(password),
      vb_login_md5password_utf: md5(password),
      debug: 1,
    });
  }
}

/** G, grimoirelab-perceval: everything by GET, sorted and signed, version 1; it reads lists only. */
export class G extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named('perceval', 'linux', 'perceval') };
    return this.keep(await this.get(queryOf(fields, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf(sorted({ ...fields, api_m: method }), pythonEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys), api_v: 1 };
    return this.get(`${signed}&${queryOf(own, pythonEncode)}`);
  }
}

/**
 * M, michaelbull/ModBot: only `api_m` in the URL, and signed; all else in the body; no version. A topic's one post must be
 * an object, a list of topics a list.
 */
export class M extends WireClient {
  async init(): Promise<Json> {
    const fields = named('ModBot', 'Java', 'modbot-1');
    return this.keep(await this.form(queryOf(fields, javaEncode), 'api_m=api_init'));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = `api_m=${method}`;
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.form(queryOf({ ...fields, ...own }, javaEncode), signed, {
      'User-Agent': 'Java/1.8.0',
    });
  }

  override login(name: string, password = `${name}-password`): Promise<Json> {
    const left = { cookieuser: 1, s: '', securitytoken: 'guest' };
    return this.call('login_login', {
      vb_login_username: name,
      vb_login_password: password,
      ...left,
    });
  }
}

/** E, "icbot": Python, `api_m` alone in the URL and signed, with it who calls; the rest in the body. */
export class E extends WireClient {
  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named('icbot', 'Python', 'icbot') };
    return this.keep(await this.get(queryOf(fields, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf({ api_m: method }, pythonEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.form(queryOf(fields, pythonEncode), `${signed}&${queryOf(own, pythonEncode)}`, {
      'User-Agent': 'Python-urllib/2.7',
    });
  }

  override login(name: string, password = `${name}-password`): Promise<Json> {
    const vb_login_md5password = md5(password);
    return this.call('login_login', { vb_login_username: name, vb_login_md5password });
  }
}

/** All by GET; the text is signed before it is encoded. */
abstract class Undecoded extends WireClient {
  protected abstract readonly first: Fields;

  async init(): Promise<Json> {
    return this.keep(await this.get(queryOf(this.first, encodeURIComponent)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const all = sorted({ ...fields, api_m: method });
    const signed = queryOf(all, (plain) => plain);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.get(queryOf({ ...all, ...own }, encodeURIComponent));
  }
}

/** B, haugli/Bullitt: Swift. R begins alike, in Rust. */
export class B extends Undecoded {
  protected readonly first = { api_m: 'api_init', ...named('Bullitt', 'iOS', 'b-1') };
}

/** D, Pharaon3/operationsports: Flutter, native names, one uniqueid for all. */
export class D extends Undecoded {
  protected readonly first = {
    api_m: 'api.init',
    ...named('OpSportsApp', 'flutter', 'OpSportsApp'),
  };
}

/** A client like many that nobody has written down: it signs its query, and sends what is left over from web forms. */
export class Plain extends WireClient {
  /** '' to send none. */
  version: string;
  readonly clientname: string;

  constructor(board: TestBoard, version = '', clientname = 'plain') {
    super(board);
    this.version = version;
    this.clientname = clientname;
  }

  async init(): Promise<Json> {
    const fields = { api_m: 'api_init', ...named(this.clientname, 'x', unlike()) };
    return this.keep(await this.get(queryOf(fields, phpEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const rest = { s: '', securitytoken: 'guest', do: 'whatever', debug: 1 };
    const signed = queryOf(sorted({ ...rest, ...fields, api_m: method }), phpEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    const version: Fields = this.version === '' ? {} : { api_v: this.version };
    return this.get(`${signed}&${queryOf({ ...own, ...version }, phpEncode)}`);
  }
}
