import { callsOn } from './support/calls';
import { see, tap } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(90_000);
let stage: Stage;
const { ask, tokenOf } = callsOn(() => stage);
const grid7 = '330106099001007';
const link = 'http://127.0.0.1:1/photo.jpg?x=1&y=2';

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

async function file(words: string, more: { category?: string; mediaUrl?: string } = {}): Promise<string> {
  const { people } = stage.app.ports.store;
  const { id: filerId } = await people.of({ provider: 'demo', subject: 'resident' });
  const { version: catalogueVersion } = await stage.app.ports.serviceCatalogue.inForce();
  const request = await stage.app.ports.requestDesk.file({
    category: 'rubbish',
    catalogueVersion,
    filerId,
    node: grid7,
    answers: {},
    words,
    photos: [],
    place: { text: '桂语苑' },
    ...more,
  });
  return request.id;
}

test('a link that another system sent is a text to the team: not fetched, no picture, nothing to tap', async () => {
  const id = await file('垃圾堆着', { mediaUrl: link });
  const asked: string[] = [];
  const worker = await stage.open('worker', {
    path: `packages/request/detail/index?id=${id}`,
    before: (page) => Promise.resolve(void page.on('request', (request) => asked.push(request.url()))),
  });
  await see(worker, '别的系统附的链接');
  await see(worker, link);
  expect(asked.filter((url) => url.includes('photo.jpg'))).toEqual([]);
  expect(await worker.locator(`[href*="photo.jpg"], [src*="photo.jpg"]`).count()).toBe(0);

  const resident = await stage.open('resident', { path: `packages/request/detail/index?id=${id}` });
  await see(resident, '垃圾没清');
  expect(await resident.getByText(link).count()).toBe(0);
});

test('a part of a queue longer than is shown at once is asked of the server, and is whole', async () => {
  for (let n = 0; n < 101; n += 1) await file(`第 ${n} 堆`);
  // The least pressing of all, beyond what is shown at first, and the worker's own.
  stage.clock.forward(3_600_000);
  const last = await file('最后一盏灯', { category: 'stairs-light' });
  const token = await tokenOf('worker');
  await ask(token, `/v1/service-requests/${last}/events`, { event: 'accept', version: 1 });

  const worker = await stage.open('worker', { path: 'packages/desk/queue/index' });
  await see(worker, '只列最急的 100 件');
  expect(await worker.getByText(/最后一盏灯/).count()).toBe(0);
  await tap(worker, /^我的/, 'tab');
  await see(worker, /最后一盏灯/);
  await worker.getByText('只列最急的 100 件').first().waitFor({ state: 'detached' });
  await tap(worker, /^全部 100\+/, 'tab');
  await see(worker, '只列最急的 100 件');
});
