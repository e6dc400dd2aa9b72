import sharp from 'sharp';

/** A drawn photo of the given size; with a camera and a place written into it where asked. */
export function drawnPhoto(
  width: number,
  height: number,
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
  more: { exif?: true; orientation?: number } = {},
): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#8899aa' } }).toFormat(format);
  const written = more.exif
    ? picture.withExif({
        IFD0: { Make: 'SecretCamera', Artist: 'Zhang Guilan' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 16/1 0/1' },
      })
    : picture;
  return (more.orientation ? written.withMetadata({ orientation: more.orientation }) : written).toBuffer();
}
