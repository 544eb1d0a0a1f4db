import { type CommonPart, commonPartOf } from '../../protocol/common-part.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import { Verbatim } from '../../protocol/verbatim.ts';

/**
 * How to print: `typed` from `api_v` 100 on. Below it `texts`, as a PHP program prints the columns of a row, but `numbers`
 * where clients demand them.
 */
type Form = 'typed' | 'numbers' | 'texts';

/** Names whose numbers, and all numbers below them, stay numbers in every version: what clients demand. */
const numeric: ReadonlySet<string> = new Set([
  'apiversion',
  'bbactive',
  'contenttypes',
  'createpermissions',
  'errormessage',
  'features',
  'maxposts_calculated',
  'messagesingroup',
  'moderatorperms',
  'onlinestatus',
  'pagingInfo',
  'permissions',
  'session',
  'show',
  'styleid',
]);

const members = new Map<string, Member>();
const frozen: Readonly<Record<Form, WeakMap<object, string>>> = {
  typed: new WeakMap(),
  numbers: new WeakMap(),
  texts: new WeakMap(),
};
const needsEscape = /["\\\u0000-\u001f\u007f-\uffff]/;

/**
 * Prints a method's result. A Map is an object in its own order, and so is a {@link ListById} unless `typed`, when it is
 * a list. Unless `typed`, numbers inside objects are text; those at the top, or in a list there, are numbers. Members that
 * are null or undefined are left out, since old clients stumble over null.
 */
export function printJson(result: unknown, typed: boolean): string {
  if (typed) return print(result, 'typed');
  if (Array.isArray(result))
    return `[${result.map((item) => print(item, formOf(item))).join(',')}]`;
  return print(result, formOf(result));
}

function formOf(value: unknown): Form {
  return typeof value === 'object' ? 'texts' : 'numbers';
}

function print(value: unknown, form: Form): string {
  if (typeof value === 'string') return printText(value);
  if (typeof value === 'number') return form === 'texts' ? `"${value}"` : String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return printList(value, form);
  if (value instanceof Map) return printMap(value, form);
  if (value instanceof Verbatim) return value.json;
  return printObject(value, form);
}

function printText(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function printList(list: readonly unknown[], form: Form): string {
  return `[${list.map((item) => print(item, form)).join(',')}]`;
}

function printMap(map: ReadonlyMap<unknown, unknown>, form: Form): string {
  if (form === 'typed' && map instanceof ListById) return printList(map.inOrder(), form);
  let out = '';
  for (const [key, value] of map) {
    if (value === null || value === undefined) continue;
    out += `${out === '' ? '' : ','}${printText(String(key))}:${print(value, form)}`;
  }
  return `{${out}}`;
}

function printObject(object: object, form: Form): string {
  if (Object.isFrozen(object)) return printFrozen(object, form);
  const common = commonPartOf(object);
  const names = Object.keys(object);
  if (common === undefined) return `{${printMembers(object, names, form)}}`;
  const first = printCommon(common, object, names, form);
  return `{${printMembers(object, names.slice(common.size), form, first)}}`;
}

/** @param before the members that are printed already */
function printMembers(object: object, names: readonly string[], form: Form, before = ''): string {
  let out = before;
  for (const name of names) {
    const value = (object as Record<string, unknown>)[name];
    if (value === null || value === undefined) continue;
    const member = members.get(name) ?? newMember(name);
    const own = form === 'texts' && member.numeric ? 'numbers' : form;
    out += (out === '' ? member.first : member.next) + print(value, own);
  }
  return out;
}

/** What many answers have in common is printed with the first of them. */
function printCommon(
  common: CommonPart<object>,
  object: object,
  names: readonly string[],
  form: Form,
): string {
  const kept = common.prints.get(form);
  if (kept !== undefined) return kept;
  const printed = inOnePiece(printMembers(object, names.slice(0, common.size), form));
  common.prints.set(form, printed);
  return printed;
}

/** What is frozen is the same in many answers, and printed once. */
function printFrozen(object: object, form: Form): string {
  const prints = frozen[form];
  const kept = prints.get(object);
  if (kept !== undefined) return kept;
  const printed = inOnePiece(`{${printMembers(object, Object.keys(object), form)}}`);
  prints.set(object, printed);
  return printed;
}

/** What was put together piece by piece would be joined anew for each answer. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}

/** A member's name as it is printed, alone and after another member. */
interface Member {
  readonly first: string;
  readonly next: string;
  readonly numeric: boolean;
}

/** The names of members are few: those of columns and of documented fields. */
function newMember(name: string): Member {
  const first = `${JSON.stringify(name)}:`;
  const member = { first, next: `,${first}`, numeric: numeric.has(name) };
  members.set(name, member);
  return member;
}
