import { createCountyPlatform } from '../../../src/backend/adapters/county-platform';
import { headersOf } from '../../../src/backend/adapters/county-platform/signature';
import { createOpen311Desk } from '../../../src/backend/adapters/open311';
import openCounty from '../../conformance/port/county-platform';
import openCity from '../../conformance/port/open311';
import { tryRequestDesk } from '../../conformance/port/request-desk';
import {
  countyPlatform,
  deskAt,
  deskKey,
  matterOf,
  open311City,
  type Platform,
} from '../../support/desk-outside';
import {
  type Behave,
  busy,
  cut,
  cutAmidst,
  elsewhere,
  halfSilent,
  html,
  json,
  silent,
} from '../../support/loopback';
import { movedClock } from '../../support/moved-clock';
import { samplesOf } from '../../support/samples';

const clock = movedClock();
const faults: string[] = [];
const options = { clock, onFault: (what: string) => void faults.push(what), timeoutMs: 500 };
const unknown = { ok: false, failure: 'unknown' };
const unavailable = { ok: false, failure: 'unavailable' };
const huge: Behave = (response) => void response.writeHead(200).end(Buffer.alloc(5_000_000, 'x'));

const kinds = [
  ['Open311', 'open311', open311City, openCity, createOpen311Desk],
  ['a county’s platform', 'rest', countyPlatform, openCounty, createCountyPlatform],
] as const;

