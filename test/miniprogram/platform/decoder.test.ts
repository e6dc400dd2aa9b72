import decodeQR from 'qr/decode.js';
import sharp, { type Sharp } from 'sharp';
import { encode } from 'uqr';
import { qrPicture } from '../../support/qr-picture';

/** As long as a phone's code: version 11 at ECC M. */
const text = `LL1:${'6BFOXN0123456789 $%*+-./:ABCDEFGHIJKLMNOP'.repeat(9)}`.slice(0, 354);
const drawn = (side: number): Sharp => qrPicture(text, side);

const onWall = async (): Promise<Sharp> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#654' } }).composite([
    { input: await drawn(330).rotate(6, { background: '#222' }).png().toBuffer(), left: 150, top: 50 },
  ]);
const squeezed = async (): Promise<Sharp> => sharp(await drawn(350).jpeg({ quality: 40 }).toBuffer());

test.each<[string, () => Sharp | Promise<Sharp>]>([
  ['straight', () => drawn(552)],
  ['at three pixels a module', () => drawn(207)],
  ['turned by a third of a right angle', () => drawn(400).rotate(30, { background: '#777' })],
  ['upside down', () => drawn(400).rotate(180)],
  ['out of focus', () => drawn(400).blur(1.5)],
  ['from the side', () => drawn(400).affine([1, 0.15, 0.05, 0.9], { background: '#888' })],
  ['in the dusk', () => drawn(400).linear(0.35, 20)],
  ['on a wall in the corner of the picture', onWall],
  ['through a messenger’s compression', squeezed],
])('the decoder reads a phone’s code %s', async (_, picture) => {
  const { data, info } = await (await picture()).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(decodeQR({ data, width: info.width, height: info.height })).toBe(text);
});

test('and that code is as fine as they get: version 11', () => {
  expect(encode(text, { ecc: 'M', border: 0 }).size).toBe(61);
});
