import sharp, { type Sharp } from 'sharp';
import { encode } from 'uqr';

const quiet = 4;

/** A code as a phone draws it: ECC M, four modules of quiet around; `side` px. */
export function qrPicture(text: string, side: number): Sharp {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  const all = size + 2 * quiet;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${all} ${all}"><path fill="#fff" d="M0 0h${all}v${all}H0z"/><path fill="#101114" d="${path}"/></svg>`;
  return sharp(Buffer.from(svg));
}

/** What a camera sees in front of such a code, as a film of one picture (YUV4MPEG2) that a browser plays for ever. */
export async function qrFilm(text: string): Promise<Buffer> {
  const [width, height] = [640, 480];
  const grey = await sharp({ create: { width, height, channels: 3, background: '#665544' } })
    .composite([{ input: await qrPicture(text, 400).png().toBuffer(), left: 130, top: 40 }])
    .greyscale()
    .raw()
    .toBuffer();
  // One byte a pixel is its brightness; the two planes of colour, a quarter each, stay neutral.
  const luma = grey.subarray(0, width * height);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`);
  return Buffer.concat([header, luma, Buffer.alloc((width * height) / 2, 128)]);
}
