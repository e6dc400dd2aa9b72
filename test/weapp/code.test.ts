import type { IssuedCode } from '@contract/api';
import { decodeBase64url } from '@contract/health-code/base64url';
import { ed25519Signer, sha256, verifyEd25519 } from '@contract/health-code/noble';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, STEP_LENGTH } from '@contract/health-code/proof';
import { verify } from '@contract/health-code/verify';
import { encode } from 'uqr';
import { startApp, stopApps } from './support/app';
import type { OpenPage } from './support/page';
import { backend, signedIn, trustList } from './support/resident';

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

/** The text of the QR code on the page: that of the step drawn last, this one or the one before. */
function shown(page: OpenPage, storage: Map<string, unknown>): string {
  const kept = storage.get('self/health-code') as { secret: string; issued: IssuedCode };
  const secret = decodeBase64url(kept.secret);
  const credential = decodeBase64url(kept.issued.credential);
  if (!secret || !credential) throw new Error('no code is kept');
  const step = Math.floor(Date.now() / STEP_LENGTH);
  const [text] = [step - 1, step, step + 1]
    .map((at) => encodePresentation(credential, makeProof(sha256(credential), at, ed25519Signer(secret))))
    .filter((candidate) => pictureOf(page).includes(`"${modulesOf(candidate)}"`));
  if (!text) throw new Error('the picture is no QR code of now');
  return text;
}

test('the page shows a QR code that a gate lets pass', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  const page = await app.openPage('pages/code/index');
  await page.waitFor('绿码');
  const verdict = verify(shown(page, storage), {
    now: Date.now(),
    trust: trustList(),
    status: () => ({ value: 0, age: 0 }),
    ed25519Verify: verifyEd25519,
    sha256,
  });
  expect(verdict).toMatchObject({ result: 'pass', reason: 'green' });
});

test('the private key never leaves the phone', async () => {
  const storage = signedIn();
  const app = await startApp({ storage, answer: backend() });
  await (await app.openPage('pages/code/index')).waitFor('绿码');
  const { secret } = storage.get('self/health-code') as { secret: string };
  expect(secret).toHaveLength(43);
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
  expect(shown(page, storage)).toMatch(/^LL1:/);
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
