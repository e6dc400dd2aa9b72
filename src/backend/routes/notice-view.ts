import type { Notice } from '@contract/api';
import { type Audience, isFor, type Reader } from '@contract/notice/audience';
import { type Followed, partsFor } from '@contract/notice/places';
import { isBuildingCode } from '@contract/region/code';
import type { Ports } from '../ports';
import type { PublishedNotice } from '../ports/notice-source';
import type { Person } from '../ports/store';

/** Where a person is reached at home; undefined before they have said where they live. */
export const readerOf = ({ home }: Pick<Person, 'home'>): Reader | undefined =>
  home ? { home: home.node, ...(home.building === null ? {} : { building: home.building }) } : undefined;

/** One way by which notices reach somebody: their home, or a place they follow. */
export interface Way {
  reader: Reader;
  /** How they call a place they follow. */
  label?: string;
}

/** Home first: what is for both comes by the home. */
export function waysBy(person: Pick<Person, 'home'>, followed: readonly Followed[]): Way[] {
  const home = readerOf(person);
  return [
    ...(home ? [{ reader: home }] : []),
    ...followed.map(({ node, label }) => ({ reader: { home: node }, label })),
  ];
}

export const waysOf = async (
  noticeReaders: Pick<Ports['noticeReaders'], 'followed'>,
  person: Pick<Person, 'id' | 'home'>,
): Promise<Way[]> => waysBy(person, await noticeReaders.followed(person.id));

export const readersBy = (ways: readonly Way[]): Reader[] => ways.map(({ reader }) => reader);

interface Opened {
  read: ReadonlySet<string>;
  names?: ReadonlyMap<string, string>;
}

/** Notices as people see them: codes with their names, and why it is for them. */
export function noticeViews({
  directory,
  family,
  noticeSource,
}: Pick<Ports, 'directory' | 'family' | 'noticeSource'>) {
  async function namesOf(nodes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const regions = await directory.regions(nodes.filter((node) => !isBuildingCode(node)));
    const names = new Map(regions.map(({ code, name }) => [code, name]));
    for (const node of nodes.filter(isBuildingCode)) {
      const building = await directory.building(node);
      if (building) names.set(node, building.name);
    }
    return names;
  }

  /** For whom of somebody and those they act for it was said that they know of an event. */
  async function knownOf(eventIds: readonly string[], personId: string) {
    if (eventIds.length === 0) return new Map<string, string[]>();
    const acting = (await family.of(personId)).map((relation) => relation.personId);
    return noticeSource.acknowledged(eventIds, [personId, ...acting]);
  }

  return {
    namesOf,
    async views(
      notices: readonly PublishedNotice[],
      person: Pick<Person, 'id'>,
      ways: readonly Way[],
      /** Messages they have opened, and names that were asked for already. */
      { read, names: knownNames = new Map() }: Opened,
    ): Promise<Notice[]> {
      const known = await knownOf(
        notices.filter(({ acknowledge }) => acknowledge).map(({ eventId }) => eventId),
        person.id,
      );
      const why = notices.map(({ audience }) => wayFor(audience, ways));
      const parts = notices.map(({ audience }, at) => {
        const way = why[at];
        return way ? partsFor(audience, way.reader) : [];
      });
      const nodes = new Set([
        ...notices.map(({ authorNode }) => authorNode),
        ...parts.flat(),
        ...notices.flatMap((notice) => buildingsOf(notice)),
      ]);
      const names = new Map([
        ...knownNames,
        ...(await namesOf([...nodes].filter((node) => !knownNames.has(node)))),
      ]);
      return notices.map((notice, at) =>
        viewOf(notice, {
          names,
          way: why[at],
          parts: parts[at] ?? [],
          known: known.get(notice.eventId) ?? [],
          read: read.has(notice.id),
        }),
      );
    },
  };
}

const wayFor = (audience: Audience, ways: readonly Way[]): Way | undefined =>
  ways.find(({ reader }) => isFor(audience, reader));

interface Seen {
  names: ReadonlyMap<string, string>;
  way: Way | undefined;
  parts: readonly string[];
  known: readonly string[];
  read: boolean;
}

/**
 * As it is for most: for the whole of their place, and nobody said anything of it. A message never changes, so this is
 * made once for as long as the message is kept, and one object is shown to all: nobody may change it.
 */
interface Plain {
  authorName: string;
  buildings: readonly string[];
  opened: Notice;
  unopened: Notice;
}

const made = new WeakMap<PublishedNotice, Plain>();

function plainOf(notice: PublishedNotice, names: ReadonlyMap<string, string>): Plain {
  const authorName = names.get(notice.authorNode) ?? notice.authorNode;
  const there = made.get(notice);
  if (there?.authorName === authorName) return there;
  const plain = {
    authorName,
    buildings: buildingsOf(notice),
    opened: plainView(notice, authorName, true),
    unopened: plainView(notice, authorName, false),
  };
  made.set(notice, plain);
  return plain;
}

const buildingsOf = (notice: PublishedNotice): readonly string[] =>
  made.get(notice)?.buildings ?? notice.audience.include.filter(isBuildingCode);

function plainView(notice: PublishedNotice, authorName: string, read: boolean): Notice {
  const { audience, authorNode, onset, expiresAt, web, knockAt, policy } = notice;
  return {
    id: notice.eventId,
    version: notice.version,
    cursor: notice.seq,
    msgType: notice.msgType,
    severity: notice.severity,
    urgency: notice.urgency,
    certainty: notice.certainty,
    category: notice.category,
    info: notice.info.map((info) => ({ ...info })),
    author: { node: authorNode, name: authorName },
    audience: { include: [...audience.include], except: [...audience.except] },
    parts: [],
    sentAt: notice.sentAt.toISOString(),
    ...(onset ? { onset: onset.toISOString() } : {}),
    expiresAt: expiresAt?.toISOString() ?? null,
    ...(web === null ? {} : { web }),
    pinned: notice.pinned,
    acknowledge: notice.acknowledge,
    acknowledgedFor: [],
    ...(knockAt ? { knockAt: knockAt.toISOString() } : {}),
    ...(policy ? { policy } : {}),
    attachments: notice.attachments.map((attachment) => ({ ...attachment })) as Notice['attachments'],
    pinyin: notice.pinyin,
    read,
  };
}

function viewOf(notice: PublishedNotice, { names, way, parts, known, read }: Seen): Notice {
  const { buildings, opened, unopened } = plainOf(notice, names);
  const plain = read ? opened : unopened;
  // Whoever gave their building sees it named as well.
  const shown =
    parts.length > 0 ? parts : buildings.length === notice.audience.include.length ? buildings : [];
  if (shown.length === 0 && known.length === 0 && way?.label === undefined) return plain;
  return {
    ...plain,
    parts: shown.map((node) => ({ node, name: names.get(node) ?? node })),
    ...(parts.length > 0 ? { maybe: true as const } : {}),
    ...(way?.label === undefined ? {} : { followed: way.label }),
    acknowledgedFor: [...known],
  };
}
