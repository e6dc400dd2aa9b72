import type { PaperCode, PrintedPaperCode, VerifyAnswer } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { decodeCredential } from '../../../src/contract/health-code/credential';
import { decodePresentation } from '../../../src/contract/health-code/presentation';
import { describeOnEachDatabase } from '../../support/database';
import { addConfirmed, addSomeone, asWorker, scan } from '../../support/scenarios';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf, west } from '../../support/world';

const day = 86_400_000;

describeOnEachDatabase('a paper code', (open) => {
  let app: TestApp;
  let worker: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    worker = await asWorker(app);
  });
  afterAll(() => app.close());

  const print = (personId: string, more: object = {}, by = worker) =>
    by<PrintedPaperCode & Problem>('POST /v1/paper-codes', { body: { personId, ...more } });
  const listed = async (personId: string) =>
    (await worker<PaperCode[]>('GET /v1/paper-codes', { query: { personId } })).body;
  const revoke = (id: string, by = worker) => by<Problem>('DELETE /v1/paper-codes/:id', { params: { id } });
  const gate = async (code: string) =>
    (await app.call<VerifyAnswer>('POST /v1/health-codes/verify', { body: { code } })).body;

  /** Admitted at the desk: no phone, no account. */
  async function grandmother(): Promise<string> {
    const { document } = await addSomeone(app, { name: '李桂珍' });
    return (await scan(app, { ...document, home: { node: west } })).body.personId;
  }

  it('is printed for somebody without a phone: a guard compares the name with a document', async () => {
    const { status, body } = await print(await grandmother());
    expect(status).toBe(201);
    expect(Date.parse(body.expiresAt) - Date.parse(body.issuedAt)).toBe(30 * day);
    expect(await gate(body.code)).toMatchObject({
      result: 'ask',
      reason: 'paper',
      maskedName: '李*珍',
      confirmed: true,
    });
    const presentation = decodePresentation(body.code);
    if (!presentation.ok) throw new Error(presentation.failure);
    expect(presentation.value.proof).toBeUndefined();
    const read = decodeCredential(presentation.value.credential);
    expect(read.ok && read.value.credential.holderKey).toBeUndefined();
    // The design’s size of a paper code: QR version 8 at ECC M holds 221 characters of this alphabet.
    expect(body.code.length).toBeLessThanOrEqual(221);
  });

  it('is listed without its text, and ends when it is revoked, that print and no other', async () => {
    const personId = await grandmother();
    const first = (await print(personId)).body;
    app.clock.forward(1000);
    const second = (await print(personId, { days: 7 })).body;
    const shown = [second, first].map(({ code: _, ...rest }) => rest);
    expect(await listed(personId)).toEqual(shown);
    expect((await revoke(first.id)).status).toBe(204);
    expect((await gate(first.code)).reason).toBe('revoked');
    expect((await gate(second.code)).reason).toBe('paper');
    expect((await listed(personId)).map(({ id }) => id)).toEqual([second.id]);
    app.clock.forward(7 * day);
    expect(await listed(personId)).toEqual([]);
    expect((await gate(second.code)).reason).toBe('expired');
  });

  it('runs for thirty days at most', async () => {
    const personId = await grandmother();
    for (const days of [0, 31, 1.5])
      expect((await print(personId, { days })).body.code).toBe('invalid-request');
    const { body } = await print(personId, { days: 1 });
    expect(Date.parse(body.expiresAt) - Date.parse(body.issuedAt)).toBe(day);
  });

  it('is printed only for somebody the community has seen', async () => {
    const unseen = await addSomeone(app);
    expect((await print(unseen.id)).body.code).toBe('name-not-confirmed');
    expect((await print('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')).body.code).toBe('person-unknown');
    expect((await print((await addConfirmed(app)).id)).status).toBe(201);
  });

  it('is the business of those who serve where the person lives', async () => {
    const personId = await grandmother();
    const { id } = (await print(personId)).body;
    await app.ports.store.people.change(personId, { home: { node: east, building: null } });
    expect((await print(personId)).body.code).toBe('outside-your-place');
    expect((await worker<Problem>('GET /v1/paper-codes', { query: { personId } })).body.code).toBe(
      'outside-your-place',
    );
    expect((await revoke(id)).body.code).toBe('not-found');
    expect((await revoke('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')).body.code).toBe('not-found');
    expect((await revoke(id, await app.as(personaOf('officer')))).status).toBe(204);
  });
});
