import { typeOfExtension } from './file-type.ts';

const LONGEST = 200;

/** A file's name without a path and without what could confuse whoever reads it: controls, marks that turn text around. */
export function cleanFilename(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= LONGEST) return plain;
  const end = /\.[^.]{0,10}$/.exec(plain)?.[0] ?? '';
  return characters.slice(0, LONGEST - end.length).join('') + end;
}

/** What comes behind the last dot; '' where there is no dot. A query that was left of a URL is none of it. */
export function endingOf(filename: string): string {
  return /\.([^.]*)$/.exec(withoutQuery(filename))?.[1] ?? '';
}

/**
 * The name with an ending that says what the file is: an ending of another type is replaced, and any other kept before
 * it. Messengers, canvases and phones give names that say something else, or nothing.
 * @param type by the bytes, as in `detectType`
 */
export function mendedFilename(filename: string, type: string): string {
  const name = withoutQuery(filename) || 'file';
  const claimed = typeOfExtension(endingOf(name));
  if (claimed === type) return name;
  const stem = claimed === undefined ? name : name.replace(/\.[^.]*$/, '');
  return cleanFilename(`${stem || 'file'}.${type}`);
}

/** `photo.jpg?width=200` is `photo.jpg`; a question mark that no ending comes before is part of the name. */
function withoutQuery(filename: string): string {
  const [, name = '', ending = ''] = /^([^?#]*\.([^.?#]+))[?#]/.exec(filename) ?? [];
  return typeOfExtension(ending) === undefined ? filename : name;
}
