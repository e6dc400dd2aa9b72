import { canonicalJson, isSorted } from './canonical-json';
import { type ChainedEntry, lineOf, type LogLine, type SaltedText } from './entry';

/** A line taken apart; undefined for what has another shape. Nothing is checked yet. */
export function readLine(line: string): LogLine | undefined {
  const read = parsed(line);
  if (!isRecord(read) || !hasOnly(read, ['entry', 'hash', 'personal', 'signature'])) return undefined;
  const { entry, hash, personal, signature } = read;
  if (typeof hash !== 'string' || typeof signature !== 'string' || !isEntry(entry)) return undefined;
  if (personal !== undefined && !(isRecord(personal) && Object.values(personal).every(isSaltedText)))
    return undefined;
  return {
    entry,
    hash,
    ...(personal === undefined ? {} : { personal: personal as Record<string, SaltedText> }),
    signature,
  };
}

/** The text of the entry in a line, as it was hashed; undefined for a line that is not in its one form. */
export function entryTextOf(line: string, read: LogLine): string | undefined {
  // As JSON writes what it reads it is the one form already, unless members are out of order; that is some times faster.
  if (isSorted(read) && JSON.stringify(read) === line) {
    const around = lineOf('', read);
    return line.slice(START, line.length - (around.length - START));
  }
  const text = canonicalJson(read.entry);
  return lineOf(text, read) === line ? text : undefined;
}

/** Where the entry begins. */
const START = '{"entry":'.length;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (record: object, names: readonly string[]): boolean =>
  Object.keys(record).every((name) => names.includes(name));

const entryNames: readonly string[] = ['v', 'seq', 'at', 'act', 'node', 'body', 'personal', 'kid'];

function isEntry(value: unknown): value is ChainedEntry {
  if (!isRecord(value) || !hasOnly(value, entryNames)) return false;
  const { v, seq, at, act, node, body, personal, kid } = value;
  return (
    v === 1 &&
    Number.isSafeInteger(seq) &&
    [at, act, kid].every((text) => typeof text === 'string') &&
    (node === undefined || typeof node === 'string') &&
    isRecord(body) &&
    (personal === undefined ||
      (isRecord(personal) && Object.values(personal).every((hash) => typeof hash === 'string')))
  );
}

const isSaltedText = (value: unknown): value is SaltedText =>
  isRecord(value) &&
  hasOnly(value, ['salt', 'text']) &&
  typeof value['salt'] === 'string' &&
  typeof value['text'] === 'string';
