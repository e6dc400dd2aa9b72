import type { CapAlert, CapArea } from './alert';
import { type PolygonFault, readCircle, readPolygon } from './geometry';
import { readCapMoment } from './moment';
import { readReferences, unreferable } from './references';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** No longer than a line can bear. */
const short = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('');
};

/**
 * What the standard demands beyond its schema: where a message breaks one of its MUSTs. Empty for a message that
 * conforms; what it only recommends is not looked at, nor is an optional element that says nothing.
 */
export function capFaults(alert: CapAlert): string[] {
  return [
    ...nameFaults('identifier', alert.identifier),
    ...nameFaults('sender', alert.sender),
    ...momentFaults(alert),
    ...scopeFaults(alert),
    ...referenceFaults(alert),
    ...alert.infos.flatMap(({ areas }, at) =>
      areas.flatMap((area) => areaFaults(area).map((fault) => `info ${at + 1}, area: ${fault}`)),
    ),
  ];
}

function nameFaults(element: string, text: string): string[] {
  if (text === '') return [`${element}: names nothing`];
  return unreferable.test(text) ? [`${element}: has a space, a comma, < or & in it ("${short(text)}")`] : [];
}

function momentFaults({ version, sent, infos }: CapAlert): string[] {
  const moments: [string, string | undefined][] = [
    ['sent', sent],
    ...infos.flatMap(({ effective, onset, expires }, at): [string, string | undefined][] => [
      [`info ${at + 1}, effective`, effective],
      [`info ${at + 1}, onset`, onset],
      [`info ${at + 1}, expires`, expires],
    ]),
  ];
  return moments
    .filter(([, text]) => text !== undefined && readCapMoment(text, version) === undefined)
    .map(([where, text]) => `${where}: not like 2002-05-24T16:49:00-07:00 ("${short(text ?? '')}")`);
}

function scopeFaults({ scope, restriction, addresses }: CapAlert): string[] {
  if (scope === 'Restricted' && isBlank(restriction))
    return ['restriction: a Restricted alert says to whom it is restricted'];
  if (scope === 'Private' && isBlank(addresses)) return ['addresses: a Private alert says to whom it goes'];
  return [];
}

function referenceFaults({ version, msgType, references = '' }: CapAlert): string[] {
  const { faults } = readReferences(references, version);
  const mustRefer = msgType !== 'Alert';
  return [
    ...(mustRefer && isBlank(references)
      ? [`references: names no message, but ${msgType} is about one`]
      : []),
    ...faults.map((word) => `references: not like sender,identifier,sent ("${short(word)}")`),
  ];
}

const polygonFaults: Readonly<Record<PolygonFault, (at: string) => string>> = {
  pair: (at) => `polygon: not latitude,longitude in degrees ("${short(at)}")`,
  short: (at) => `polygon: fewer than four pairs (${at})`,
  open: (at) => `polygon: does not end where it begins ("${short(at)}")`,
};

function areaFaults({ polygons, circles, altitude, ceiling }: CapArea): string[] {
  const faults: string[] = [];
  for (const polygon of polygons.filter((text) => !isBlank(text))) {
    const read = readPolygon(polygon);
    if (!read.ok) faults.push(polygonFaults[read.failure](read.at));
  }
  for (const circle of circles.filter((text) => !isBlank(text)))
    if (!readCircle(circle))
      faults.push(`circle: not latitude,longitude and kilometres ("${short(circle)}")`);
  if (!isBlank(ceiling)) {
    if (isBlank(altitude)) faults.push('ceiling: stands without an altitude');
    else if (Number(altitude) > Number(ceiling)) faults.push('altitude: above the ceiling');
  }
  return faults;
}
