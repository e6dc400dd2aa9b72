import type { IssuedCode, VerifyAnswer } from '../../../src/contract/api';
import { decodeBase64url, encodeBase64url } from '../../../src/contract/health-code/base64url';
import { decodeCredential, signCredential } from '../../../src/contract/health-code/credential';
import { ed25519Signer, publicKeyOf, sha256 } from '../../../src/contract/health-code/noble';
import { possessionMessage } from '../../../src/contract/health-code/possession';
import { encodePresentation } from '../../../src/contract/health-code/presentation';
import { makeProof, stepAt } from '../../../src/contract/health-code/proof';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

const hour = 3_600_000;

/** A phone with a key of its own. */
function phone(app: TestApp, call: CallEndpoint, seed = 9) {
  const secret = new Uint8Array(32).fill(seed);
  const holderKey = publicKeyOf(secret);
  const sign = ed25519Signer(secret);
  const now = (): number => app.clock.now().getTime();
  return {
    ask: (step = stepAt(now())) =>
      call<IssuedCode>('POST /v1/health-codes', {
        body: {
          holderKey: encodeBase64url(holderKey),
          step,
          possession: encodeBase64url(sign(possessionMessage(holderKey, step))),
        },
      }),
    show: (credential: string, at = now()): string => {
      const bytes = decodeBase64url(credential)!;
      return encodePresentation(bytes, makeProof(sha256(bytes), stepAt(at), sign));
    },
  };
}

describeOnEachDatabase('health codes', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  beforeAll(async () => {
    const database = await open();
    const people = await addWorld(database);
    await database.kysely
      .updateTable('person')
      .set({ confirmed: true })
      .where('id', '=', people.resident)
      .execute();
    app = await startTestApp({ database });
    resident = await app.as(personaOf('resident'));
  });
  afterAll(() => app.close());

  const gate = async (code: string): Promise<VerifyAnswer> =>
    (await app.call<VerifyAnswer>('POST /v1/health-codes/verify', { body: { code } })).body;

  test('a live code passes, and tells a gate no more than it needs', async () => {
    const mine = phone(app, resident);
    const { status, body } = await mine.ask();
    expect(status).toBe(201);
    const verdict = await gate(mine.show(body.credential));
    expect(verdict).toMatchObject({ result: 'pass', reason: 'green', confirmed: true });
    expect(Object.keys(verdict).sort()).toEqual(
      ['act', 'colour', 'confirmed', 'expiresAt', 'issuedAt', 'maskedName', 'reason', 'result'].sort(),
    );
  });

  test('an old picture, a day without renewal, and a week: each its own reason', async () => {
    const mine = phone(app, resident);
    const { body } = await mine.ask();
    const picture = mine.show(body.credential);
    app.clock.forward(4 * 60_000);
    expect(await gate(picture)).toMatchObject({ result: 'ask', reason: 'proof-not-now', ageSeconds: 240 });
    app.clock.forward(25 * hour);
    expect(await gate(mine.show(body.credential))).toMatchObject({
      result: 'ask',
      reason: 'credential-stale',
    });
    app.clock.forward(7 * 24 * hour);
    expect(await gate(mine.show(body.credential))).toMatchObject({ result: 'ask', reason: 'expired' });
  });

  test('a changed byte, an unknown issuer, and noise: each its own reason', async () => {
    const mine = phone(app, resident);
    const { body } = await mine.ask();
    const bytes = decodeBase64url(body.credential)!;
    const forged = bytes.slice();
    forged[forged.length - 1]! ^= 1;
    expect(await gate(mine.show(encodeBase64url(forged)))).toMatchObject({
      result: 'stop',
      reason: 'signature-invalid',
    });

    const signed = decodeCredential(bytes);
    if (!signed.ok) throw new Error(signed.failure);
    const stranger = { kid: new Uint8Array(8).fill(3), sign: ed25519Signer(new Uint8Array(32).fill(3)) };
    const foreign = signCredential(signed.value.credential, stranger);
    if (!foreign.ok) throw new Error(foreign.failure);
    expect((await gate(mine.show(encodeBase64url(foreign.value)))).result).toBe('ask');
    expect((await gate(mine.show(encodeBase64url(foreign.value)))).reason).toMatch(
      /^(issuer-unknown|key-newer-than-list)$/,
    );
    expect(await gate('hello')).toMatchObject({ result: 'ask', reason: 'prefix-unknown' });
    expect(await gate(`LL1:${'0'.repeat(60_000)}`)).toMatchObject({ result: 'ask', reason: 'too-long' });
  });

  test('the same key keeps its place in the status list; another key has another', async () => {
    const placeOf = async (seed: number) => {
      const { body } = await phone(app, resident, seed).ask();
      const read = decodeCredential(decodeBase64url(body.credential)!);
      return read.ok ? read.value.credential.status : undefined;
    };
    const first = await placeOf(11);
    expect(await placeOf(11)).toEqual(first);
    expect(await placeOf(12)).not.toEqual(first);
  });

  test('a key must be held now, and somebody must have agreed and have a name', async () => {
    const late = await phone(app, resident).ask(stepAt(app.clock.now().getTime()) - 5);
    expect([late.status, (late.body as unknown as { code: string }).code]).toEqual([
      422,
      'possession-not-proved',
    ]);
    await app.database.kysely
      .updateTable('person')
      .set({ name: null })
      .where('confirmed', '=', false)
      .execute();
    const nameless = await phone(app, await app.as(personaOf('outsider'))).ask();
    expect([nameless.status, (nameless.body as unknown as { code: string }).code]).toEqual([
      403,
      'consent-required',
    ]);
  });

  test('the trust list holds the public key and the emergency, and no secret', async () => {
    const { status, body } = await app.call<{ issuers: Record<string, string>[]; emergencies: unknown[] }>(
      'GET /v1/trust-list',
    );
    expect(status).toBe(200);
    expect(Object.keys(body.issuers[0] ?? {}).sort()).toEqual(['alg', 'county', 'key', 'kid']);
    expect(body.emergencies).toHaveLength(1);
  });
});
