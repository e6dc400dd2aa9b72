import { inflateSync } from 'node:zlib';

/**
 * ISO 32000: what runs, starts, sends or brings other files along; and what keeps the rest from being looked at. No name
 * is so short that a picture's bytes would spell it by chance; whatever has /JS says /JavaScript.
 */
const active =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|XFA|Encrypt)(?![A-Za-z])/;
/** Where its end is looked for (bytes). */
const tail = 2048;
/** Objects in compressed streams unpack to no more than this together (bytes). */
const mostUnpacked = 32 * 1024 * 1024;

/** By its first bytes. */
export const isPdf = (content: Buffer): boolean => content.subarray(0, 5).toString('latin1') === '%PDF-';

/** Whole to its end, and nothing in it acts by itself; also where names are spelt by their bytes or lie in packed objects. */
export function isPlainPdf(content: Buffer): boolean {
  const text = content.toString('latin1');
  if (!text.slice(-tail).includes('%%EOF')) return false;
  const packed = packedObjects(content, text);
  return packed !== undefined && [text, ...packed].every((part) => !active.test(plainNames(part)));
}

/** #4aavaScript is JavaScript. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** What lies in object streams; undefined where one cannot be looked into. */
function packedObjects(content: Buffer, text: string): string[] | undefined {
  const found: string[] = [];
  let left = mostUnpacked;
  // One spelt by its bytes would be passed over.
  if (plainNames(text).split('/ObjStm').length !== text.split('/ObjStm').length) return undefined;
  for (const { index } of text.matchAll(/\/ObjStm/g)) {
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    const begin = start.exec(text);
    const end = text.indexOf('endstream', index);
    if (!begin || end < 0 || left <= 0) return undefined;
    try {
      // What follows the end of what was packed is the end of the line.
      const objects = inflateSync(content.subarray(start.lastIndex, end), { maxOutputLength: left });
      left -= objects.length;
      found.push(objects.toString('latin1'));
    } catch {
      return undefined;
    }
  }
  return found;
}
