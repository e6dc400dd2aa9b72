import type { OutputOf } from '../../../src/contract/api';
import type { TrustList } from '../../../src/contract/health-code/trust-list';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type TestApp } from '../../support/server';

describeOnEachDatabase('the log as phones see it', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
  });
  afterAll(() => app.close());

  const published = async (): Promise<TrustList['log']> =>
    (await app.call<TrustList>('GET /v1/trust-list')).body.log;
  const held = async (...heads: { seq: number; hash: string }[]) => {
    const { status, body } = await app.call<OutputOf<'POST /v1/audit-log/heads'>>('POST /v1/audit-log/heads', { body: { heads } }); // prettier-ignore
    return status === 200 ? body.heads.map((each) => each.held) : status;
  };

  test('the trust list says where it stands, anew with each list, and it holds what the list said', async () => {
    expect(await published()).toBeUndefined();
    const { auditLog } = app.ports;
    await auditLog.append({ act: 'tried', body: {} });
    // A log that grows does not make every verifier read the list again.
    app.clock.forward(60_000);
    expect(await published()).toBeUndefined();
    app.clock.forward(600_000);
    const first = await published();
    expect(first).toEqual(await auditLog.head());
    await auditLog.append({ act: 'tried', body: {} });
    app.clock.forward(600_000);
    const second = await published();
    expect(second?.seq).toBe(2);
    const other = { seq: 1, hash: '0'.repeat(64) };
    expect(await held(first!, second!, other, { ...first!, seq: 3 })).toEqual([true, true, false, false]);
  });

  test('asks for something, and not for everything', async () => {
    const one = { seq: 1, hash: '0'.repeat(64) };
    expect(await held()).toBe(400);
    expect(await held(...Array.from({ length: 9 }, () => one))).toBe(400);
    for (const wrong of [
      { ...one, seq: 0 },
      { ...one, seq: 1.5 },
      { ...one, hash: 'x' },
    ])
      expect(await held(wrong)).toBe(400);
  });
});
