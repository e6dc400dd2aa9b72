import { fail, ok, type Result } from '@contract/result';

/** The mark at the beginning, and what it promises. The longer one first: it begins as a shorter one does. */
const marks: readonly [bytes: readonly number[], family: string][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32'],
  [[0, 0, 0xfe, 0xff], 'utf-32'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** How `<?xml` looks without a mark. */
const beginnings: readonly [bytes: readonly number[], family: string][] = [
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
];

const starts = (bytes: Uint8Array, [begin]: readonly [readonly number[], string]): boolean =>
  begin.every((byte, at) => bytes[at] === byte);

const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*(["'])([A-Za-z][\w.-]*)\1/;

/** Names that TextDecoder takes for another encoding, or does not know. */
const exactly: Readonly<Record<string, string>> = {
  gb2312: 'gbk',
  gb18030: 'gb18030',
  'gb18030-2000': 'gb18030',
  'gb18030-2022': 'gb18030',
  cp936: 'gbk',
  'iso-10646-ucs-2': 'utf-16',
};

/** Undefined for an encoding nobody knows. */
function decoderOf(encoding: string): ((bytes: Uint8Array) => string) | undefined {
  // ISO 8859-1 is every byte as it is; TextDecoder would read windows-1252.
  if (/^(iso[-_]?8859-1|latin1|l1)$/.test(encoding)) return (bytes) => Buffer.from(bytes).toString('latin1');
  if (/^(us-)?ascii$/.test(encoding))
    return (bytes) => {
      if (bytes.some((byte) => byte > 127)) throw new TypeError('not ASCII');
      return Buffer.from(bytes).toString('latin1');
    };
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return (bytes) => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of an XML file in the encoding that its mark or its declaration says (XML 1.0 §4.3.3), without the mark.
 * A failure is in words: it goes to whoever looks at the file.
 */
export function decodeXml(bytes: Uint8Array): Result<string, string> {
  const mark = marks.find((each) => starts(bytes, each));
  if (mark?.[1] === 'utf-32') return fail('encoding: UTF-32 is not read');
  const family = mark?.[1] ?? beginnings.find((each) => starts(bytes, each))?.[1];
  const body = mark ? bytes.subarray(mark[0].length) : bytes;
  const head = body.subarray(0, 1024);
  const wide = family?.startsWith('utf-16') ? family : undefined;
  const begin = wide ? new TextDecoder(wide).decode(head) : Buffer.from(head).toString('latin1');
  const declared = declaration.exec(begin)?.[2]?.toLowerCase();
  const said = exactly[declared ?? ''] ?? declared ?? family ?? 'utf-8';
  const contradicts = wide
    ? !/^utf-?16(be|le)?$/.test(said) || (/[bl]e$/.test(said) && said.slice(-2) !== wide.slice(-2))
    : /^(utf-?16|utf-?32|ucs-)/.test(said) || (family === 'utf-8' && !/^utf-?8$/.test(said));
  if (contradicts) return fail(`encoding: declared as ${said}, written in another`);
  const decode = decoderOf(wide ?? said);
  if (!decode) return fail(`encoding: ${said} is not known`);
  try {
    return ok(decode(body));
  } catch {
    return fail(`encoding: not ${said}${declared === undefined ? '' : ', as is declared'}`);
  }
}

/**
 * Whether a document type stands before the root. It is looked for before any parser sees the file: what it declares
 * could be a bomb, or a way to other files.
 */
export function hasDoctype(text: string): boolean {
  for (let at = 0; ;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (close === undefined) return /^<!doctype/i.test(text.slice(at, at + 9));
    const end = text.indexOf(close, at + 2);
    if (end < 0) return false;
    at = end + close.length;
  }
}
