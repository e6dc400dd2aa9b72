import type { FiguresBody, InputOf, PublicFigures, ServiceRequest } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { catalogue } from '../../../src/contract/service-request/catalogue';
import { requestClock } from '../../../src/backend/routes/request-clock';
import { describeOnEachDatabase } from '../../support/database';
import { type CallEndpoint, startTestApp, type TestApp } from '../../support/server';
import { addWorld, community, personaOf, west, westAddress } from '../../support/world';

type Step = Omit<InputOf<'POST /v1/service-requests/:id/events'>['body'], 'version'>;
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

describeOnEachDatabase('what is collected of requests', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let worker: CallEndpoint;
  let officer: CallEndpoint;
  beforeAll(async () => {
    app = await startTestApp({ database: await open() });
    await addWorld(app.database);
    resident = await app.as(personaOf('resident'));
    worker = await app.as(personaOf('worker'));
    officer = await app.as(personaOf('officer'));
    await twoWeeks();
  });
  afterAll(() => app.close());

  const until = (text: string): void => app.clock.forward(at(text) - app.clock.now().getTime());
  const tend = () => requestClock(app.ports).tendAll();
  async function file(category: 'rubbish' | 'stairs-light'): Promise<ServiceRequest> {
    const answers =
      category === 'rubbish' ? { what: ['bulky'], since: 'days' } : { how: 'dead', 'how-many': 'one' };
    const { status, body } = await resident<ServiceRequest>('POST /v1/service-requests', {
      body: { category, answers, place: { addressId: westAddress } },
    });
    expect([category, status, body]).toEqual([category, 201, expect.anything()]);
    return body;
  }
  async function step(by: CallEndpoint, { id }: ServiceRequest, body: Step): Promise<ServiceRequest> {
    const { version } = (await by<ServiceRequest>('GET /v1/service-requests/:id', { params: { id } })).body;
    const done = await by<ServiceRequest>('POST /v1/service-requests/:id/events', {
      params: { id },
      body: { ...body, version },
    });
    expect([body.event, done.status]).toEqual([body.event, 201]);
    return done.body;
  }
  const rate = (by: CallEndpoint, { id }: ServiceRequest, rating: string) =>
    by<{ rating: string } & Problem>('PUT /v1/service-requests/:id/rating', {
      params: { id },
      body: { rating },
    });

  /** Two weeks in a community: one matter done in time, one late, one disputed, one never confirmed, one not the grid’s. */
  async function twoWeeks(): Promise<void> {
    until('2026-11-16 09:00');
    const inTime = await file('rubbish');
    const notOurs = await file('rubbish');
    const silent = await file('stairs-light');
    await step(worker, notOurs, { event: 'refer', destination: '城管 12319' });
    for (const request of [inTime, silent]) await step(worker, request, { event: 'accept' });
    until('2026-11-16 11:00');
    for (const request of [inTime, silent]) await step(worker, request, { event: 'resolve', words: '好了' });
    await step(resident, inTime, { event: 'confirm' });
    expect((await rate(resident, inTime, 'satisfied')).body).toEqual({ rating: 'satisfied' });

    until('2026-11-23 09:00');
    const late = await file('rubbish');
    const again = await file('rubbish');
    await step(worker, again, { event: 'accept' });
    until('2026-11-23 10:00');
    await step(worker, again, { event: 'resolve', words: '好了' });
    await step(resident, again, { event: 'dispute', words: '还在' });
    until('2026-11-23 15:00');
    await tend();
    await step(worker, again, { event: 'resolve', words: '这回真好了' });
    await step(resident, again, { event: 'confirm' });
    await rate(resident, again, 'unsatisfied');
    await step(worker, late, { event: 'accept' });
    await step(worker, late, { event: 'resolve', words: '来晚了' });
    until('2026-12-01 09:00');
    await tend();
  }

  const counted = (more: Partial<FiguresBody['total']>) => ({
    filed: 0,
    inTime: 0,
    overdue: 0,
    reopened: 0,
    notConfirmed: 0,
    referred: 0,
    rated: { satisfied: 0, fair: 0, unsatisfied: 0 },
    medianHours: null,
    ...more,
  });

  it('is counted by week and by category, and adds up', async () => {
    const { body } = await officer<FiguresBody>('GET /v1/figures', { query: { node: community, weeks: 4 } });
    expect(body).toMatchObject({
      node: community,
      nodeName: '桂语社区',
      from: '2026-11-02',
      until: '2026-11-30',
    });
    expect(body.weeks).toEqual([
      {
        week: '2026-11-16',
        figures: counted({
          filed: 3,
          inTime: 2,
          notConfirmed: 1,
          referred: 1,
          rated: { satisfied: 1, fair: 0, unsatisfied: 0 },
          medianHours: 2,
        }),
      },
      {
        week: '2026-11-23',
        figures: counted({
          filed: 2,
          inTime: 1,
          overdue: 1,
          reopened: 1,
          notConfirmed: 1,
          rated: { satisfied: 0, fair: 0, unsatisfied: 1 },
          medianHours: 3.5,
        }),
      },
    ]);
    const sum = (count: (typeof counts)[number]) =>
      body.categories.reduce((all, { figures }) => all + figures[count], 0);
    for (const count of counts) expect(sum(count)).toBe(body.total[count]);
    expect(body.categories.map(({ category }) => category)).toEqual(['rubbish', 'stairs-light']);
    expect(body.total).toMatchObject({ filed: 5, medianHours: 2 });
  });
  const counts = ['filed', 'inTime', 'overdue', 'referred'] as const;

  it('is no figure of a grid, nor of a place that is not theirs', async () => {
    const asked = (by: CallEndpoint, node: string) =>
      by<Problem>('GET /v1/figures', { query: { node } }).then(({ status, body }) => [status, body.code]);
    expect(await asked(officer, west)).toEqual([422, 'below-the-community']);
    expect(await asked(officer, '330106')).toEqual([403, 'forbidden']);
    expect(await asked(worker, community)).toEqual([403, 'forbidden']);
  });

  it('is had as a table that a spreadsheet opens', async () => {
    const { headers, raw } = await officer('GET /v1/figures/table', { query: { node: community, weeks: 4 } });
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const lines = raw.toString('utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\uFEFF,收到 filed,/);
    expect(lines.at(-1)).toMatch(/^合计 in all,5,3,1,1,2,1,20,1,2,50,2$/);
    expect(lines).toHaveLength(1 + 2 + 2 + 1);
    expect(lines[3]).toMatch(/^垃圾没清 Rubbish not collected,/);
  });

  it('is no formula in a spreadsheet, whatever a county calls an entry', async () => {
    const named = {
      version: 'west-formula',
      categories: catalogue.categories.map((one) =>
        one.code === 'rubbish' ? { ...one, name: { zh: '=1+垃圾', en: 'Rubbish' } } : one,
      ),
    };
    expect(await app.ports.serviceCatalogue.import(named)).toMatchObject({ ok: true });
    const { raw } = await officer('GET /v1/figures/table', { query: { node: community, weeks: 4 } });
    expect(raw.toString('utf8')).toContain("\n'=1+垃圾 Rubbish,");
    expect(await app.ports.serviceCatalogue.import(catalogue)).toMatchObject({ ok: true });
  });

  it('is public without counts under five', async () => {
    const { body } = await app.call<PublicFigures>('GET /v1/regions/:code/figures', {
      params: { code: community },
    });
    expect(body.categories.map(({ figures }) => figures)).toEqual([
      { whole: { fewer: true }, part: { fewer: true } },
      { whole: { fewer: true }, part: { fewer: true } },
    ]);
    // Five in all, of which nothing more is said: few are left either way.
    expect(body.total).toEqual({ whole: { count: 5 }, part: { withheld: true } });
    const asked = await app.call<Problem>('GET /v1/regions/:code/figures', { params: { code: west } });
    expect(asked.body.code).toBe('below-the-community');
  });

  it('what was said of a matter is its filer’s alone to see and to change, once it is closed', async () => {
    const open = await file('rubbish');
    expect((await rate(resident, open, 'fair')).body.code).toBe('not-closed-yet');
    expect((await rate(worker, open, 'fair')).status).toBe(404);
    const { body: mine } = await resident<{ id: string; state: string }[]>('GET /v1/service-requests', {});
    const closed = mine.find(({ state }) => state === 'closed') as ServiceRequest;
    await rate(resident, closed, 'fair');
    const seenBy = async (by: CallEndpoint) =>
      (await by<ServiceRequest>('GET /v1/service-requests/:id', { params: { id: closed.id } })).body.rating;
    expect(await seenBy(resident)).toBe('fair');
    expect(await seenBy(worker)).toBeUndefined();
    expect(await seenBy(officer)).toBeUndefined();
  });
});
