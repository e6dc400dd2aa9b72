import { type Credential, kidOf, signCredential, VALID_FOR } from '@contract/health-code/credential';
import { encodeBase64url } from '@contract/health-code/base64url';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import type { TrustList } from '@contract/health-code/trust-list';

// A county, its residents and their keys, the same in every run.

export const now = Date.UTC(2026, 10, 24, 6, 32, 11);
const hour = 3_600_000;
export const secretOf = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => (seed >> ((at % 4) * 8)) & 0xff);

const county = secretOf(1);
export const issuer = { kid: kidOf(publicKeyOf(county), sha256), sign: ed25519Signer(county) };

/** 15 bytes, as long as a masked name gets: two Tibetan words, each its first and last letter. */
export const longestName = 'བ*ད ཀ*ས';

export const trust: TrustList = {
  publishedAt: new Date(now - hour).toISOString(),
  issuers: [
    {
      kid: encodeBase64url(issuer.kid),
      county: '330106',
      alg: 'EdDSA',
      key: encodeBase64url(publicKeyOf(county)),
    },
  ],
  emergencies: [{ county: '330106', until: new Date(now + 720 * hour).toISOString() }],
};

export function credentialOf(about: Partial<Credential> = {}): Uint8Array {
  const signed = signCredential(
    {
      county: '330106',
      issuedAt: now - hour,
      expiresAt: now - hour + VALID_FOR,
      maskedName: '张*三',
      colour: 'green',
      confirmed: true,
      // The largest place there is: the longest to write.
      status: { list: 4095, index: 1_048_575 },
      ...about,
    },
    issuer,
  );
  if (!signed.ok) throw new Error(signed.failure);
  return signed.value;
}
