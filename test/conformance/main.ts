import type { Outcome, Suite } from './outcome';

/** By name; each is loaded only when it is asked for. */
const suites: Record<string, () => Promise<Suite>> = {
  base45: async () => (await import('./base45')).runBase45,
  cose: async () => (await import('./cose')).runCose,
  dgc: async () => (await import('./dgc')).runDgc,
  port: async () => (await import('./port')).runPort,
};

const usage = `usage: npm run conformance -- ${['cap', ...Object.keys(suites)].join('|')} <dir or file>, or port health-source|request-desk <module>`;

function report(outcomes: readonly Outcome[]): void {
  const count = (verdict: Outcome['verdict']) => outcomes.filter((o) => o.verdict === verdict).length;
  const skips = new Map<string, number>();
  for (const outcome of outcomes) {
    if (outcome.verdict === 'failed') console.log(`FAILED ${outcome.name}: ${outcome.reason}`);
    if (outcome.verdict === 'skipped') skips.set(outcome.reason, (skips.get(outcome.reason) ?? 0) + 1);
  }
  for (const [reason, times] of skips) console.log(`skipped ${times}: ${reason}`);
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
}

/** Alerts state no verdict of their own: ours is told of each. */
async function judge(path: string): Promise<number> {
  const { lineOf, runCap } = await import('./cap');
  const verdicts = await runCap(path);
  for (const verdict of verdicts) console.log(lineOf(verdict));
  const invalid = verdicts.filter(({ valid }) => !valid).length;
  console.log(`${verdicts.length - invalid} valid, ${invalid} invalid`);
  return verdicts.length === 0 || invalid > 0 ? 1 : 0;
}

/** `npm run conformance -- <suite> <dir or file>`: other people's cases; exit code 1 when any fails. */
async function main([name = '', path, more]: string[]): Promise<number> {
  if (name === 'cap' && path !== undefined) return judge(path);
  const load = suites[name];
  if (load === undefined || path === undefined) {
    console.error(usage);
    return 2;
  }
  const run = await load();
  const outcomes = await run(path, more);
  if (outcomes.length === 0) console.log(`no cases at ${path}`);
  report(outcomes);
  return outcomes.length === 0 || outcomes.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
