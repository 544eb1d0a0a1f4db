import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { CallError, SessionLost, Signpost } from '../client/index.ts';
import { readonlyMethods } from '../generated/api.ts';
import { fromBytes, toBytes } from '../protocol/bytes.ts';
import { ParameterTree } from '../protocol/parameter-tree.ts';
import type { WireMap, WireValue } from '../protocol/wire.ts';
import { sandboxKey, sandboxPassword } from '../sandbox/credentials.ts';
import { KeptSession } from './kept-session.ts';
import { signedCurl } from './signed-call.ts';

interface CallOptions {
  readonly url: string;
  readonly key: string;
  readonly as?: string;
  readonly password?: string;
  readonly file: ReadonlyMap<string, string>;
  readonly curl?: true;
}

/** `signpost call METHOD`: a signed call. Ends with 1 if it is refused, or its answer cannot be trusted. */
export function callCommand(): Command {
  return new Command('call')
    .description('make a signed call and print its answer, of the sandbox unless told otherwise')
    .argument('<method>', 'such as node.getNode')
    .addArgument(
      new Argument('[parameters...]', 'such as nodeid=27 or data[title]=Hello')
        .argParser(pair)
        .default(new ParameterTree(), 'none'),
    )
    .addOption(
      new Option('--url <url>', "the board's address")
        .argParser(withScheme)
        .default('http://127.0.0.1:8080'),
    )
    .option('--key <key>', "the board's API key", sandboxKey)
    .option('--as <member>', 'log in first, and stay so in later calls as this member')
    .option('--password <password>', "the member's; NAME-password, as in the sandbox, if left out")
    .addOption(
      new Option('--file <name=path>', 'a file to upload; may be given again')
        .argParser(file)
        .default(new Map(), 'none'),
    )
    .option('--curl', 'print the call as a curl command instead of making it')
    .addHelpText(
      'after',
      `
The first call registers a client (api.init); its session is kept in signpost/sessions.json in $XDG_STATE_HOME or
~/.local/state, as a browser keeps its cookies. For example:

  signpost call node.fetchChannelNodeTree depth=2
  signpost call content_text.add data[parentid]=14 data[title]=Hello data[rawtext]=World --as alice
  signpost call content_attach.uploadPhoto --file file=photo.jpg --as alice
  signpost call node.getNode nodeid=27 --curl`,
    )
    .action(run);
}

async function run(method: string, { map }: ParameterTree, options: CallOptions): Promise<void> {
  const heard: Heard = {};
  try {
    const client = clientOf(options, heard);
    if (options.curl === true) {
      process.stdout.write(`${await curlOf(client, method, map, options)}\n`);
      return;
    }
    const params = { ...paramsOf(map), ...(await filesOf(options.file)) };
    const answer = await asMember(client, options, () => client.call(method, params));
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (heard.body !== undefined) process.stdout.write(`${pretty(heard.body)}\n`);
    process.stderr.write(`${explain(error, options)}\n`);
    process.exitCode = 1;
  }
}

/** What the server has said last. */
interface Heard {
  body?: string;
}

function clientOf({ url, key, as = '' }: CallOptions, heard: Heard): Signpost {
  const kept = new KeptSession(url, as);
  return new Signpost({
    url,
    apiKey: key,
    clientName: 'signpost call',
    session: kept.read(),
    onSession: (session) => {
      kept.write(session);
    },
    onSessionLost: () => {
      if (as === '') process.stderr.write('The session has ended: this is a guest.\n');
    },
    asGuest: as === '' ? 'all' : 'nothing',
    fetch: async (input, init) => {
      delete heard.body;
      const response = await fetch(input, init);
      heard.body = await response.clone().text();
      return response;
    },
  });
}

/** Does something as the member that is asked for, who logs in where it is needed. */
async function asMember<T>(
  client: Signpost,
  { as, password }: CallOptions,
  work: () => Promise<T>,
): Promise<T> {
  if (as === undefined) return work();
  const login = (): Promise<unknown> =>
    client.user.login({ username: as, password: password ?? sandboxPassword(as) });
  if (client.session?.member !== true) await login();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SessionLost)) throw error;
    await login();
    return work();
  }
}

/** What only reads stands in the URL, all else in the body, as the SDK does it. */
async function curlOf(
  client: Signpost,
  method: string,
  map: WireMap,
  options: CallOptions,
): Promise<string> {
  const { apiversion, features } = await asMember(client, options, () => client.init());
  const { session } = client;
  if (session === undefined) throw new Error(`There is no session at ${options.url}.`);
  const inUrl = readonlyMethods.has(method);
  const query = new Map([['api_m', toBytes(method)], ...(inUrl ? map : [])]);
  const version = String(features.typedapi ?? apiversion);
  const rest = { body: inUrl ? new Map() : map, files: options.file, version };
  const address = options.url.endsWith('.php') ? options.url : `${options.url}/api.php`;
  return signedCurl(address, query, { ...session, apikey: options.key }, rest);
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function explain(error: CallError, { url }: CallOptions): string {
  const cause = 'text' in error && typeof error.text === 'string' ? ` (${error.text})` : '';
  const advice = error.name === 'NetworkError' ? `. Does a board answer at ${url}?` : '';
  return `${error.message}${cause}${advice}`;
}

/** Names with brackets are put together as PHP does it. */
function paramsOf(map: WireMap): Record<string, unknown> {
  return Object.fromEntries([...map].map(([name, value]) => [text(name), valueOf(value)]));
}

function valueOf(value: WireValue): unknown {
  if (typeof value === 'string') return text(value);
  return new Map([...value].map(([name, member]) => [text(name), valueOf(member)]));
}

function text(bytes: string): string {
  return fromBytes(bytes) ?? bytes;
}

/** An address is often written without its scheme. */
function withScheme(address: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
}

function pair(argument: string, tree: ParameterTree): ParameterTree {
  const [name, value] = halves(argument);
  tree.add(toBytes(name), toBytes(value));
  return tree;
}

function file(argument: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files, halves(argument)]);
}

function halves(argument: string): readonly [name: string, value: string] {
  const at = argument.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return [argument.slice(0, at), argument.slice(at + 1)];
}

async function filesOf(files: ReadonlyMap<string, string>): Promise<Record<string, File>> {
  const read = [...files].map(async ([name, path]) => {
    return [name, new File([await openFile(path)], basename(path))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

async function openFile(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch (error) {
    throw new Error(`The file ${path} cannot be read.`, { cause: error });
  }
}
