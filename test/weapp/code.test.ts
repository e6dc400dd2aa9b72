import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { ed25519Signer, publicKeyOf, sha256, verifyEd25519 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, STEP_LENGTH } from '@contract/health-code/proof';
import { verify } from '@contract/health-code/verify';
import { encode } from 'uqr';
import { startApp, stopApps } from './support/app';
import type { FamilyMember } from '@contract/api';
import type { KeptCode } from '../../src/miniprogram/backend/kept-codes';
import type { OpenPage } from './support/page';
import { backend, issue, signedIn, trustList } from './support/resident';
import { until } from './support/until';
import { Encrypted } from './support/we-chat';

afterEach(stopApps);

const pictureOf = (page: OpenPage): string => {
  const [picture] = page.withAttribute('src').filter(({ value }) => value.startsWith('data:image/svg+xml,'));
  return decodeURIComponent(picture?.value ?? '');
};

/** The dark modules of a text's QR code, as the page's picture has them: four modules of quiet around. */
const modulesOf = (text: string): string =>
  encode(text, { ecc: 'M', border: 0 })
    .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('');

const codesIn = (storage: Map<string, unknown>) => storage.get('self/codes') as KeptCode[];
const secretOf = (storage: Map<string, unknown>, { key }: KeptCode): string =>
  (storage.get(`self/key/${key}`) as Encrypted).data as string;

/** The text of the QR code on the page: that of the step drawn last, this one or the one before. */
async function shown(page: OpenPage, storage: Map<string, unknown>, at = 0): Promise<string> {
  const kept = codesIn(storage)[at];
  const secret = kept && decodeBase64url(secretOf(storage, kept));
  const credential = kept && decodeBase64url(kept.issued.credential);
  if (!secret || !credential) throw new Error('no code is kept');
  const find = (): string | undefined => {
    const step = Math.floor(Date.now() / STEP_LENGTH);
    return [step - 1, step, step + 1]
      .map((each) =>
        encodePresentation(credential, makeProof(sha256(credential), each, ed25519Signer(secret))),
      )
      .find((candidate) => pictureOf(page).includes(`"${modulesOf(candidate)}"`));
  };
  await until(
    () => find() !== undefined,
    () => 'the picture is no QR code of now',
  );
  return find()!;
}

test('the page shows a QR code that a gate lets pass', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('绿码');
  const verdict = verify(await shown(page, storage), {
    now: Date.now(),
    trust: trustList(),
    status: () => ({ value: 0, age: 0 }),
    verifiers: { EdDSA: verifyEd25519 },
    sha256,
  });
  expect(verdict).toMatchObject({ result: 'pass', reason: 'green' });
});

test('the private key never leaves the phone, and lies encrypted on it', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  await (await app.openPage('pages/code/index')).waitFor('绿码');
  const [kept] = codesIn(storage);
  const secret = secretOf(storage, kept!);
  expect(secret).toHaveLength(43);
  const readable = [...storage.values()].filter((value) => !(value instanceof Encrypted));
  expect(JSON.stringify(readable)).not.toContain(secret);
  expect(JSON.stringify(app.requests)).not.toContain(secret);
});

test('opened again without a network, it shows the code and asks nobody for it', async () => {
  const storage = signedIn();
  const first = await startApp({ storage, answer: backend() });
  await (await first.openPage('pages/code/index')).waitFor('绿码');
  first.stop();

  const second = await startApp({ storage, answer: backend(), online: false });
  const page = await second.openPage('pages/code/index');
  await page.waitFor('绿码');
  expect(await shown(page, storage)).toMatch(/^LL1:/);
  expect(second.attempts.filter((url) => /health-codes|trust-list/.test(url))).toEqual([]);
  expect(second.requests).toEqual([]);
});

test('opened again with a network, the fresh code is not asked for anew', async () => {
  const storage = signedIn();
  const first = await startApp({ storage, answer: backend() });
  await (await first.openPage('pages/code/index')).waitFor('绿码');
  expect(first.attempts.filter((url) => url.endsWith('/v1/health-codes'))).toHaveLength(1);
  first.stop();

  const second = await startApp({ storage, answer: backend() });
  await (await second.openPage('pages/code/index')).waitFor('绿码');
  expect(second.attempts.filter((url) => url.endsWith('/v1/health-codes'))).toEqual([]);
});

