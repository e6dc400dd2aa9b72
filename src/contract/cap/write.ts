import {
  type CapAlert,
  type CapArea,
  type CapInfo,
  type CapPair,
  type CapResource,
  namespaceOf,
} from './alert';
import { escaped } from './xml-text';

const leaf = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
const leaves = (name: string, texts: readonly string[]): string =>
  texts.map((text) => leaf(name, text)).join('');
const pairs = (name: string, list: readonly CapPair[]): string =>
  list
    .map((pair) => `<${name}>${leaf('valueName', pair.valueName)}${leaf('value', pair.value)}</${name}>`)
    .join('');

/** An alert as XML, in the order its schema asks for. What XML cannot hold is written as U+FFFD. */
export function writeAlert(alert: CapAlert): string {
  const parts = [
    leaf('identifier', alert.identifier),
    leaf('sender', alert.sender),
    leaf('sent', alert.sent),
    leaf('status', alert.status),
    leaf('msgType', alert.msgType),
    leaf('source', alert.source),
    leaf('scope', alert.scope),
    leaf('restriction', alert.restriction),
    leaf('addresses', alert.addresses),
    leaves('code', alert.codes),
    leaf('note', alert.note),
    leaf('references', alert.references),
    leaf('incidents', alert.incidents),
    ...alert.infos.map(writeInfo),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${namespaceOf(alert.version)}">${parts.join('')}</alert>\n`;
}

function writeInfo(info: CapInfo): string {
  const parts = [
    leaf('language', info.language),
    leaves('category', info.categories),
    leaf('event', info.event),
    leaves('responseType', info.responseTypes),
    leaf('urgency', info.urgency),
    leaf('severity', info.severity),
    leaf('certainty', info.certainty),
    leaf('audience', info.audience),
    pairs('eventCode', info.eventCodes),
    leaf('effective', info.effective),
    leaf('onset', info.onset),
    leaf('expires', info.expires),
    leaf('senderName', info.senderName),
    leaf('headline', info.headline),
    leaf('description', info.description),
    leaf('instruction', info.instruction),
    leaf('web', info.web),
    leaf('contact', info.contact),
    pairs('parameter', info.parameters),
    ...info.resources.map(writeResource),
    ...info.areas.map(writeArea),
  ];
  return `<info>${parts.join('')}</info>`;
}

function writeResource(resource: CapResource): string {
  const parts = [
    leaf('resourceDesc', resource.resourceDesc),
    leaf('mimeType', resource.mimeType),
    leaf('size', resource.size),
    leaf('uri', resource.uri),
    leaf('derefUri', resource.derefUri),
    leaf('digest', resource.digest),
  ];
  return `<resource>${parts.join('')}</resource>`;
}

function writeArea(area: CapArea): string {
  const parts = [
    leaf('areaDesc', area.areaDesc),
    leaves('polygon', area.polygons),
    leaves('circle', area.circles),
    pairs('geocode', area.geocodes),
    leaf('altitude', area.altitude),
    leaf('ceiling', area.ceiling),
  ];
  return `<area>${parts.join('')}</area>`;
}
