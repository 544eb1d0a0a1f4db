import type { Kind } from '../dialects/vb4/params.ts';
import type { AnyRow } from '../dialects/vb4/row.ts';
import { code, table, type Row } from './markdown.ts';

const introduction = `## Legacy names

The names of vBulletin 3 and 4 answer at the same addresses, with the same tokens and signatures. They have no dot.

- An answer has \`response\` and \`show\`, and where somebody logs in or out \`session\`; what is *bare* below is the answer itself. There is no \`null\`.
- \`errormessage\` tells success and failure alike: a text for an id without arguments, a list of the id and its arguments otherwise. Refusals keep the id of [the errors](#errors), but for \`nopermission_loggedout\` and \`nopermission_loggedin\`, \`invalidid\` and \`noid\` (with \`thread\`, \`forum\`, \`post\`, \`pm\` or \`user\` behind), \`badlogin_strikes_passthru\` (tries at index 3).
- Numbers are text, but for everything in \`show\` and \`session\`, \`messagesingroup\`, and what stands in an \`errormessage\`; \`show.threadid\` is text, \`show.postid\` a number.
- With \`api_v=1\` dates and times are text (\`11-22-2026\`, \`03:41 AM\`) by the member's clock, a guest's in UTC, private messages come in a list of periods, and \`postbits\`, \`messagelistbits\` and \`pollbits\` with one element are that element. Otherwise times are Unix seconds and lists are lists. \`posttime\` is always Unix seconds, \`postdate\` always a day.
- Posts and messages have \`message\` (safe HTML), \`message_plain\` and \`message_bbcode\`. URLs are absolute.
- In texts \`&quot;\`, \`&#039;\`, \`&#092;\` and \`&#009;\` stand for the characters themselves, since an old client sends them so.
- Short names are understood: \`t\`, \`f\`, \`p\`, \`u\`, \`page\`, \`pp\`. Ids of several topics or posts may come as \`1,2\`, \`1-2\`, as an array, or in a cookie that ends in \`_inlinethread\` or \`_inlinepost\`. Parameters that a name does not know are ignored.
- A name that asks several methods sees one state of the board, or is one transaction, unless one of the methods has steps of its own.`;

/** The chapter on the legacy names; nothing where the sources have none of the methods that they ask. */
export function emitLegacy(
  rows: readonly AnyRow[],
  methods: ReadonlySet<string>,
): readonly string[] {
  const known = rows.filter(({ asks }) => asks.every((name) => methods.has(name)));
  if (known.every(({ asks }) => asks.length === 0)) return [];
  return [
    introduction,
    overview(known),
    ...known.filter(({ asks }) => asks.length > 0).map(section),
  ];
}

function overview(rows: readonly AnyRow[]): string {
  const lines = rows.map(({ name, doc, asks }) => [
    asks.length === 0 ? code(name) : `[${code(name)}](#${name.toLowerCase()})`,
    doc,
  ]);
  return table(['name', 'is'], lines);
}

function section({ name, doc, takes, asks, then, gives, success }: AnyRow): string {
  const parameters = Object.entries(takes).map(([parameter, kind]) =>
    parameterRow(parameter, kind),
  );
  return [
    `### ${name}`,
    doc,
    ...(parameters.length > 0 ? [table(['parameter', 'type', 'default'], parameters)] : []),
    [
      `**Asks:** ${asks.map(code).join(', ')}${then === undefined ? '' : `, then ${code(then)}`}`,
      ...(gives === '' ? [] : [`**Answer:** ${code(gives)}`]),
      ...(success === undefined || success === '' ? [] : [`**Success:** ${code(success)}`]),
    ].join('\n\n'),
  ].join('\n\n');
}

function parameterRow(name: string, kind: Kind<unknown>): Row {
  return [code(name), kind.text, kind.default === undefined ? 'required' : code(kind.default)];
}
