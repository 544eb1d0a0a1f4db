import { CLOCK_SKEW } from '../../clock.ts';
import { type Markup, shownHtml } from '../../bbcode/markup.ts';
import { parse } from '../../bbcode/parse.ts';
import { renderHtml } from '../../bbcode/html.ts';
import { preview, renderPlain } from '../../bbcode/plain.ts';
import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { indexBody } from '../text/search-index.ts';

const PREVIEW_CHARACTERS = 200;

/** What a post says: BBCode, always; beside it the HTML that it was written in, where it is shown as that. */
export interface Words {
  readonly rawtext: string;
  readonly markup?: Markup | undefined;
}

/** HTML as tables have it: null for a text that is BBCode alone. */
export interface MarkupColumns {
  readonly html: string | null;
  readonly htmlstate: string;
}

/** The columns that follow from a text. */
export type TextColumns = MarkupColumns &
  Readonly<Record<'rawtext' | 'message' | 'message_plain' | 'previewtext', string>>;

export function markupColumns(markup: Markup | undefined): MarkupColumns {
  return { html: markup?.source ?? null, htmlstate: markup?.htmlstate ?? 'off' };
}

export function markupOf({ html, htmlstate }: MarkupColumns): Markup | undefined {
  if (html === null) return undefined;
  return { source: html, htmlstate: htmlstate === 'on' ? 'on' : 'on_nl2br' };
}

/** A text is rendered once for each revision and kept beside its source, since it is read far more often. */
export function textColumns(rawtext: string, markup?: Markup): TextColumns {
  const document = parse(rawtext);
  return {
    rawtext,
    ...markupColumns(markup),
    message: markup === undefined ? renderHtml(document) : shownHtml(markup),
    message_plain: renderPlain(document),
    previewtext: preview(document, PREVIEW_CHARACTERS),
  };
}

export async function insertText(
  db: Db,
  nodeid: number,
  rawtext: string,
  markup?: Markup,
): Promise<void> {
  await indexBody(db, nodeid, await insertHiddenText(db, nodeid, rawtext, markup));
}

/** A text that the search index does not have. Returns it as plain text. */
export async function insertHiddenText(
  db: Db,
  nodeid: number,
  rawtext: string,
  markup?: Markup,
): Promise<string> {
  const columns = textColumns(rawtext, markup);
  await db.insert('text', { nodeid, ...columns }, 'nodeid');
  return columns.message_plain;
}

export async function updateText(
  db: Db,
  nodeid: number,
  rawtext: string,
  markup?: Markup,
): Promise<void> {
  const columns = textColumns(rawtext, markup);
  await db.run(
    db
      .knex('text')
      .where({ nodeid })
      .update({ ...columns, revision: db.knex.raw('revision + 1') }),
  );
  await indexBody(db, nodeid, columns.message_plain);
}

export async function findRawText(db: Db, nodeid: number): Promise<string | undefined> {
  const row = await db.get<{ rawtext: string }>('select rawtext from text where nodeid = ?', [
    nodeid,
  ]);
  return row?.rawtext;
}

/** The texts of these nodes, by node; those without a text are left out. */
export async function findTexts(
  db: Db,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, Words>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number; rawtext: string } & MarkupColumns>(
    `select nodeid, rawtext, html, htmlstate from text where nodeid in ${sql}`,
    bindings,
  );
  return new Map(
    rows.map(({ nodeid, rawtext, ...row }) => [nodeid, { rawtext, markup: markupOf(row) }]),
  );
}

/** A post that was perhaps made already. */
export interface Twin {
  readonly userid: number;
  readonly parentid: number;
  readonly contenttypeid: number;
  readonly title: string;
  readonly rawtext: string;
  /** Unix seconds. */
  readonly since: number;
  readonly now: number;
}

/** The newest of the same posts of the same member in the same place that still show, or will, since a point in time. */
export async function listDuplicates(db: Db, post: Twin): Promise<number[]> {
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n join text x on x.nodeid = n.nodeid
      where n.userid = ? and n.created between ? and ? and n.parentid = ? and n.contenttypeid = ?
        and (n.showpublished = 1 or n.scheduled = 1) and n.title = ? and x.rawtext = ?
      order by n.nodeid desc limit 5`,
    [
      ...[post.userid, post.since, post.now + CLOCK_SKEW, post.parentid],
      ...[post.contenttypeid, post.title, post.rawtext],
    ],
  );
  return rows.map((row) => row.nodeid);
}
