import type { CapAlert, CapArea, CapInfo, CapPair, CapResource, CapVersion } from './alert';

/** An element as a parser hands it over: names without prefixes. */
export interface XmlElement {
  name: string;
  /** Of one without children. */
  text: string;
  children: readonly XmlElement[];
}

/** White space around a number or a moment says nothing, by the schema; around a text it is part of it. */
const collapsed = (text: string | undefined): string | undefined => text?.trim();

const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
const texts = (element: XmlElement, name: string): string[] => all(element, name).map(({ text }) => text);
const text = (element: XmlElement, name: string): string | undefined => texts(element, name)[0];
const must = (element: XmlElement, name: string): string => text(element, name) ?? '';

/** Leaves out what is not there, so that what is read again equals what was written. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** An alert from its root element, which the schema of its version has passed. */
export const readAlert = (version: CapVersion, root: XmlElement): CapAlert =>
  present<CapAlert>({
    version,
    identifier: must(root, 'identifier'),
    sender: must(root, 'sender'),
    sent: must(root, 'sent').trim(),
    status: must(root, 'status'),
    msgType: must(root, 'msgType'),
    source: text(root, 'source'),
    scope: must(root, 'scope'),
    restriction: text(root, 'restriction'),
    addresses: text(root, 'addresses'),
    codes: texts(root, 'code'),
    note: text(root, 'note'),
    references: text(root, 'references'),
    incidents: text(root, 'incidents'),
    infos: all(root, 'info').map(readInfo),
  });

const readInfo = (info: XmlElement): CapInfo =>
  present<CapInfo>({
    language: collapsed(text(info, 'language')),
    categories: texts(info, 'category'),
    event: must(info, 'event'),
    responseTypes: texts(info, 'responseType'),
    urgency: must(info, 'urgency'),
    severity: must(info, 'severity'),
    certainty: must(info, 'certainty'),
    audience: text(info, 'audience'),
    eventCodes: all(info, 'eventCode').map(readPair),
    effective: collapsed(text(info, 'effective')),
    onset: collapsed(text(info, 'onset')),
    expires: collapsed(text(info, 'expires')),
    senderName: text(info, 'senderName'),
    headline: text(info, 'headline'),
    description: text(info, 'description'),
    instruction: text(info, 'instruction'),
    web: collapsed(text(info, 'web')),
    contact: text(info, 'contact'),
    parameters: all(info, 'parameter').map(readPair),
    resources: all(info, 'resource').map(readResource),
    areas: all(info, 'area').map(readArea),
  });

const readPair = (pair: XmlElement): CapPair => ({
  valueName: must(pair, 'valueName'),
  value: must(pair, 'value'),
});

const readResource = (resource: XmlElement): CapResource =>
  present<CapResource>({
    resourceDesc: must(resource, 'resourceDesc'),
    mimeType: text(resource, 'mimeType'),
    size: collapsed(text(resource, 'size')),
    uri: collapsed(text(resource, 'uri')),
    derefUri: text(resource, 'derefUri'),
    digest: text(resource, 'digest'),
  });

const readArea = (area: XmlElement): CapArea =>
  present<CapArea>({
    areaDesc: must(area, 'areaDesc'),
    polygons: texts(area, 'polygon'),
    circles: texts(area, 'circle'),
    geocodes: all(area, 'geocode').map(readPair),
    altitude: collapsed(text(area, 'altitude')),
    ceiling: collapsed(text(area, 'ceiling')),
  });
