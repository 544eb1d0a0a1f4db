import { isDeepStrictEqual } from 'node:util';
import { printJson } from '../../src/dialects/vbulletin/json.ts';
import { ListById } from '../../src/protocol/list-by-id.ts';

/**
 * What of an answer is not plain: '' when all of it is objects with members of their own, lists and maps, and a copy of
 * each part says what the answer says when it is printed.
 */
export function unplain(answer: unknown): string {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(copyOf(answer) ?? null));
    const printed: unknown = JSON.parse(printJson(answer, true));
    return isDeepStrictEqual(copy, printed) ? '' : 'it is printed otherwise than a copy of it';
  } catch (error) {
    return String(error);
  }
}

/** A copy made by `Object.entries` all the way down, with each Map as what it is printed as. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof ListById) return value.inOrder().map(copyOf);
  const entries = value instanceof Map ? [...value] : membersOf(value);
  const said = entries.filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(said.map(([name, one]) => [name, copyOf(one)] as const));
}

function membersOf(object: object): [string, unknown][] {
  if (Object.getPrototypeOf(object) !== Object.prototype)
    throw new Error(`it has an object of the class ${object.constructor.name}`);
  for (const name of Reflect.ownKeys(object)) {
    const found = Object.getOwnPropertyDescriptor(object, name);
    if (typeof name === 'symbol' || found?.enumerable !== true)
      throw new Error(`its member ${String(name)} is hidden`);
    if (found.get !== undefined || typeof found.value === 'function')
      throw new Error(`its member ${name} is worked out when it is read`);
  }
  return Object.entries(object);
}
