const tag = /(\[attach(?:[\s=][^[\]]*)?\])([^[]*)(?=\[\/attach\])/gi;
/** `123`, `n123`, or vBulletin 5's JSON, which names it among other things. */
const attachmentid = /^(\s*n?|[^]*?"data-attachmentid"\s*:\s*"?n?)(\d{1,10})(?=\s*(?:$|[",}]))/i;

/** A text that shows other attachments where it has shown these. @param ids the new ids by the old ones */
export function withAttachments(rawtext: string, ids: ReadonlyMap<number, number>): string {
  return rawtext.replace(tag, (_, open: string, content: string) => {
    const renamed = content.replace(
      attachmentid,
      (all, before: string, id: string) => before + String(ids.get(Number(id)) ?? id),
    );
    return open + renamed;
  });
}

/** The same in HTML that shows attachments by their ids. */
export function withAttachmentsInHtml(html: string, ids: ReadonlyMap<number, number>): string {
  return html.replace(/(\sdata-attachmentid="n?)(\d+)/gi, (_, before: string, id: string) => {
    return `${before}${ids.get(Number(id)) ?? id}`;
  });
}
