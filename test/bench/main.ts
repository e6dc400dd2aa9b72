import { parseArgs } from 'node:util';
import type { Bench, Row } from './row';

/** By name; each is loaded only when it is asked for. */
const benches: Record<string, () => Promise<Bench>> = {
  'code-size': async () => (await import('./code-size')).codeSize,
  show: async () => (await import('./show')).show,
  verify: async () => (await import('./verify')).verify,
  'status-list': async () => (await import('./status-list')).statusList,
  recolour: async () => (await import('./recolour')).recolour,
  decide: async () => (await import('./decide')).decide,
  audit: async () => (await import('./audit')).audit,
  'create-request': async () => (await import('./create-request')).createRequest,
  desk: async () => (await import('./desk')).desk,
  'grid-lookup': async () => (await import('./grid-lookup')).gridLookup,
  feed: async () => (await import('./feed')).feed,
  broadcast: async () => (await import('./broadcast')).broadcastBench,
  duplicates: async () => (await import('./duplicates')).duplicates,
  'refresh-storm': async () => (await import('./refresh-storm')).refreshStorm,
};

const usage = `usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]`;

function lineOf({ name, value, unit, baseline, ratio, goal, met }: Row): string {
  const beside = baseline === null ? '' : ` beside ${baseline} ${unit}`;
  const compared = ratio === null ? '' : `: ratio ${ratio}`;
  return `${met ? 'met   ' : 'MISSED'} ${name}: ${value} ${unit}${beside}${compared}, goal ${goal}`;
}

/** `npm run bench -- <name> [--json]`: figures on stdout, as lines or as JSON alone; progress on stderr. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const load = benches[positionals[0] ?? ''];
  if (!load || positionals.length > 1) {
    console.error(usage);
    return 2;
  }
  const bench = await load();
  const rows = await bench((line) => console.error(line));
  console.log(values.json ? JSON.stringify(rows, null, 2) : rows.map(lineOf).join('\n'));
  return 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