const mum: FamilyMember = {
  id: '00000000-0000-4000-8000-0000000000f1',
  personId: '00000000-0000-4000-8000-000000000002',
  kind: 'helper',
  calledAs: '妈妈',
  maskedName: '张*兰',
  confirmed: true,
  may: ['show'],
  state: 'active',
  endsOn: null,
};
const withMum = () => backend({ 'GET /v1/family': () => ({ members: [mum], helpers: [] }) });

test('one tap shows another of the family, with a key of their own', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: withMum() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('妈妈');
  const mine = await shown(page, storage);
  await page.tap('妈妈');
  expect(await shown(page, storage, 1)).not.toBe(mine);
  const [first, second] = codesIn(storage);
  expect(secretOf(storage, first!)).not.toBe(secretOf(storage, second!));
});

test('the screen is bright and awake while a code is in front, and as it was when it is not', async () => {
  const app = await startApp({ storage: signedIn(), answer: backend() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('绿码');
  await app.until(() => app.screen.awake && app.screen.brightness === 1);
  app.hide();
  await app.until(() => !app.screen.awake && app.screen.brightness === 0.4);
});

test('it stays as it was while there is no code to show', async () => {
  const app = await startApp({ answer: backend() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('还没有码');
  expect(app.calls.has('setScreenBrightness')).toBe(false);
});

test('WeChat is given the token of its periodic update, once', async () => {
  const storage = signedIn();
  const first = await startApp({ storage, answer: backend() });
  await (await first.openPage('pages/code/index')).waitFor('绿码');
  await first.until(() => first.calls.has('setBackgroundFetchToken'));
  expect(first.calls.get('setBackgroundFetchToken')).toMatchObject([{ token: 'periodic' }]);
  first.stop();
  const second = await startApp({ storage, answer: backend() });
  await (await second.openPage('pages/code/index')).waitFor('绿码');
  await second.until(() => second.attempts.some((url) => url.endsWith('/v1/family')));
  expect(second.attempts.filter((url) => url.endsWith('periodic-token'))).toEqual([]);
});

describe('what WeChat fetched while the app was closed', () => {
  const later = 3_600_000;
  /** A phone with a code, and what the periodic update brings an hour later for that key, or for another. */
  async function fetched(holderKey?: string): Promise<{ storage: Map<string, unknown>; data: string }> {
    const storage = signedIn();
    const app = await startApp({ storage, answer: backend() });
    await (await app.openPage('pages/code/index')).waitFor('绿码');
    const asked = app.requests.find(({ path }) => path === '/v1/health-codes')!;
    app.stop();
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + later);
    const body = { ...(asked.body as object), ...(holderKey ? { holderKey } : {}) };
    const data = JSON.stringify({ codes: [issue({ ...asked, body })] });
    now.mockRestore();
    return { storage, data };
  }
  const issuedAt = (storage: Map<string, unknown>): string => codesIn(storage)[0]!.issued.issuedAt;

  test('is there at the start, with no network', async () => {
    const { storage, data } = await fetched();
    const before = issuedAt(storage);
    const app = await startApp({ storage, answer: backend(), online: false, fetched: data });
    await (await app.openPage('pages/code/index')).waitFor('绿码');
    await app.until(() => Date.parse(issuedAt(storage)) - Date.parse(before) >= later);
  });

  test('is taken while the app is open, too', async () => {
    const { storage, data } = await fetched();
    const before = issuedAt(storage);
    const app = await startApp({ storage, answer: backend(), online: false });
    await (await app.openPage('pages/code/index')).waitFor('绿码');
    app.fetch(data);
    await app.until(() => issuedAt(storage) > before);
  });

  test('is left where it is bound to another key, or is no answer of ours', async () => {
    const { storage, data } = await fetched(encodeBase64url(publicKeyOf(new Uint8Array(32).fill(9))));
    const before = issuedAt(storage);
    const app = await startApp({ storage, answer: backend(), online: false, fetched: data });
    await (await app.openPage('pages/code/index')).waitFor('绿码');
    app.fetch('<html>busy</html>');
    app.fetch('{"codes":7}');
    await app.until(() => app.calls.has('getBackgroundFetchData'));
    expect(issuedAt(storage)).toBe(before);
  });
});
