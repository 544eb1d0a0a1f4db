import { type OptionName, optionTable, rangeOf } from '../library/board/options.ts';
import { code, table } from './markdown.ts';

/** The page of the board's options. */
export function emitOptions(): string {
  const names = Object.keys(optionTable) as OptionName[];
  const rows = names.map((name) => {
    const { about, default: usual, public: isPublic } = optionTable[name];
    const shown = usual === '' ? '' : code(String(usual));
    return [code(name), about, rangeOf(name), shown, isPublic ? 'yes' : ''];
  });
  return `${intro}\n\n${table(['Option', 'What it is for', 'May be', 'Default', 'Clients read it'], rows)}\n`;
}

const intro = `# Options of the board

<!-- Written by \`npm run reference\`: do not edit. -->

What a board has are rows of the table \`options\`; an option without a row has its default, and so has one with a value that it may not have: \`signpost start\` warns of each by name.`;
