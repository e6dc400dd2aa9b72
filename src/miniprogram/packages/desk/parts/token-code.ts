/** Codes that people show each other: a prefix and 16 letters, groups apart as one likes. */
export type CodePrefix = 'LC1' | 'LF1' | 'LK1';

const length = 16;

export type ReadCode =
  | { ok: true; code: string }
  | { ok: false; fault: 'other' }
  | { ok: false; fault: 'short'; count: number };

/**
 * What was scanned or typed, as the server takes it: `LC1:ABCD-EFGH-JKMN-PQRS`. The prefix may be left out;
 * which letters there are is the server's to say.
 */
export function readCode(text: string, prefix: CodePrefix): ReadCode {
  const [, before, letters = ''] = /^(?:(.*?):)?([^:]*)$/.exec(text.normalize('NFKC').toUpperCase()) ?? [];
  if (before !== undefined && before.trim() !== prefix) return { ok: false, fault: 'other' };
  const plain = letters.replace(/[\s-]/g, '');
  if (!/^[0-9A-Z]*$/.test(plain)) return { ok: false, fault: 'other' };
  if (plain.length !== length) return { ok: false, fault: 'short', count: plain.length };
  return { ok: true, code: `${prefix}:${plain.replace(/(.{4})(?=.)/g, '$1-')}` };
}
