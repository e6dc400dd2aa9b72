import { see } from './support/hand';
import { setStage, type Stage } from './support/stage';

jest.setTimeout(60_000);
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(() => stage.clear());

test('after a no to the privacy text one still reads the services and whom to call', async () => {
  const page = await stage.open(undefined, { path: 'packages/welcome/index' });
  await page.getByText('收什么，为什么').first().waitFor();
  await page.getByRole('button', { name: '不同意，先看看' }).click();
  await page.getByText('有危险先打').waitFor();
  await page.getByRole('link', { name: /不归网格管/ }).click();
  await see(page, /停水/);
});

test('a person whose name is not confirmed agrees first, then has a code that says so', async () => {
  const page = await stage.open('outsider');
  await page.getByRole('button', { name: '开始登记' }).click();
  await page.getByRole('button', { name: '同意，继续' }).click();
  await page.getByText('自己填写，未确认').waitFor();
});
