import { createRealNameService } from '../../../src/backend/adapters/county-service/real-name';
import { inventedId } from '../../support/documents';
import {
  type Behave,
  busy,
  cut,
  cutAmidst,
  elsewhere,
  halfSilent,
  html,
  json,
  type Loopback,
  silent,
  startLoopback,
} from '../../support/loopback';
import { movedClock } from '../../support/moved-clock';

const yes = json(200, { match: true });

const documentNumber = inventedId('1980-05-01');
const personKey = (plain: string) => new TextEncoder().encode(`key of ${plain}`);
const known = { ok: true, value: { personKey: personKey(documentNumber), bornOn: '1980-05-01' } };
const unavailable = { ok: false, failure: 'unavailable' };

describe('the county’s real-name service', () => {
  let loopback: Loopback;
  const faults: string[] = [];
  const asked = () => loopback.asked;
  const url = () => `${loopback.address}/check`;

  beforeAll(async () => {
    loopback = await startLoopback();
  });
  afterAll(() => loopback.close());
  beforeEach(() => {
    loopback.asked.length = 0;
    faults.length = 0;
  });

  const serviceAt = (address: string, patience = {}) =>
    createRealNameService(
      { url: address, token: 'open-barley' },
      {
        personKey,
        clock: movedClock(),
        onFault: (what) => faults.push(what),
        patience: { timeoutMs: 300, firstPauseMs: 1, ...patience },
      },
    );
  const ask = (...behaviours: Behave[]) => {
    loopback.behave(...behaviours);
    return serviceAt(url()).recognise({ name: '张桂兰', documentNumber });
  };

  it('is asked with a token, the number in the body and nowhere else', async () => {
    expect(await ask(yes)).toEqual(known);
    expect(asked()).toHaveLength(1);
    expect(asked()[0]).toMatchObject({
      method: 'POST',
      body: JSON.stringify({ name: '张桂兰', documentNumber }),
    });
    expect(asked()[0]?.headers.authorization).toBe('Bearer open-barley');
    expect(faults).toEqual([]);
  });

  it('says that the document is another’s', async () => {
    expect(await ask(json(200, { match: false }))).toEqual({ ok: false, failure: 'name-not-of-document' });
    expect(faults).toEqual([]);
  });

  it('is not asked about a number that is none', async () => {
    loopback.behave(yes);
    const wrong = `${documentNumber.slice(0, 17)}${documentNumber.endsWith('1') ? '2' : '1'}`;
    expect(await serviceAt(url()).recognise({ name: '张桂兰', documentNumber: wrong })).toEqual({
      ok: false,
      failure: 'document-invalid',
    });
    expect(asked()).toHaveLength(0);
  });

  it.each([
    ['busy once', [busy, yes]],
    ['busy twice', [busy, busy, yes]],
    ['cut off', [cut, yes]],
    ['cut off amidst its answer', [cutAmidst, yes]],
  ])('is asked again when it was %s', async (_, behaviours) => {
    expect(await ask(...behaviours)).toEqual(known);
    expect(asked()).toHaveLength(behaviours.length);
    expect(faults).toEqual([]);
  });

  it.each<[string, Behave, number, string]>([
    ['always busy', busy, 3, 'real-name service answered 503'],
    ['always cut off', cut, 3, 'real-name service cannot be reached'],
    ['silent', silent, 1, 'real-name service did not answer in time'],
    ['silent amidst its answer', halfSilent, 1, 'real-name service did not answer in time'],
    ['refusing the token', json(401, {}), 1, 'real-name service answered 401'],
    ['without JSON', html, 1, 'real-name service answered no JSON'],
    ['without match', json(200, { result: true }), 1, 'real-name service answered without match'],
    ['of another type', json(200, { match: 'yes' }), 1, 'real-name service answered without match'],
    ['null', json(200, null), 1, 'real-name service answered without match'],
    ['sending us elsewhere', elsewhere, 3, 'real-name service cannot be reached'],
  ])('is unavailable, and the operator told why, when it is %s', async (_, behave, times, fault) => {
    expect(await ask(behave)).toEqual(unavailable);
    expect(asked()).toHaveLength(times);
    expect(faults).toEqual([fault]);
    expect(faults.join()).not.toMatch(/张|open-barley|\d{6}/);
  });

  it('is unavailable when nobody listens', async () => {
    const nobody = serviceAt('http://127.0.0.1:9/check', { retries: 0 });
    expect(await nobody.recognise({ name: '张桂兰', documentNumber })).toEqual(unavailable);
  });

  describe('that fails again and again', () => {
    const { now } = Date;
    /** Only the date is moved: what waits goes on by the clock. */
    const passed = (ms: number) => jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
    afterEach(() => jest.restoreAllMocks());

    it('is left alone, tried with one call after a while, and trusted again when that is answered', async () => {
      const service = serviceAt(url(), { retries: 0, breakAfter: 3, restMs: 30_000 });
      const call = () => service.recognise({ name: '张桂兰', documentNumber });
      loopback.behave(busy);
      for (let times = 0; times < 3; times += 1) expect(await call()).toEqual(unavailable);
      expect(faults).toContain('real-name service left alone for 30 s');
      expect(await call()).toEqual(unavailable);
      expect(asked()).toHaveLength(3);

      // Half open: one call goes through; it fails, and the rest begins anew.
      passed(30_000);
      expect(await call()).toEqual(unavailable);
      expect(await call()).toEqual(unavailable);
      expect(asked()).toHaveLength(4);

      loopback.behave(yes);
      expect(await call()).toEqual(unavailable);
      passed(60_000);
      expect(await call()).toEqual(known);
      expect(await call()).toEqual(known);
      expect(asked()).toHaveLength(6);
    });

    it('is not blamed for a document that is another’s', async () => {
      const service = serviceAt(url(), { retries: 0, breakAfter: 2 });
      loopback.behave(json(200, { match: false }));
      for (let times = 0; times < 5; times += 1)
        expect(await service.recognise({ name: '张桂兰', documentNumber })).toMatchObject({
          failure: 'name-not-of-document',
        });
      expect(asked()).toHaveLength(5);
    });
  });
});
