import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CborValue, CborTag, encodeCbor } from '@contract/health-code/cbor';
import { sigStructure } from '@contract/health-code/cose';
import { runBase45 } from '../conformance/base45';
import { runCose } from '../conformance/cose';
import { runDgc } from '../conformance/dgc';
import type { Outcome, Suite } from '../conformance/outcome';

const casesOf = (suite: string) => join(__dirname, '../conformance', suite, 'cases');
const outcomesOf = async (run: Suite, path: string): Promise<Outcome[]> => await run(path);
const count = (outcomes: Outcome[], verdict: Outcome['verdict']) =>
  outcomes.filter((outcome) => outcome.verdict === verdict).length;

/** A file of one case, for what the copied part of a suite does not have. */
function fileOf(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'linli-conformance-')), 'case.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('other people’s cases', () => {
  it.each<[string, Suite, number]>([
    ['base45', runBase45, 25],
    ['cose', runCose, 10],
    ['dgc', runDgc, 36],
  ])('of %s all agree', async (name, run, least) => {
    const outcomes = await outcomesOf(run, casesOf(name));
    expect(outcomes.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(count(outcomes, 'passed')).toBeGreaterThanOrEqual(least);
  });
});

describe('the command', () => {
  const command = join(__dirname, '../conformance/main.ts');
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
      encoding: 'utf8',
    });
    return { status, lines: stdout.trimEnd().split('\n') };
  };

  it('ends with the counts, and with 1 when a case fails', () => {
    const good = run('base45', casesOf('base45'));
    expect([good.status, good.lines.at(-1)]).toEqual([0, '30 passed, 0 failed, 0 skipped']);
    const bad = run('base45', fileOf('BB8\t4142\n\nBB8\n'));
    expect(bad).toEqual({
      status: 1,
      lines: [
        'FAILED case.json:3: to be refused, but decodes to 4142',
        'skipped 1: an empty line',
        '1 passed, 1 failed, 1 skipped',
      ],
    });
  });

  it('fails where there is no case at all, no folder, and no such suite', () => {
    expect(run('dgc', casesOf('base45')).status).toBe(1);
    expect(run('dgc', '/nowhere').status).toBe(2);
    expect(run('dcg', casesOf('dgc')).status).toBe(2);
  });
});

describe('the dgc runner', () => {
  type Case = Record<string, unknown> & { EXPECTEDRESULTS: Record<string, boolean> };
  const caseOf = (name: string) => JSON.parse(readFileSync(join(casesOf('dgc'), name), 'utf8')) as Case;
  const CO3 = caseOf('common/2DCode/raw/CO3.json');
  const DE3 = caseOf('DE/2DCode/raw/3.json');
  const judge = async (change: Record<string, unknown>, of = CO3) =>
    (await outcomesOf(runDgc, fileOf({ ...of, ...change })))[0];

  it.each(Object.keys(DE3.EXPECTEDRESULTS).filter((flag) => !/SCHEMA|JSON|PICTURE/.test(flag)))(
    'notices when %s is stated the other way',
    async (flag) => {
      const outcome = await judge({ EXPECTEDRESULTS: { ...DE3.EXPECTEDRESULTS, [flag]: false } }, DE3);
      expect(outcome).toMatchObject({ verdict: 'failed', reason: `${flag} is not false` });
    },
  );

  it.each([
    ['EXPECTEDUNPREFIX', { BASE45: 'NCF' }],
    ['EXPECTEDB45DECODE', { COMPRESSED: '78da' }],
    ['EXPECTEDCOMPRESSION', { COSE: 'd284' }],
    ['EXPECTEDDECODE', { CBOR: 'bf6376657265312e322e31ff' }],
    ['EXPECTEDVERIFY', { TESTCTX: {} }],
  ])('notices for %s that one artefact is not in the other', async (flag, change) => {
    expect(await judge({ ...change, EXPECTEDRESULTS: { [flag]: true } })).toMatchObject({
      verdict: 'failed',
    });
    expect(await judge({ ...change, EXPECTEDRESULTS: { [flag]: false } })).toMatchObject({
      verdict: 'passed',
    });
  });

  it('takes a missing artefact from the one around it', async () => {
    const { PREFIX, TESTCTX, EXPECTEDRESULTS } = CO3;
    const outcomes = await outcomesOf(runDgc, fileOf({ PREFIX, TESTCTX, EXPECTEDRESULTS }));
    expect(outcomes[0]?.verdict).toBe('passed');
  });

  it('skips what states nothing it judges', async () => {
    for (const [change, reason] of [
      [{ EXPECTEDRESULTS: undefined }, 'no EXPECTEDRESULTS'],
      [{ EXPECTEDRESULTS: { EXPECTEDPICTUREDECODE: true } }, 'none of the judged flags is stated'],
    ] as const) {
      expect(await judge(change)).toMatchObject({ verdict: 'skipped', reason });
    }
    const [noJson] = await outcomesOf(runDgc, fileOf('{'));
    expect(noJson).toMatchObject({ verdict: 'skipped', reason: 'not JSON' });
  });
});

describe('the cose runner', () => {
  const payload = Uint8Array.of(1, 2, 3);

  /** A case as cose-wg/Examples would state it, of a key made here. */
  function madeCase(alg: 'EdDSA' | 'PS256', number: number, external = '') {
    const pair =
      alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const header: CborValue = new Map([[1, number]]);
    const protectedBytes = encodeCbor(header);
    const message = sigStructure({ protectedBytes, payload }, new Uint8Array(Buffer.from(external, 'hex')));
    const signature =
      alg === 'EdDSA'
        ? sign(null, message, pair.privateKey)
        : sign('sha256', message, { key: pair.privateKey, padding: 6, saltLength: 32 });
    const cbor = encodeCbor(new CborTag(18, [protectedBytes, new Map(), payload, new Uint8Array(signature)]));
    const key = Object.fromEntries(
      Object.entries(pair.publicKey.export({ format: 'jwk' })).flatMap(([name, value]) =>
        name === 'kty' || name === 'crv'
          ? [[name, value]]
          : [[`${name}_hex`, Buffer.from(String(value), 'base64url').toString('hex')]],
      ),
    ) as Record<string, unknown>;
    return { input: { sign0: { alg, key, external } }, output: { cbor: Buffer.from(cbor).toString('hex') } };
  }
  const judge = async (content: unknown) => (await outcomesOf(runCose, fileOf(content)))[0];

  it.each([
    ['EdDSA', -8],
    ['PS256', -37],
  ] as const)('verifies %s, with external data too', async (alg, number) => {
    const made = madeCase(alg, number, 'a1b2');
    expect(await judge(made)).toMatchObject({ verdict: 'passed' });
    expect(await judge({ ...made, fail: true })).toMatchObject({ verdict: 'failed' });
    made.input.sign0.external = 'a1b3';
    expect(await judge(made)).toMatchObject({ verdict: 'failed' });
  });

  it('refuses a header of another algorithm than the case’s', async () => {
    const swapped = madeCase('EdDSA', -7);
    expect(await judge({ ...swapped, fail: true })).toMatchObject({ verdict: 'passed' });
  });

  it.each([
    ['algorithm ES512', { sign0: { alg: 'ES512', key: { crv: 'P-521' } } }],
    ['EdDSA on the curve Ed448', { sign0: { alg: 'EdDSA', key: { crv: 'Ed448' } } }],
    ['not COSE_Sign1 but sign', { sign: {} }],
  ])('skips for its reason: %s', async (reason, input) => {
    expect(await judge({ input, output: { cbor: '00' } })).toMatchObject({ verdict: 'skipped', reason });
  });
});
