import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeBase45 } from '@contract/health-code/base45';
import { failed, filesAt, type Outcome, passed, skipped, type Suite } from '../outcome';

/** One case a line: `text<TAB>hex` decodes to it; a bare text is to be refused. A space is a character like any other. */
export const runBase45: Suite = (path) =>
  filesAt(path, '').flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    // What follows the last line end is no line.
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line, at) => judge(`${basename(file)}:${at + 1}`, line));
  });

function judge(name: string, line: string): Outcome {
  const [, text = line, hex] = /^([^]*)\t((?:[0-9a-f]{2})*)\r?$/i.exec(line) ?? [];
  if (text === '' && hex === undefined) return skipped(name, 'an empty line');
  const decoded = decodeBase45(text);
  const got = decoded.ok ? Buffer.from(decoded.value).toString('hex') : decoded.failure;
  if (hex === undefined)
    return decoded.ok ? failed(name, `to be refused, but decodes to ${got}`) : passed(name);
  return got === hex.toLowerCase() ? passed(name) : failed(name, `expected ${hex}, got ${got}`);
}
