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
  'pagingInfo',
  'permissions',
  'session',
  'show',
  'styleid',
]);

const members = new Map<string, Member>();
const frozen = { typed: new WeakMap<object, string>(), untyped: new WeakMap<object, string>() };
const needsEscape = /["\\\u0000-\u001f\u007f-\uffff]/;

/**
 * Prints a method's result. Unless it is `typed`, numbers inside objects are text, as a PHP program prints the columns
 * of a row. A Map is an object in its own order; an object's inherited members come first, and are its own's equals;
 * members that are null or undefined are left out, since old clients stumble over null. Numbers at the top, or in a list there, stay numbers.
 */
export function printJson(result: unknown, typed: boolean): string {
  if (!typed && Array.isArray(result)) {
    return `[${result.map((item) => print(item, typeof item !== 'object')).join(',')}]`;
  }
  return print(result, typed || typeof result !== 'object');
}

function print(value: unknown, numbers: boolean): string {
  if (typeof value === 'string') return printText(value);
  if (typeof value === 'number') return numbers ? String(value) : `"${value}"`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return printList(value, numbers);
  if (value instanceof Map) return printMap(value, numbers);
  return printObject(value, numbers);
}

function printText(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function printList(list: readonly unknown[], numbers: boolean): string {
  return `[${list.map((item) => print(item, numbers)).join(',')}]`;
}

function printMap(map: ReadonlyMap<unknown, unknown>, numbers: boolean): string {
  let out = '';
  for (const [key, value] of map) {
    if (value === null || value === undefined) continue;
    out += `${out === '' ? '' : ','}${printText(String(key))}:${print(value, numbers)}`;
  }
  return `{${out}}`;
}

function printObject(object: object, numbers: boolean): string {
  return Object.isFrozen(object) ? printFrozen(object, numbers) : printMembers(object, numbers);
}

function printMembers(object: object, numbers: boolean): string {
  let out = printInherited(object, numbers);
  for (const name of Object.keys(object)) {
    const value = (object as Record<string, unknown>)[name];
    if (value === null || value === undefined) continue;
    const member = members.get(name) ?? newMember(name);
    out += (out === '' ? member.first : member.next) + print(value, numbers || member.numeric);
  }
  return `{${out}}`;
}

/** The members that many answers share come first. */
function printInherited(object: object, numbers: boolean): string {
  const shared = Object.getPrototypeOf(object) as object | null;
  if (shared === null || shared === Object.prototype) return '';
  return printObject(shared, numbers).slice(1, -1);
}

/** What is frozen is the same in many answers, and printed once. */
function printFrozen(object: object, numbers: boolean): string {
  const prints = numbers ? frozen.typed : frozen.untyped;
  const kept = prints.get(object);
  if (kept !== undefined) return kept;
  // In one piece: what was put together piece by piece would be joined anew for each answer.
  const printed = Buffer.from(printMembers(object, numbers)).toString();
  prints.set(object, printed);
  return printed;
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
