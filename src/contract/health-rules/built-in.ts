import type { HealthRule } from './rule';
import r1 from './rules/LL-R-0001.json';
import r2 from './rules/LL-R-0002.json';
import r3 from './rules/LL-R-0003.json';
import r4 from './rules/LL-R-0004.json';
import r5 from './rules/LL-R-0005.json';
import y1 from './rules/LL-Y-0001.json';
import y2 from './rules/LL-Y-0002.json';
import y3 from './rules/LL-Y-0003.json';
import y4 from './rules/LL-Y-0004.json';
import y5 from './rules/LL-Y-0005.json';
import y6 from './rules/LL-Y-0006.json';
import y7 from './rules/LL-Y-0007.json';
import y8 from './rules/LL-Y-0008.json';
import y9 from './rules/LL-Y-0009.json';
import y10 from './rules/LL-Y-0010.json';

/** What this software comes with, after public practice: in force until a county has signed rules of its own. */
export const builtInRules = [
  ...[r1, r2, r3, r4, r5],
  ...[y1, y2, y3, y4, y5, y6, y7, y8, y9, y10],
] as unknown as readonly HealthRule[];
