import { ed25519Signer } from '@contract/health-code/noble';
import { signPoster } from '@contract/venue/poster';
import { startApp, type StartOptions, stopApps } from './support/app';
import { backend, county, signedIn } from './support/resident';

afterEach(stopApps);

const venueId = '00000000-0000-4000-8000-0000000000c1';
const minute = 60_000;
const poster = signPoster(
  { county: '330106', venueId, name: '桂语菜场', issuedAt: Date.now() - minute },
  { kid: county.kid, sign: ed25519Signer(county.secret) },
);
const notice = (from: number, until: number) => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  venueId,
  venueName: '桂语菜场',
  from: new Date(from).toISOString(),
  until: new Date(until).toISOString(),
  advice: { zh: '这两周留意身体', en: 'Mind how you feel' },
  publishedAt: new Date(until).toISOString(),
});
const start = (more: Partial<StartOptions> = {}) =>
  startApp({ storage: signedIn(), answer: backend(), scans: [poster], ...more });

test('WeChat’s scanner reads a poster: noted on this phone, and nothing of it sent', async () => {
  const app = await start();
  const page = await app.openPage('packages/venue/index', { scan: '1' });
  await page.waitFor('记下了：桂语菜场');
  await page.waitFor('公布的提示读于');
  const sent = JSON.stringify(app.requests.map(({ path, query, body }) => [path, query, body]));
  expect(sent).not.toContain(venueId);
  expect(sent).not.toContain(poster);
  const { visits } = app.storage.get('self/venue-log') as { visits: unknown[] };
  expect(visits).toEqual([expect.objectContaining({ venueId, checked: true })]);
});

test('a match is told at the next opening, from what the phone kept, and is gone with the visit', async () => {
  const first = await start();
  await (await first.openPage('packages/venue/index', { scan: '1' })).waitFor('记下了：桂语菜场');
  first.stop();

  const now = Date.now();
  const answer = backend({ 'GET /v1/exposure-notices': () => [notice(now - minute, now + minute)] });
  const second = await start({ storage: first.storage, answer });
  const notices = await second.openPage('pages/notices/index');
  await notices.waitFor('去过的场所有 1 条提示');
  const page = await second.openPage('packages/venue/index');
  await page.waitFor('桂语菜场有病人来过');
  await page.waitFor('这两周留意身体');
  await page.waitFor('问网格员 王*军');
  await page.tap('删掉');
  await page.waitFor('还没有记录');
  expect(page.text()).not.toContain('桂语菜场有病人来过');
  expect(second.storage.has('self/venue-log')).toBe(false);
});

test('who turns back from the scanner has noted nothing', async () => {
  const app = await start({ scans: [] });
  const page = await app.openPage('packages/venue/index', { scan: '1' });
  await page.waitFor('还没有记录');
  await app.until(() => (app.calls.get('scanCode')?.length ?? 0) > 0);
  expect(app.storage.has('self/venue-log')).toBe(false);
});

test('without a network and without a list of issuers a scan counts, and is said to be unchecked', async () => {
  const app = await start({ online: false });
  const page = await app.openPage('packages/venue/index', { scan: '1' });
  await page.waitFor('还没核对');
  await page.waitFor('没核对');
});
