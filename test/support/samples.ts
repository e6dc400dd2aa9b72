import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON samples of a page of the documentation, by the word after ```` ```json ````. */
export function samplesOf(page: string): Record<string, unknown> {
  const text = readFileSync(join(__dirname, '../../docs', page), 'utf8');
  const blocks = [...text.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, name = '', block = '']) => [name, JSON.parse(block) as unknown]));
}
