import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { strict } from '@contract/api/common';
import { decodeBase64url } from '@contract/health-code/base64url';
import { KID_LENGTH } from '@contract/health-code/credential';
import { isAcceptableKey } from '@contract/health-code/ed25519-rules';
import type { TrustedSigner } from '@contract/health-code/trust-list';
import { fail, ok, type Result } from '@contract/result';
import type { TrustedDeployment } from '../../ports/trust';
import { readSignerCertificate } from '../../signer-certificate';

/** Another deployment, as its people hand it over: a part of its own trust list, and where its status lists are. */
const DeploymentFile = strict({
  county: Type.String({ pattern: '^[0-9]{6}$' }),
  address: Type.String(),
  issuers: Type.Array(
    strict({
      kid: Type.String(),
      alg: Type.Union([Type.Literal('EdDSA'), Type.Literal('ES256'), Type.Literal('PS256')]),
      key: Type.String(),
      notBefore: Type.Optional(Type.String()),
      notAfter: Type.Optional(Type.String()),
      revokedAt: Type.Optional(Type.String()),
      county: Type.Optional(Type.String()),
    }),
    { minItems: 1 },
  ),
});
type DeploymentFile = Static<typeof DeploymentFile>;
type FileIssuer = DeploymentFile['issuers'][number];

export interface TrustFile {
  signers: TrustedSigner[];
  deployment?: TrustedDeployment;
}

/** Certificates (PEM, one or several; DER), or a deployment (JSON). Otherwise one line that says what does not fit. */
export function parseTrustFile(bytes: Uint8Array, ownCounty: string): Result<TrustFile, string> {
  const text = Buffer.from(bytes).toString('latin1').trimStart();
  if (text.startsWith('{')) return parseDeployment(Buffer.from(bytes).toString('utf8'), ownCounty);
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  const signers: TrustedSigner[] = [];
  for (const certificate of pems?.map((pem) => new Uint8Array(Buffer.from(pem))) ?? [bytes]) {
    const signer = readSignerCertificate(certificate);
    if (!signer.ok)
      return fail(
        signer.failure === 'not-a-certificate'
          ? 'neither a certificate (PEM, DER) nor a deployment (JSON)'
          : 'a certificate whose key is neither P-256 nor RSA nor Ed25519',
      );
    signers.push(signer.value);
  }
  return ok({ signers });
}

function parseDeployment(text: string, ownCounty: string): Result<TrustFile, string> {
  const file = parseJson(text);
  if (!Value.Check(DeploymentFile, file)) {
    const [fault] = Value.Errors(DeploymentFile, file);
    return fail(`${fault?.path || 'the file'}: ${fault?.message ?? 'not JSON'}`);
  }
  const { county, issuers } = file;
  if (county === ownCounty) return fail('county: that is this deployment itself');
  const address = addressOf(file.address);
  if (!address) return fail('address: not an https:// address');
  const wrong = issuers.find((issuer) => !isSound(issuer, county));
  if (wrong) return fail(`issuer ${wrong.kid}: kid, key, county or a date does not fit`);
  return ok({
    signers: [],
    deployment: { county, address, issuers: issuers.map(({ county: _, ...issuer }) => issuer) },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The origin; plain HTTP only within this machine. */
function addressOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(value);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return undefined;
  return origin + pathname.replace(/\/+$/, '');
}

function isSound({ kid, alg, key, county, ...dates }: FileIssuer, ofCounty: string): boolean {
  const bytes = decodeBase64url(key);
  const fits =
    bytes &&
    (alg === 'EdDSA' ? isAcceptableKey(bytes) : alg === 'ES256' ? bytes.length === 65 : bytes.length > 0);
  const areDates = Object.values(dates).every((date) => !Number.isNaN(Date.parse(date)));
  const isOfCounty = county === undefined || county === ofCounty;
  return decodeBase64url(kid)?.length === KID_LENGTH && fits === true && areDates && isOfCounty;
}
