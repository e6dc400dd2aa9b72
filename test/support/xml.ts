import { JSDOM } from 'jsdom';

/** JSON of an XML document, by the names of its lists and no more: what GeoReport calls the Spark convention. */
type Read = null | string | Read[] | { [name: string]: Read };

const lists = [
  'services',
  'attributes',
  'values',
  'service_requests',
  'errors',
  'endpoints',
  'formats',
  'notes',
  'photos',
];

/** Throws where it is not well-formed. */
export function readXml(text: string): { root: string; tree: Read } {
  const { document } = new JSDOM(text, { contentType: 'text/xml' }).window;
  const { documentElement } = document;
  return { root: documentElement.tagName, tree: treeOf(documentElement) };
}

function treeOf(element: Element): Read {
  const children = [...element.children];
  if (lists.includes(element.tagName)) return children.map(treeOf);
  if (children.length > 0) return Object.fromEntries(children.map((child) => [child.tagName, treeOf(child)]));
  return element.textContent === '' ? null : element.textContent;
}

/** What JSON says, as XML can say it: every value as a text, nothing for an empty one. */
export function asTexts(tree: unknown): Read {
  if (tree === null || tree === '') return null;
  if (typeof tree !== 'object') return String(tree);
  if (Array.isArray(tree)) return tree.map(asTexts);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, asTexts(value)]));
}
