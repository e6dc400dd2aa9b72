import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';

/** As a camera does: a picture in which it finds no code (drawn anew at that moment) is followed by another. */
const looks = 5;

/** The QR code on the page in front, as another phone's camera has it, read by a decoder that is not ours. */
export async function scanned(page: Page): Promise<string> {
  const picture = page.locator('.qr').filter({ visible: true }).first();
  await picture.locator('img').waitFor();
  for (let look = 1; ; look++) {
    const { data, info } = await sharp(await picture.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    try {
      return decodeQR({ width: info.width, height: info.height, data });
    } catch (nothingFound) {
      if (look === looks) throw nothingFound;
    }
  }
}

/** What the gate's own server makes of it. */
export async function verdictOn(
  address: string,
  code: string,
): Promise<{ result: string; reason: string; maskedName?: string }> {
  const answer = await fetch(`${address}/v1/health-codes/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return (await answer.json()) as { result: string; reason: string; maskedName?: string };
}
