/** An element of a feed, whose links stand in attributes. */
export interface FeedElement {
  name: string;
  /** Of one without children. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly FeedElement[];
}

/** What a feed says of one alert. */
export interface FeedEntry {
  /** Tells this entry in this version from all others of the feed. */
  key: string;
  /** As written: may be relative to the feed. */
  link: string;
}

const capTypes = ['application/cap+xml', 'application/common-alerting-protocol+xml'];
const isCap = (type = ''): boolean => capTypes.includes(type.split(';')[0]?.trim().toLowerCase() ?? '');

const all = (element: FeedElement, name: string): readonly FeedElement[] =>
  element.children.filter((child) => child.name === name);
const textOf = (element: FeedElement, name: string): string => all(element, name)[0]?.text.trim() ?? '';

/** Atom and RSS differ in names only. Undefined where it is neither. */
export function readFeed(root: FeedElement): FeedEntry[] | undefined {
  if (root.name === 'feed') return all(root, 'entry').flatMap(atomEntry);
  if (root.name === 'RDF') return all(root, 'item').flatMap(rssItem);
  const [channel] = all(root, 'channel');
  return root.name === 'rss' && channel ? all(channel, 'item').flatMap(rssItem) : undefined;
}

const entryOf = (link: string | undefined, ...about: string[]): FeedEntry[] =>
  link ? [{ key: [...about, link].join('\n'), link }] : [];

/** The alert itself where it is named by its type; otherwise what the entry stands for. */
function atomEntry(entry: FeedElement): FeedEntry[] {
  const links = all(entry, 'link').map(({ attributes }) => attributes);
  const alternates = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const cap = links.find(({ type }) => isCap(type));
  return entryOf((cap ?? alternates[0])?.['href']?.trim(), textOf(entry, 'id'), textOf(entry, 'updated'));
}

function rssItem(item: FeedElement): FeedEntry[] {
  const enclosed = all(item, 'enclosure').find(({ attributes }) => isCap(attributes['type']));
  const link = enclosed?.attributes['url']?.trim() ?? textOf(item, 'link');
  return entryOf(link, textOf(item, 'guid'), textOf(item, 'pubDate'));
}
