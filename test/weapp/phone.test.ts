import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, startApp, stopApps } from './support/app';
import type { OpenPage } from './support/page';
import { backend, signedIn } from './support/resident';

/** The app as the phone around it is: dark or light, with its own signs above the page, and an album. */

afterEach(stopApps);

const classes = (page: OpenPage): string[] => page.withAttribute('class').map(({ value }) => value);
const isDark = (page: OpenPage): boolean => classes(page).some((value) => /\blinli\b.*\bdark\b/.test(value));

test('WeChat is told that the app knows dark mode, and every colour it is to take is there', () => {
  const app = readFileSync(join(dist, 'app.json'), 'utf8');
  const { darkmode, themeLocation } = JSON.parse(app) as { darkmode?: boolean; themeLocation: string };
  expect(darkmode).toBe(true);
  const theme = JSON.parse(readFileSync(join(dist, themeLocation), 'utf8')) as Record<string, object>;
  const named = [...new Set([...app.matchAll(/"@(\w+)"/g)].map(([, name = '']) => name))].sort();
  expect(named).not.toHaveLength(0);
  for (const scheme of ['light', 'dark']) expect(Object.keys(theme[scheme] ?? {}).sort()).toEqual(named);
});

test('dark on a dark phone, and light again when the phone turns', async () => {
  const app = await startApp({ storage: signedIn(), answer: backend(), dark: true });
  const page = await app.openPage('pages/services/index');
  await page.waitFor('有危险先打');
  expect(isDark(page)).toBe(true);
  app.setDark(false);
  await app.until(() => !isDark(page));
});

test('the code page keeps free what lies above it: the phone’s signs and WeChat’s capsule', async () => {
  const app = await startApp({ storage: signedIn(), answer: backend() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('绿码');
  const [bar] = page.withAttribute('class').filter(({ value }) => value === 'nav');
  const style = page.withAttribute('style').find(({ node }) => node === bar?.node)?.value ?? '';
  // 20 px of signs above; the capsule begins 278 px from the left of 375.
  expect(style).toMatch(/min-height:\s*64px/);
  expect(style).toMatch(/padding:\s*20px 97px 0/);
});

test('the phone’s signs are white on green and on the dark, black on the light', async () => {
  const colours = async (storage: Map<string, unknown>, dark: boolean, shows: string): Promise<unknown> => {
    const app = await startApp({ storage, answer: backend(), dark });
    await (await app.openPage('pages/code/index')).waitFor(shows);
    const asked = app.calls.get('setNavigationBarColor') as { frontColor: string }[];
    app.stop();
    return asked.at(-1)?.frontColor;
  };
  expect(await colours(signedIn(), false, '绿码')).toBe('#ffffff');
  expect(await colours(new Map(), false, '亮码')).toBe('#000000');
  expect(await colours(new Map(), true, '亮码')).toBe('#ffffff');
});

test('a photo that cannot be read costs none of the others, and is told', async () => {
  const street = { width: 400, height: 300, bitsPerPixel: 2 };
  const photos = [street, { ...street, broken: true as const }, street];
  const app = await startApp({ storage: signedIn(), answer: backend(), photos });
  const page = await app.openPage('packages/request/form/index', { category: 'stairs-clutter' });
  await page.waitFor('拍一张');
  await page.tap('拍一张');
  await page.waitFor('照片 2/9');
  await page.waitFor('你选的第 2 张：这张照片读不出来。请换一张。');
  expect(app.keptPhotos()).toHaveLength(2);
});

test('signing out leaves nothing of the person, photos least of all; where one stays, they are told and still signed in', async () => {
  const street = { width: 400, height: 300, bitsPerPixel: 2 };
  const app = await startApp({
    storage: signedIn(),
    answer: backend({ 'DELETE /v1/sessions/current': () => undefined }),
    photos: [street, street],
  });
  const page = await app.openPage('packages/request/form/index', { category: 'stairs-clutter' });
  await page.waitFor('拍一张');
  await page.tap('拍一张');
  await page.waitFor('照片 2/9');
  const me = await app.openPage('pages/me/index');
  await me.waitFor('退出登录');
  app.setRemovable(false);
  await me.tap('退出登录');
  await me.waitFor('草稿 1 份');
  await me.tap('退出');
  await me.waitFor('照片没删干净，所以还没退出');
  expect(app.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  app.setRemovable(true);
  await me.tap('退出');
  await app.until(() => app.keptPhotos().length === 0);
  await app.until(() => !JSON.stringify([...app.storage]).includes('draft/'));
  expect(app.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  // What is the phone's own stays: how it looks and speaks, its clock, copies of what everybody may read.
  const personal = [...app.storage.keys()].filter((key) => !/\/(preferences|clock|copies)$/.test(key));
  expect(personal).toEqual([]);
});

test('where the phone has no room, everything works for this visit, and the person is told', async () => {
  const storage = signedIn();
  storage.set = () => {
    throw new Error('exceed storage max size 10MB');
  };
  const app = await startApp({ storage, answer: backend(), photos: [] });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('绿码');
  await page.waitFor('手机没存住这次的内容。照样能用，关掉就没了');
});

test.each([
  ['a picture of the street', { width: 4000, height: 3000, bitsPerPixel: 2 }],
  ['a noisy one that JPEG hardly makes smaller', { width: 3000, height: 4000, bitsPerPixel: 8 }],
  ['a small one', { width: 300, height: 400, bitsPerPixel: 2 }],
])('%s is kept at 500 KB at most, and never drawn larger than it was', async (_, photo) => {
  const app = await startApp({ storage: signedIn(), answer: backend(), photos: [photo] });
  const page = await app.openPage('packages/request/form/index', { category: 'stairs-clutter' });
  await page.waitFor('拍一张');
  await page.tap('拍一张');
  await app.until(() => app.keptPhotos().length > 0);
  const [kept] = app.keptPhotos();
  expect(kept?.bytes).toBeLessThanOrEqual(500 * 1024);
  expect(Math.max(kept?.width ?? 0, kept?.height ?? 0)).toBeLessThanOrEqual(
    Math.min(1600, Math.max(photo.width, photo.height)),
  );
});
