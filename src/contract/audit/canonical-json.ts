/**
 * The one text of a JSON value (RFC 8785): members in the order of their names' UTF-16 units, no spaces, numbers and
 * strings as ECMAScript writes them. A member that is undefined is left out, as JSON does.
 * Throws RangeError for what JSON does not have: NaN, functions, a Date.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return canonicalObject(value);
  throw new RangeError('not a value of JSON');
}

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;

function canonicalObject(value: object): string {
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Whether the members of all objects in a value stand in canonical order. */
export function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before: string | undefined;
  for (const [name, member] of Object.entries(value)) {
    if ((before !== undefined && before > name) || !isSorted(member)) return false;
    before = name;
  }
  return true;
}
