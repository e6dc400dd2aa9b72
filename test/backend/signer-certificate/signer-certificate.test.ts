import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url } from '../../../src/contract/health-code/base64url';
import { readSignerCertificate } from '../../../src/backend/signer-certificate';

const cases = join(__dirname, '../../conformance/dgc/cases');
const derOf = (name: string): Buffer => {
  const { TESTCTX } = JSON.parse(readFileSync(join(cases, name), 'utf8')) as {
    TESTCTX: { CERTIFICATE: string };
  };
  return Buffer.from(TESTCTX.CERTIFICATE, 'base64');
};
const read = (bytes: Uint8Array) => {
  const signer = readSignerCertificate(bytes);
  if (!signer.ok) throw new Error(signer.failure);
  return signer.value;
};

describe('a signer’s certificate', () => {
  test('says kid, country, key and term, whether DER or PEM', () => {
    const der = derOf('AT/2DCode/raw/1.json');
    const signer = read(der);
    expect(signer).toMatchObject({
      kid: encodeBase64url(new Uint8Array(Buffer.from('d919375fc1e7b6b2', 'hex'))),
      country: 'AT',
      alg: 'ES256',
      notBefore: '2021-05-05T12:41:06.000Z',
      notAfter: '2023-05-05T12:41:06.000Z',
    });
    expect(Buffer.from(signer.key, 'base64url')).toHaveLength(65);
    expect(signer).not.toHaveProperty('uses');
    expect(read(Buffer.from(new X509Certificate(der).toString()))).toEqual(signer);
  });

  test.each([
    ['CO12', ['test']],
    ['CO13', ['vaccination']],
    ['CO14', ['recovery']],
    ['CO3', ['test', 'vaccination', 'recovery']],
    ['CO15', undefined],
  ])('of %s lets it attest %j', (name, uses) => {
    expect(read(derOf(`common/2DCode/raw/${name}.json`)).uses).toEqual(uses);
  });

  test('reads the usages of the other arc too', () => {
    expect(read(derOf('SG/2DCode/raw/4.json')).uses).toEqual(['test', 'vaccination', 'recovery']);
  });

  test('of RSA is a key for PS256, of no country one of none', () => {
    const signer = read(derOf('common/2DCode/raw/CO1.json'));
    expect(signer).toMatchObject({ alg: 'PS256', country: 'ZZ' });
    expect(Buffer.from(signer.key, 'base64url').length).toBeGreaterThan(256);
  });

  test('is told from other bytes', () => {
    expect(readSignerCertificate(Buffer.from('hello'))).toEqual({ ok: false, failure: 'not-a-certificate' });
    expect(readSignerCertificate(new Uint8Array())).toEqual({ ok: false, failure: 'not-a-certificate' });
  });
});
