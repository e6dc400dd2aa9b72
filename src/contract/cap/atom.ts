import { writeCapMoment } from './moment';
import { escaped } from './xml-text';

export interface AtomEntry {
  /** A URI, the same for ever. */
  id: string;
  title: string;
  updated: Date;
  author: string;
  /** By type; the first is what the entry stands for. */
  links: readonly { href: string; type: string }[];
  category: string;
  /** Plain text. */
  content: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  self: string;
  author: string;
  updated: Date;
  entries: readonly AtomEntry[];
}

const leaf = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const person = (name: string): string => `<author>${leaf('name', name)}</author>`;

function entryOf({ id, title, updated, author, links, category, content }: AtomEntry): string {
  const parts = [
    leaf('id', id),
    leaf('title', title),
    leaf('updated', writeCapMoment(updated)),
    person(author),
    ...links.map(
      ({ href, type }, at) =>
        `<link rel="${at === 0 ? 'alternate' : 'related'}" type="${escaped(type)}" href="${escaped(href)}"/>`,
    ),
    `<category term="${escaped(category)}"/>`,
    `<content type="text">${escaped(content)}</content>`,
  ];
  return `<entry>${parts.join('')}</entry>`;
}

/** A feed as Atom (RFC 4287). */
export function writeAtom({ id, title, self, author, updated, entries }: AtomFeed): string {
  const parts = [
    leaf('id', id),
    leaf('title', title),
    leaf('updated', writeCapMoment(updated)),
    person(author),
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    ...entries.map(entryOf),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">${parts.join('')}</feed>\n`;
}
