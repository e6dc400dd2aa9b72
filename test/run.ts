import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm test`: everything that must hold before a change lands. Prints as it goes; the last line counts all of it.
 * Checks and builds run in two lanes, since the machine has two cores; the suites follow, on what was built.
 */
const root = join(__dirname, '..');
const results = join(root, '.tmp', 'jest.json');

interface Step {
  name: string;
  command: string[];
}

const oneLane: Step[] = [
  { name: 'build of the mini-program (weapp)', command: ['npm', 'run', '--silent', 'build:weapp'] },
  { name: 'types and lint', command: ['oxlint', '--deny-warnings', 'src', 'test', 'config'] },
];
const otherLane: Step[] = [
  { name: 'build of the web app (h5)', command: ['npm', 'run', '--silent', 'build:h5'] },
  { name: 'who may import whom', command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src'] },
  { name: 'format', command: ['oxfmt', '--check'] },
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs one step; its output is shown whole, so that lanes do not interleave, and only when it has something to say. */
function run(step: Step): Promise<boolean> {
  const started = Date.now();
  return new Promise((resolve) => {
    const [command = '', ...args] = step.command;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}` },
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const good = code === 0;
      console.log(
        `${good ? 'ok    ' : 'FAILED'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
      if (!good) console.log(Buffer.concat(output).toString());
      resolve(good);
    });
  });
}

async function lane(steps: Step[]): Promise<boolean[]> {
  const outcomes: boolean[] = [];
  for (const step of steps) outcomes.push(await run(step));
  return outcomes;
}

const memory = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/** The suites make and throw away thousands of small files: in memory, where there is room for them. */
function filesInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < ROOM) return undefined;
    const folder = mkdtempSync(join(memory, 'linli-'));
    // Where we are root, PostgreSQL runs as somebody else and has to get through.
    chmodSync(folder, 0o711);
    return folder;
  } catch {
    return undefined;
  }
}

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

function suites(): Promise<Counts> {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  rmSync(results, { force: true });
  const folder = filesInMemory();
  return new Promise((resolve) => {
    const jest = spawn(
      process.execPath,
      [
        // Both cores are busy: what V8 would do on a third, for a database that lives for seconds, costs more than it gains.
        '--liftoff-only',
        '--single-threaded-gc',
        // For the same reason code is made fast later than usual: much of it runs in one suite and never again.
        '--interrupt-budget=1000000',
        // Suites make much that lives for a moment.
        ...['--min-semi-space-size=32', '--max-semi-space-size=64', '--initial-old-space-size=1024'],
        join(root, 'node_modules', '.bin', 'jest'),
        ...['--json', `--outputFile=${results}`, '--maxWorkers=2', '--forceExit'],
      ],
      {
        cwd: root,
        env: { ...process.env, ...(folder ? { TMPDIR: folder } : {}) },
        // Jest prints its JSON on stdout as well; its report goes to stderr.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    jest.on('close', () => {
      if (folder) rmSync(folder, { recursive: true, force: true });
      resolve(countOf(results));
    });
  });
}

function countOf(file: string): Counts {
  let result: JestResult;
  try {
    result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  } catch {
    console.log('The suites ended without a result.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const skipped = result.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => test.status === 'pending');
  sayWhy(skipped.map((test) => test.fullName));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: skipped.length,
  };
}

/** A skipped suite says its reason in its title: "… (skipped: no PostgreSQL here)". */
function sayWhy(names: string[]): void {
  const reasons = new Map<string, number>();
  for (const name of names) {
    const reason = /\(skipped: ([^)]+)\)/.exec(name)?.[1] ?? `no reason given: ${name}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  for (const [reason, count] of reasons) console.log(`skipped ${count}: ${reason}`);
}

async function main(): Promise<void> {
  const done = (await Promise.all([lane(oneLane), lane(otherLane)])).flat();
  const counted = await suites();
  const passed = counted.passed + done.filter(Boolean).length;
  const failed = counted.failed + done.filter((good) => !good).length;
  console.log(`${passed} passed, ${failed} failed, ${counted.skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
