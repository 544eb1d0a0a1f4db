/** An object as a form, as PHP reads it: `author[id]=2&tags[0]=a`. Flags are 1 and 0, and what is null is empty. */
export function formOf(object: object): string {
  return new URLSearchParams(fieldsOf(object, '')).toString();
}

function fieldsOf(object: object, inside: string): [string, string][] {
  return Object.entries(object).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const name = inside === '' ? key : `${inside}[${key}]`;
    if (typeof value === 'object' && value !== null) return fieldsOf(value, name);
    return [[name, textOf(value)]];
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
