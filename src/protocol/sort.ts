import { compareKeys, looksNumeric, type NumericKey, readKey } from './key-order.ts';
import { zendSort } from './zend-sort.ts';

/** `php82` is ksort of PHP 8.2 and later, `php81` of 8.0 and 8.1, `bytes` plain byte order. */
export type KeyOrder = 'php82' | 'php81' | 'bytes';

/** Sorts names as PHP's `ksort` does, in place, and returns them; they are distinct and in order of arrival. */
export function sortNames(names: string[], order: KeyOrder): string[] {
  // The default sort compares UTF-16 code units, which for byte strings is byte order.
  if (order === 'bytes' || !names.some(looksNumeric)) return inOrder(names) ? names : names.sort();
  const keys = names.map(readKey);
  zendSort(keys, (a: NumericKey, b: NumericKey) => {
    const difference = compareKeys(a, b, order);
    return difference === 0 ? a.arrival > b.arrival : difference > 0;
  });
  return keys.map((key) => key.text);
}

/** Most clients send their few parameters in order; calling a sort would take longer than looking. */
function inOrder(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
}
