import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTrustFile } from '../../../src/backend/cli/admin/trust-file';
import { type AdminDeps, runAdmin } from '../../../src/backend/cli/admin/commands';
import { createTrust } from '../../../src/backend/adapters/embedded/trust';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';

jest.setTimeout(30_000);

const cases = join(__dirname, '../../conformance/dgc/cases');
const derOf = (name: string): Buffer => {
  const { TESTCTX } = JSON.parse(readFileSync(join(cases, name), 'utf8')) as {
    TESTCTX: { CERTIFICATE: string };
  };
  return Buffer.from(TESTCTX.CERTIFICATE, 'base64');
};
const austria = derOf('AT/2DCode/raw/1.json');
const pem = (der: Buffer): string => new X509Certificate(der).toString();

describe('a certificate file', () => {
  test('is read as DER, as PEM, and as several PEM one after the other', () => {
    const [one] = [parseTrustFile(austria, '330106')];
    expect(one).toMatchObject({ ok: true, value: { signers: [{ country: 'AT', alg: 'ES256' }] } });
    expect(parseTrustFile(Buffer.from(pem(austria)), '330106')).toEqual(one);
    const twice = parseTrustFile(Buffer.from(`a note\n${pem(austria)}\n${pem(austria)}`), '330106');
    expect(twice.ok && twice.value.signers).toHaveLength(2);
  });

  test.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['half a certificate', austria.subarray(0, 200)],
    ['PEM of something else', Buffer.from(pem(austria).replace(/[A-Z]/g, 'Q'))],
  ])('that is %s is refused', (_, bytes) => {
    expect(parseTrustFile(bytes, '330106')).toMatchObject({ ok: false, failure: expect.stringMatching(/./) });
  });
});

describeOnEachDatabase('npm run admin -- trust', (open) => {
  test('puts a signer into the trust list once, lists it, and takes it out', async () => {
    const trust = createTrust((await open()).unit, movedClock());
    const deps = { trust, county: '330106' } as Partial<AdminDeps> as AdminDeps;
    const run = (args: string[], file?: Buffer) =>
      runAdmin({ command: 'trust', args, options: {}, ...(file ? { file: file.toString('base64') } : {}) }, deps); // prettier-ignore
    for (let times = 0; times < 2; times += 1)
      expect(await run(['add', 'signer.pem'], Buffer.from(pem(austria)))).toMatchObject({
        code: 0,
        lines: [expect.stringMatching(/^signer \S{11} of AT, ES256$/)],
      });
    const { lines } = await run(['list']);
    expect(lines).toEqual([expect.stringMatching(/^signer \S{11} of AT, ES256, any certificate, until 2023-05-05$/)]); // prettier-ignore
    const [signer] = await trust.signers();
    expect(signer).toMatchObject({
      notBefore: '2021-05-05T12:41:06.000Z',
      notAfter: '2023-05-05T12:41:06.000Z',
    });
    expect((await run(['remove', signer!.kid])).code).toBe(0);
    expect(await trust.signers()).toEqual([]);
    for (const wrong of [['remove', signer!.kid], ['remove'], ['believe'], []])
      expect([wrong, (await run(wrong)).code]).toEqual([wrong, 1]);
    expect((await run(['add', 'x'], Buffer.from('x'))).code).toBe(1);
  });
});
