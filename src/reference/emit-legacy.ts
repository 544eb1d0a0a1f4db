import type { Kind } from '../dialects/vbulletin/legacy/kinds.ts';
import type { AnyRoute } from '../dialects/vbulletin/legacy/route.ts';
import type { RouteGroup } from '../dialects/vbulletin/legacy/table.ts';
import { firstSentence } from './emit-class.ts';
import { code, generatedPage, table, type Row } from './markdown.ts';
import { legacyPage, link, mainPage, methodLink, rebased } from './places.ts';

const introduction = `## Legacy names

The names of vBulletin 3 and 4 answer at the same addresses, with the same tokens and signatures. They have no dot.

- An answer has \`response\` and \`show\`, and where somebody logs in or out \`session\`; what is *bare* below is the answer itself. There is no \`null\`.
- \`errormessage\` tells success and failure alike: a text for an id without arguments, a list of the id and its arguments otherwise. Refusals keep the id of [the errors](#errors), but for \`nopermission_loggedout\` and \`nopermission_loggedin\`, \`invalidid\` and \`noid\` (with \`thread\`, \`forum\`, \`post\`, \`pm\` or \`user\` behind), \`badlogin_strikes_passthru\` (tries at index 3).
- Numbers are text, but for everything in \`show\` and \`session\`, \`messagesingroup\`, \`onlinestatus\` (1 online, 0 not, 2 invisible to others; \`onlinestatusphrase\` is \`x_is_online_now\`, \`x_is_offline\`, \`x_is_invisible\`), and what stands in an \`errormessage\`; \`show.threadid\` is text, \`show.postid\` a number.
- With \`api_v=1\` \`userbit\` of a private message is a list, dates and times are text (\`11-22-2026\`, \`03:41 AM\`) by the member's clock, a guest's in UTC, private messages come in a list of periods, and \`postbits\`, \`messagelistbits\` and \`pollbits\` with one element are that element. Otherwise times are Unix seconds and lists are lists. \`posttime\` is always Unix seconds, \`postdate\` always a day.
- **Text is escaped as HTML** (\`&lt;\`, \`&amp;\`), as vBulletin does: titles, previews, names and all other text on one line, in answers to every client but one that is known to print no pages (\`ModBot\`, by its \`clientname\`). As they are come \`message\` and \`signature\`, which are safe HTML; \`message_plain\` and \`message_bbcode\`, and \`message\` in forms, which are plain text or BBCode and have to be escaped by whoever prints them; and URLs, which have no quotes in them.
- Posts and messages have \`message\`, \`message_plain\` and \`message_bbcode\`. URLs are absolute; with \`api_v=1\` \`avatarurl\` and \`profilepicurl\` are relative to the board.
- \`threadcount\` and \`replycount\` of a forum count what lies in it and in the forums below that the caller may see.
- Texts are what was typed. In those of one Java client, which writes \`&quot;\`, \`&#039;\`, \`&#092;\` and \`&#009;\` for the characters and sends its query again as the body, these four are decoded.
- Short names are understood: \`t\`, \`f\`, \`p\`, \`u\`, \`page\`, \`pp\`. Ids of several topics or posts may come as \`1,2\`, \`1-2\`, as an array, or in a cookie that ends in \`_inlinethread\` or \`_inlinepost\`. Parameters that a name does not know are ignored.
- A name that asks several methods sees one state of the board, or is one transaction, unless one of the methods has steps of its own.`;

/**
 * The groups of names that ask only methods which the sources have; none where that leaves nothing that is described.
 * @param methods all methods, `class.method`
 */
export function knownGroups(
  groups: readonly RouteGroup[],
  methods: ReadonlySet<string>,
): readonly RouteGroup[] {
  const known = groups
    .map((group) => ({
      ...group,
      routes: group.routes.filter(({ asks }) => asks.every((name) => methods.has(name))),
    }))
    .filter(({ routes }) => routes.length > 0);
  return known.some((group) => described(group).length > 0) ? known : [];
}

/** The chapter on the legacy names: a line for each. */
export function legacyChapter(groups: readonly RouteGroup[]): readonly string[] {
  return groups.length === 0 ? [] : [introduction, ...groups.map(overview)];
}

/** The pages of the legacy names: path → text. What this board has not is told in the chapter alone. */
export function legacyPages(groups: readonly RouteGroup[]): ReadonlyMap<string, string> {
  const pages = groups.filter((group) => described(group).length > 0);
  return new Map(pages.map((group) => [legacyPage(group.name), emitGroup(group)]));
}

function described({ routes }: RouteGroup): readonly AnyRoute[] {
  return routes.filter(({ asks }) => asks.length > 0);
}

function overview({ name: group, doc, routes }: RouteGroup): string {
  const lines = routes.map(({ name, doc, asks }) => [
    asks.length === 0 ? code(name) : link(legacyPage(group), name),
    asks.length === 0 ? doc : firstSentence(doc),
  ]);
  return `### ${doc.replace(/\.$/, '')}\n\n${table(['name', 'is'], lines)}`;
}

function emitGroup(group: RouteGroup): string {
  const { name, doc } = group;
  const text = [
    `# Legacy names: ${name}`,
    generatedPage,
    doc,
    `What all legacy names have in common, and the other groups: ${link(mainPage, 'Legacy names')}. [Source](src/dialects/vbulletin/legacy/methods/${name}.ts)`,
    ...described(group).map(section),
  ].join('\n\n');
  return `${rebased(text, legacyPage(name))}\n`;
}

function section({ name, doc, takes, asks, then, gives, success }: AnyRoute): string {
  const parameters = Object.entries(takes).map(([parameter, kind]) =>
    parameterRow(parameter, kind),
  );
  return [
    `## ${name}`,
    doc,
    ...(parameters.length > 0 ? [table(['parameter', 'type', 'default'], parameters)] : []),
    [
      `**Asks:** ${asks.map(methodLink).join(', ')}${then === undefined ? '' : `, then ${methodLink(then)}`}`,
      ...(gives === '' ? [] : [`**Answer:** ${code(gives)}`]),
      ...(success === undefined || success === '' ? [] : [`**Success:** ${code(success)}`]),
    ].join('\n\n'),
  ].join('\n\n');
}

function parameterRow(name: string, kind: Kind<unknown>): Row {
  return [code(name), kind.text, kind.default === undefined ? 'required' : code(kind.default)];
}
