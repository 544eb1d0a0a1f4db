import { renderHtml } from '../bbcode/html.ts';
import type { TagName } from '../bbcode/tags.ts';
import { code, table } from './markdown.ts';

/** How each BBCode is written. */
const written: Readonly<Record<TagName, string>> = {
  b: '[b]bold[/b]',
  i: '[i]slanted[/i]',
  u: '[u]underlined[/u]',
  s: '[s]struck out[/s]',
  sub: 'H[sub]2[/sub]O',
  sup: 'm[sup]2[/sup]',
  highlight: '[highlight]marked[/highlight]',
  color: '[color=#3b82a0]blue[/color]',
  font: '[font=Georgia]serif[/font]',
  size: '[size=5]large[/size]',
  left: '[left]text[/left]',
  center: '[center]text[/center]',
  right: '[right]text[/right]',
  justify: '[justify]text[/justify]',
  indent: '[indent]text[/indent]',
  h: '[h=2]Heading[/h]',
  hr: '[hr]',
  url: '[url=https://example.org/]a page[/url]',
  email: '[email]alice@example.org[/email]',
  user: '[user=3]alice[/user]',
  img: '[img]https://example.org/a.png[/img]',
  img2: '[img2=json]{"src":"https://example.org/a.png"}[/img2]',
  video: '[video=youtube;dQw4w9WgXcQ]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/video]',
  attach: '[attach]33[/attach]',
  quote: '[quote=alice;27]Start small.[/quote]',
  spoiler: '[spoiler=The end]They arrive.[/spoiler]',
  code: '[code]npm start[/code]',
  php: '[php]echo 1;[/php]',
  html: '[html]<b>text</b>[/html]',
  noparse: '[noparse][b]as it is[/b][/noparse]',
  list: '[list=1][*]one[*]two[/list]',
  '*': '[list][*]one[*]two[/list]',
  table: '[table][tr][td]a[/td][td]b[/td][/tr][/table]',
  tr: '[table][tr][td]a row[/td][/tr][/table]',
  td: '[table][tr][td]a cell[/td][/tr][/table]',
  th: '[table][tr][th]a heading[/th][/tr][/table]',
};

/** The chapter on BBCodes: each one and the HTML that posts have for it in `message`. */
export function bbcodeSection(): string {
  const rows = Object.values(written).map((text) => [code(text), code(renderHtml(text))]);
  return `## BBCodes

Posts, messages and signatures are written in BBCode; \`message\` is the HTML of it. That HTML is safe to show as it is: everything else is escaped. What is not a BBCode stays as it was typed; \`h1\` to \`h6\`, \`strike\` and \`mention\` are other spellings. Addresses of the web become links by themselves.

An attachment stands in the text as \`[attach]\`, and in the HTML as an element with \`data-attachmentid\`: the app puts the picture there, which is in \`content.attachments\` of the post under that id. A member is mentioned by \`@name\`, or by \`@"name with blanks"\`, and is notified.

${table(['BBCode', 'HTML'], rows)}`;
}
