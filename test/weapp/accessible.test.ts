import { startApp, stopApps } from './support/app';
import type { OpenPage } from './support/page';
import { backend, signedIn } from './support/resident';
import { until } from './support/until';

afterEach(stopApps);

const open = async (path: string, text: string): Promise<OpenPage> => {
  const app = await startApp({ storage: signedIn(), answer: backend() });
  const page = await app.openPage(path);
  await page.waitFor(text);
  return page;
};
const valuesOf = (page: OpenPage, attribute: string): string[] =>
  page.withAttribute(attribute).map(({ value }) => value);

test('labels reach the compiled template', async () => {
  const page = await open('pages/services/index', '王*军');
  expect(valuesOf(page, 'aria-label')).toEqual(
    expect.arrayContaining(['打给 王*军', '想办什么？写一句就行', '通知, 1 条未读']),
  );
  expect(valuesOf(page, 'aria-role')).toEqual(expect.arrayContaining(['button', 'link', 'tab']));
});

test('the chosen tab says so, the others say that they are not', async () => {
  const page = await open('pages/services/index', '王*军');
  expect(valuesOf(page, 'aria-selected').sort()).toEqual(['false', 'false', 'false', 'true']);
});

test('a switch says whether it is on', async () => {
  const page = await open('pages/me/index', '大字版');
  expect(valuesOf(page, 'aria-checked')).toEqual(['false']);
  const [knob] = page.withAttribute('aria-checked');
  expect(knob).toBeDefined();
  if (knob) await page.tapNode(knob.node);
  await until(
    () => valuesOf(page, 'aria-checked').join() === 'true',
    () => `the switch says ${valuesOf(page, 'aria-checked').join()}`,
  );
});

test('the QR picture is kept from screen readers, the colour is read to them', async () => {
  const page = await open('pages/code/index', '绿码');
  const hidden = page.withAttribute('aria-hidden').map(({ node }) => node);
  const picture = page.withAttribute('src').find(({ value }) => value.startsWith('data:image/svg+xml,'));
  expect(hidden).toContain(picture?.node);
  expect(page.text()).toMatch(/绿码，张\*兰，有效到/);
});
