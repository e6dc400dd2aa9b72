import type { VerifyAnswer } from '../../../src/contract/api';
import { decodeBase64url, encodeBase64url } from '../../../src/contract/health-code/base64url';
import { decodeCredential, signCredential } from '../../../src/contract/health-code/credential';
import { ed25519Signer } from '../../../src/contract/health-code/noble';
import { stepAt } from '../../../src/contract/health-code/proof';
import { describeOnEachDatabase } from '../../support/database';
import { testPhone } from '../../support/phone';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf, type WorldRole } from '../../support/world';

const hour = 3_600_000;

const phone = (app: TestApp, call: CallEndpoint, seed?: number) => testPhone(app.clock, call, seed);

const feverOf = (app: TestApp) => ({
  kind: 'symptoms',
  values: { fever: true },
  from: { zh: '你自己填的', en: 'Your own declaration' },
  since: app.clock.now().toISOString(),
  source: 'declaration' as const,
});

describeOnEachDatabase('health codes', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let people: Record<WorldRole, string>;
  beforeAll(async () => {
    const database = await open();
    people = await addWorld(database);
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

  test('a family member’s code, with their own name, while one may show it', async () => {
    const mine = phone(app, resident, 21);
    const may = jest.spyOn(app.ports.family, 'may').mockResolvedValue(false);
    const refused = await mine.ask(people.neighbour);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-in-family' }]);

    may.mockResolvedValue(true);
    const { status, body } = await mine.ask(people.neighbour);
    expect(may).toHaveBeenLastCalledWith(people.resident, people.neighbour, 'show');
    // Confirmed is the resident alone: what counts is the person, not whose phone it is.
    expect([status, body]).toMatchObject([
      201,
      { personId: people.neighbour, maskedName: '陈*明', confirmed: false },
    ]);
    expect(await gate(mine.show(body.credential))).toMatchObject({ reason: 'name-self-declared' });

    // It ends between the question and the answer: what was issued in that moment is worth nothing.
    may.mockResolvedValueOnce(true).mockResolvedValue(false);
    expect((await mine.ask(people.neighbour)).status).toBe(403);
    expect(await gate(mine.show(body.credential))).toMatchObject({ result: 'stop', reason: 'revoked' });
    may.mockRestore();
  });

  test('a colour that turned reaches every phone of the person, and green again is a new spell', async () => {
    const [mine, tablet] = [phone(app, resident, 22), phone(app, resident, 23)];
    const [green, other] = [(await mine.ask()).body, (await tablet.ask()).body];
    const fever = await app.ports.facts.add({ personId: people.resident }, feverOf(app));
    await app.ports.colours.recolour([people.resident]);
    // At once, before any phone has asked again.
    expect(await gate(mine.show(green.credential))).toMatchObject({ reason: 'lowered-to-yellow' });
    const yellow = (await mine.ask()).body;
    expect(yellow.colour).toBe('yellow');
    expect(await gate(mine.show(green.credential))).toMatchObject({ reason: 'lowered-to-yellow' });
    expect(await gate(tablet.show(other.credential))).toMatchObject({ reason: 'lowered-to-yellow' });
    expect(await gate(mine.show(yellow.credential))).toMatchObject({ reason: 'yellow' });
    await app.ports.facts.remove(fever);
    const again = (await mine.ask()).body;
    expect(await gate(mine.show(again.credential))).toMatchObject({ result: 'pass' });
    expect(await gate(mine.show(green.credential))).toMatchObject({ reason: 'lowered-to-yellow' });
  });

  test('a colour that turns between decision and credential: the credential has the new one', async () => {
    const mine = phone(app, resident, 25);
    await mine.ask();
    const asked = phone(app, resident, 26);
    const { of } = app.ports.colours;
    let fever = '';
    const turning = jest.spyOn(app.ports.colours, 'of').mockImplementationOnce(async (id) => {
      const before = await of(id);
      fever = await app.ports.facts.add({ personId: id }, feverOf(app));
      await app.ports.colours.recolour([id]);
      return before;
    });
    const { body } = await asked.ask();
    expect(turning).toHaveBeenCalledTimes(2);
    expect(body.colour).toBe('yellow');
    turning.mockRestore();
    await app.ports.facts.remove(fever);
    await app.ports.colours.recolour([people.resident]);
  });

  test('a phone that was told lost while it asked gets no code', async () => {
    const lost = await app.ports.store.sessions.open(people.resident);
    const found = await app.ports.store.sessions.find(lost.token);
    if (!found.ok) throw new Error(found.failure);
    const asking = phone(app, app.withToken(lost.token), 24);
    jest.spyOn(app.ports.colours, 'of').mockImplementationOnce(async () => {
      await app.ports.store.sessions.end(found.value.id);
      await app.ports.codeRegistry.revokePhone(found.value.id);
      return { colour: 'green', since: app.clock.now(), reasons: [] };
    });
    const { status, body } = await asking.ask();
    expect([status, body]).toMatchObject([401, { code: 'session-expired' }]);
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

  test('four megabytes are refused unread, with what to do next', async () => {
    const { status, body } = await app.call('POST /v1/health-codes/verify', {
      body: { code: `LL1:${'0'.repeat(4_000_000)}` },
    });
    expect([status, (body as { code: string }).code]).toEqual([413, 'code-too-long']);
  });

  test('whatever else is no text gets a verdict too', async () => {
    for (const code of ['LL1:\0', '\0', '\ud800', 'LL1:\udfff', '']) {
      expect(await gate(code)).toMatchObject({ result: 'ask' });
    }
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
    const late = await phone(app, resident).ask(undefined, stepAt(app.clock.now().getTime()) - 5);
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
