/** The anchor that GitHub and most renderers of Markdown give a heading. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** A link to a heading of the same page. */
export function linkTo(heading: string, text = heading): string {
  return `[${text}](#${slugOf(heading)})`;
}
