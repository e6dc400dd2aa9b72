/** An answer of GeoReport before it is written: JSON as it is, XML by the names of what repeats (the Spark convention). */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [name: string]: Tree };

/** The formats of an answer, by the extension of its path. */
export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** What one of a list is called in XML. */
const itemNames: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  notes: 'note',
  photos: 'photo',
  errors: 'error',
};

/** What XML 1.0 cannot hold, even escaped. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML takes it for a line feed otherwise.
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign);

function element(name: string, tree: Tree): string {
  const inside = contentOf(name, tree);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function contentOf(name: string, tree: Tree): string {
  if (tree === null) return '';
  if (typeof tree !== 'object') return escaped(String(tree));
  if (!isList(tree))
    return Object.entries(tree)
      .map(([field, value]) => element(field, value))
      .join('');
  const item = itemNames[name];
  if (item === undefined) throw new RangeError(`a list without a name for its items: ${name}`);
  return tree.map((each) => element(item, each)).join('');
}

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);

/** Both formats say the same: what one cannot hold is in neither. */
function writable(tree: Tree): Tree {
  if (typeof tree === 'string') return tree.replace(unwritable, '\uFFFD');
  if (tree === null || typeof tree !== 'object') return tree;
  if (isList(tree)) return tree.map(writable);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, writable(value)]));
}

/** @param root the name of the outermost element; JSON has none */
export function writeDocument(format: Format, root: string, tree: Tree): string {
  const said = writable(tree);
  return format === 'json'
    ? JSON.stringify(said)
    : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, said)}\n`;
}
