import type { FileInput } from '../generated/api.ts';
import { toBytes } from '../protocol/bytes.ts';
import { printQuery } from '../protocol/query.ts';
import type { WireMap, WireValue } from '../protocol/wire.ts';

/** What a call may be given: text, numbers, flags, lists, objects and maps of these, and files at the top. */
export type Params = Readonly<Record<string, unknown>>;

export interface Encoded {
  readonly map: WireMap;
  readonly files: readonly (readonly [name: string, file: FileInput])[];
}

/** Parameters as PHP receives them: true is 1, false 0; what is null or undefined is left out. */
export function encode(params: Params): Encoded {
  const files: [string, FileInput][] = [];
  const map: WireMap = new Map();
  for (const [name, value] of Object.entries(params)) {
    if (isFile(value)) files.push([name, value]);
    else set(map, name, value);
  }
  return { map, files };
}

/** The body of a request: a form when there are files. */
export function bodyOf({ map, files }: Encoded): string | FormData {
  if (files.length === 0) return printQuery(map);
  const form = new FormData();
  for (const pair of printQuery(map).split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair
      .split('=')
      .map((part) => decodeURIComponent(part.replace(/\+/g, ' ')));
    form.append(name, value);
  }
  for (const [name, file] of files) append(form, name, file);
  return form;
}

function append(form: FormData, name: string, file: FileInput): void {
  if (file instanceof Blob) form.append(name, file, nameOf(file));
  else if ('bytes' in file) form.append(name, new Blob([file.bytes.slice()]), file.filename);
  // The form of React Native reads such a file by itself.
  else form.append(name, file);
}

/** Extensions of what cameras and canvases make, where they are not the second half of the type. */
const extensions: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  plain: 'txt',
  quicktime: 'mov',
  'svg+xml': 'svg',
};

/** A server tells a file's type by its name, and a Blob may have none. */
function nameOf(blob: Blob & { readonly name?: string | undefined }): string {
  if (blob.name !== undefined && blob.name !== '') return blob.name;
  const [, kind = ''] = /^\w+\/([\w.+-]+)/.exec(blob.type) ?? [];
  return kind === '' ? 'file' : `file.${extensions[kind] ?? kind}`;
}

function set(map: WireMap, name: string, value: unknown): void {
  const encoded = encodeValue(value);
  if (encoded !== undefined) map.set(toBytes(name), encoded);
}

function encodeValue(value: unknown): WireValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return toBytes(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number' || typeof value === 'bigint') return toBytes(String(value));
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no parameter`);
  // A form cannot say an empty list in another way, and who says one means it.
  if (Array.isArray(value) && value.length === 0) return '';
  const members: WireMap = new Map();
  const entries = value instanceof Map ? (value as Map<unknown, unknown>) : Object.entries(value);
  for (const [name, member] of entries) set(members, String(name), member);
  return members;
}

function isFile(value: unknown): value is FileInput {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Blob) return true;
  return hasBytes(value) || isLocal(value);
}

function hasBytes(value: object): boolean {
  return 'bytes' in value && value.bytes instanceof Uint8Array;
}

/** A file of React Native: where it is, what it is called and of what type it is. */
function isLocal(value: object): boolean {
  return ['uri', 'name', 'type'].every((name) => typeof Reflect.get(value, name) === 'string');
}