describe.each(kinds)('%s as a desk outside', (_, protocol, start, openSpecimen, create) => {
  let platform: Platform;
  const desk = () => create(deskAt(protocol, platform.address, { jurisdiction_id: 'hz' }), options);
  beforeAll(async () => {
    platform = await start();
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    platform.behave(platform.answer);
    platform.asked.length = 0;
    platform.taken.length = 0;
    faults.length = 0;
  });
  // An operator's log says what is wrong, and nothing of the matter or the keys.
  afterEach(() => expect(faults.join()).not.toMatch(/沙发|桂语苑|open-millet|c2VzYW1l/));

  test('keeps to the port', async () => {
    const specimen = await openSpecimen();
    const outcomes = await tryRequestDesk(specimen);
    await specimen.close?.();
    expect(outcomes.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(outcomes.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThan(5);
  });

  test.each<[string, (of: Platform) => Behave, object, string]>([
    ['cut off before it answers', () => cut, unknown, 'was cut off'],
    ['cut off after it took it', ({ loseAnswer }) => loseAnswer, unknown, 'was cut off'],
    ['cut off amidst its answer', () => cutAmidst, unknown, 'was cut off'],
    ['silent', () => silent, unknown, 'did not answer in time'],
    ['silent amidst its answer', () => halfSilent, unknown, 'did not answer in time'],
    ['slow', ({ answerLate }) => answerLate, unknown, 'did not answer in time'],
    ['broken', () => json(500, {}), unknown, 'answered 500'],
    ['busy', () => busy, unknown, 'answered 503'],
    ['sending us elsewhere', () => elsewhere, unknown, 'answered 302'],
    ['without JSON', () => html, unknown, 'answered 200'],
    ['of another shape', () => json(200, { id: 1 }), unknown, 'answered 200'],
    ['null', () => json(200, null), unknown, 'answered 200'],
    ['empty', () => json(200, []), unknown, 'answered 200'],
    ['huge', () => huge, unknown, 'answered more than'],
    ['refusing the key', () => json(403, [{ code: 403, description: 'key' }]), unavailable, 'answered 403'],
    ['asked too often', () => json(429, {}), unavailable, 'answered 429'],
    ['not where we ask', () => json(404, {}), unavailable, 'answered 404'],
    ['refusing without a reason', () => json(422, {}), unavailable, 'answered 422'],
  ])(
    'that is %s says whether it may have taken it, and the operator is told',
    async (__, behave, said, fault) => {
      platform.behave(behave(platform));
      expect(await desk().send(matterOf())).toEqual(said);
      expect(platform.asked).toHaveLength(1);
      expect(faults.join()).toContain(fault);
      expect(await desk().standing('x', '9000')).toEqual(unavailable);
    },
  );

  test('that nobody listens at has surely taken nothing', async () => {
    const gone = await start();
    gone.close();
    const nowhere = create(deskAt(protocol, gone.address), options);
    expect(await nowhere.send(matterOf())).toEqual(unavailable);
    expect(faults.join()).toContain('cannot be reached');
  });

  test('refuses in words that go to the resident, cut to what a page holds', async () => {
    const answer = await desk().send(matterOf({ serviceCode: 'refused' }));
    expect(answer).toMatchObject({
      failure: 'refused',
      reason: expect.stringMatching(/outside|管辖/) as string,
    });
    const long = 'x'.repeat(3000) + '\0';
    platform.behave(
      protocol === 'rest' ? json(422, { reason: long }) : json(400, [{ code: 1, description: long }]),
    );
    const { reason = '' } = (await desk().send(matterOf())) as { reason?: string };
    expect([reason.length, reason.includes('\0')]).toEqual([500, false]);
  });
});

describe('an Open311 server', () => {
  let city: Platform;
  const desk = () => createOpen311Desk(deskAt('open311', city.address, { jurisdiction_id: 'hz' }), options);
  beforeAll(async () => {
    city = await open311City();
  });
  afterAll(() => city.close());
  beforeEach(() => {
    city.behave(city.answer);
    city.asked.length = 0;
    city.taken.length = 0;
  });

  test('gets the standard’s form: service, place, attributes, our mark, and nobody’s name', async () => {
    const matter = matterOf();
    expect(await desk().send(matter)).toEqual({ ok: true, value: { reference: '9000', number: '9000' } });
    expect(city.asked[0]).toMatchObject({ method: 'POST', path: '/requests.json' });
    expect([...new URLSearchParams(city.asked[0]?.body)]).toEqual([
      ['jurisdiction_id', 'hz'],
      ['api_key', 'open-millet'],
      ['service_code', 'rubbish'],
      ['description', `垃圾没人收\n沙发堆了三天\n[Linli ${matter.mark}]`],
      ['address_string', '桂语苑 5 幢'],
      ['lat', '30.2'],
      ['long', '120.1'],
      ['attribute[what][]', 'bulky'],
      ['attribute[what][]', 'bags'],
      ['attribute[since]', 'days'],
    ]);
  });

  test('that answers with a token is followed until there is a request', async () => {
    city.behave(json(200, [{ token: 't-1', service_request_id: null }]));
    expect(await desk().send(matterOf())).toEqual({ ok: true, value: { reference: 'token:t-1' } });
    city.behave(json(200, [{ token: 't-1', service_request_id: '' }]));
    expect(await desk().standing('x', 'token:t-1')).toEqual({
      ok: true,
      value: { reference: 'token:t-1', steps: [] },
    });
    city.behave(
      json(200, [{ token: 't-1', service_request_id: 638344 }]),
      json(200, [{ service_request_id: 638344, status: 'open' }]),
    );
    expect(await desk().standing('x', 'token:t-1')).toMatchObject({
      value: { reference: '638344', number: '638344', steps: [{ id: 'open', kind: 'dispatched' }] },
    });
    expect(city.asked.at(-1)?.path).toMatch(/^\/requests\/638344\.json\?/);
  });

  test.each<[string, object[], number, unknown]>([
    [
      'lists it',
      [{ service_request_id: 7, description: 'x [Linli 330106/7-0042]' }],
      0,
      { ok: true, value: { reference: '7', number: '7' } },
    ],
    [
      'lists another',
      [{ service_request_id: 7, description: '[Linli 330106/7-00421]' }],
      11,
      { ok: true, value: undefined },
    ],
    ['lists nothing yet', [], 9, unavailable],
    ['lists nothing after a while', [], 11, { ok: true, value: undefined }],
    ['does not show what its requests are about', [{ service_request_id: 7 }], 60, unavailable],
    [
      'has more than it lists',
      Array.from({ length: 1000 }, (_, id) => ({ service_request_id: id, description: 'x' })),
      60,
      unavailable,
    ],
  ])('that %s says whether it has what was perhaps taken', async (_, rows, minutes, said) => {
    city.behave(json(200, rows));
    const sentAt = new Date(clock.now().getTime() - minutes * 60_000);
    expect(await desk().find?.(matterOf({ mark: '330106/7-0042', filedAt: sentAt }), sentAt)).toEqual(said);
    const asked = new URLSearchParams(city.asked[0]?.path.split('?')[1]);
    expect([asked.get('service_code'), asked.get('end_date')]).toEqual(['rubbish', '2026-11-24T03:00:00Z']);
  });
});

describe('a county’s platform', () => {
  let county: Platform;
  const desk = () => createCountyPlatform(deskAt('rest', county.address), options);
  const samples = samplesOf('connect.md');
  beforeAll(async () => {
    county = await countyPlatform();
  });
  afterAll(() => county.close());

  test('gets what docs/connect.md shows, signed, under our id; and its answers are taken as they stand there', async () => {
    const sample = samples['matter'] as ReturnType<typeof matterOf> & { number: string; category: string };
    const { number: mark, category: serviceCode, filedAt, ...rest } = sample;
    county.behave(json(201, samples['matter-taken']));
    const taken = await desk().send({ ...rest, mark, serviceCode, filedAt: new Date(filedAt) });
    expect(taken).toEqual({ ok: true, value: samples['matter-taken'] });
    const asked = county.asked.at(-1);
    expect(JSON.parse(asked?.body ?? '')).toEqual(sample);
    expect(asked?.headers).toMatchObject(
      headersOf(Buffer.from(deskKey, 'base64'), sample.id, clock.now(), asked?.body ?? ''),
    );
    county.behave(json(422, samples['matter-refused']));
    expect(await desk().send(matterOf())).toMatchObject({
      failure: 'refused',
      ...(samples['matter-refused'] as object),
    });
    county.behave(json(200, samples['matter-standing']));
    const standing = await desk().standing(sample.id, 'x');
    expect(standing).toMatchObject({
      ok: true,
      value: { steps: [{ kind: 'dispatched' }, { kind: 'replied' }, { kind: 'finished' }] },
    });
  });

  test('signs as the Standard Webhooks do', () => {
    // By their reference library, standardwebhooks 1.0.0.
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLwSw', 'base64');
    const headers = headersOf(
      key,
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1614265330_000),
      '{"test": 2432232314}',
    );
    expect(headers['webhook-signature']).toBe('v1,pZN3CVESPCUuihODVQNgWONmlcH9xCz9b1ykcK53XqY=');
  });

  test.each<[string, object, number, string | undefined]>([
    ['as it was signed', {}, 0, undefined],
    ['beside one of another key', { signature: (own: string) => `v1,AAAA ${own}` }, 0, undefined],
    ['with another body', { body: () => '{}' }, 0, 'signature-invalid'],
    ['with another id', { id: () => 'c-2' }, 0, 'signature-invalid'],
    ['with another time', { timestamp: (own: string) => String(Number(own) + 60) }, 0, 'signature-invalid'],
    ['without a signature', { signature: () => '' }, 0, 'signature-invalid'],
    ['cut short', { signature: (own: string) => own.slice(0, 20) }, 0, 'signature-invalid'],
    ['4 minutes later', {}, 4, undefined],
    ['6 minutes later', {}, 6, 'too-old'],
    ['6 minutes too early', {}, -6, 'too-old'],
  ])('a call %s is known for what it is', (_, changes, minutes, failure) => {
    const body = '{"kind":"finished"}';
    const signedAt = new Date(clock.now().getTime() - minutes * 60_000);
    const [id = '', timestamp = '', signature = ''] = Object.values(
      headersOf(Buffer.from(deskKey, 'base64'), 'c-1', signedAt, body),
    );
    const call: Record<string, string> = { id, timestamp, signature, body };
    for (const [name, change] of Object.entries(changes as Record<string, (own: string) => string>))
      call[name] = change(call[name] ?? '');
    const said = desk().verify?.(
      call as unknown as { id: string; timestamp: string; signature: string; body: string },
    );
    expect(said?.ok === false ? said.failure : undefined).toBe(failure);
  });
});
