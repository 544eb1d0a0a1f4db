const MOST_LINES = 45;
const LONGEST_TEXT = 70;
const DEEPEST = 4;

/**
 * Prints an answer for people: of a list its first item, of long texts the beginning, and of all not more than a page.
 * What is left out is `…`. Tokens and signatures, which are others each time, are cut to their first digits.
 */
export function printAnswer(result: unknown): string {
  const lines = linesOf(masked(result), 0);
  return lines.length > MOST_LINES
    ? `${lines.slice(0, MOST_LINES).join('\n')}\n…`
    : lines.join('\n');
}

function masked(result: unknown): unknown {
  const text = JSON.stringify(result)
    .replace(/\b[0-9a-f]{24,}\b/g, '0123…')
    .replace(/\b(sp_[a-z]+_)[\w-]{32}/g, '$1ABCD…')
    .replace(/\b[A-Z2-7]{32}\b/g, 'ABCD…');
  return JSON.parse(text) as unknown;
}

function linesOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [shortText(value)];
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  const list = Array.isArray(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const entries = Object.entries(value);
  if (entries.length === 0) return [open + close];
  if (depth >= DEEPEST) return [`${open} … ${close}`];
  // Of what is keyed by id one member tells as much as all.
  const first =
    list || entries.every(([name]) => /^\d+$/.test(name)) ? entries.slice(0, 1) : entries;
  const printed = first.map(([name, item]) => {
    const [head = '', ...rest] = linesOf(item, depth + 1);
    return [list ? head : `${JSON.stringify(name)}: ${head}`, ...rest];
  });
  const more = first.length < entries.length ? [['…']] : [];
  const members = [...printed, ...more];
  const inside = members.flatMap((lines, index) => {
    const comma = index < members.length - 1 ? ',' : '';
    return lines.map((line, at) => `  ${line}${at === lines.length - 1 ? comma : ''}`);
  });
  return [open, ...inside, close];
}

function shortText(text: string): string {
  const characters = Array.from(text);
  const short = characters.slice(0, LONGEST_TEXT).join('');
  return JSON.stringify(characters.length > LONGEST_TEXT ? `${short}…` : text);
}
