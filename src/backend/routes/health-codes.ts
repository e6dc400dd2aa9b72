import type { IssuedCode } from '@contract/api';
import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { FRESH_FOR, signCredential, VALID_FOR } from '@contract/health-code/credential';
import { maskName } from '@contract/health-code/masked-name';
import { checkPossession } from '@contract/health-code/possession';
import { decodePresentation } from '@contract/health-code/presentation';
import { decodeCredential } from '@contract/health-code/credential';
import { toAnswer } from '@contract/health-code/verdict';
import { type StatusAnswer, verify } from '@contract/health-code/verify';
import { nodeEd25519, nodeSha256 } from '../health-code-crypto';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Person } from '../ports/store';

type Keys = 'POST /v1/health-codes' | 'POST /v1/health-codes/verify' | 'GET /v1/trust-list';

export function healthCodeRoutes({ clock, issuer, codeRegistry, healthSource }: Ports): Handlers<Keys> {
  /** A new credential for a key of the person's phone. */
  async function issue(person: Person, name: string, holderKey: Uint8Array): Promise<IssuedCode> {
    // To the second, as the credential carries it.
    const now = Math.floor(clock.now().getTime() / 1000) * 1000;
    const { colour } = await healthSource.colourOf(person.id);
    const expiresAt = now + VALID_FOR;
    const status = await codeRegistry.spellFor(person.id, holderKey, colour, new Date(expiresAt));
    const facts = { maskedName: maskName(name), colour, confirmed: person.confirmed };
    const credential = signCredential(
      { county: issuer.county, issuedAt: now, expiresAt, status, holderKey, ...facts },
      issuer,
    );
    if (!credential.ok) throw new Refusal(credential.failure);
    return {
      ...facts,
      credential: encodeBase64url(credential.value),
      issuedAt: new Date(now).toISOString(),
      freshUntil: new Date(now + FRESH_FOR).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      serverTime: clock.now().toISOString(),
    };
  }

  /** Asks our own index ahead, since the pure rules wait for nobody. Another county's places are unknown here. */
  async function statusOf(code: string): Promise<StatusAnswer> {
    const presentation = decodePresentation(code);
    const signed = presentation.ok ? decodeCredential(presentation.value.credential) : presentation;
    if (!signed.ok || signed.value.credential.county !== issuer.county) return 'missing';
    const value = await codeRegistry.statusOf(signed.value.credential.status);
    return value === undefined ? 'missing' : { value, age: 0 };
  }

  return {
    'POST /v1/health-codes': async ({ caller: { person }, body }) => {
      if (!person.privacyVersion || person.name === null) throw new Refusal('consent-required');
      const possession = {
        holderKey: decodeBase64url(body.holderKey) ?? new Uint8Array(),
        step: body.step,
        signature: decodeBase64url(body.possession) ?? new Uint8Array(),
      };
      const held = checkPossession(possession, clock.now().getTime(), nodeEd25519);
      if (!held.ok) throw new Refusal(held.failure);
      return issue(person, person.name, possession.holderKey);
    },
    'POST /v1/health-codes/verify': async ({ body: { code } }) => {
      const status = await statusOf(code);
      const verdict = verify(code, {
        now: clock.now().getTime(),
        trust: await issuer.trustList(),
        status: () => status,
        ed25519Verify: nodeEd25519,
        sha256: nodeSha256,
      });
      return toAnswer(verdict);
    },
    'GET /v1/trust-list': () => issuer.trustList(),
  };
}
