import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createFileStore } from '../../../src/backend/adapters/embedded/file-store';
import type { FileStore, StoredPhoto } from '../../../src/backend/ports/file-store';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPerson } from '../../support/people';
import { drawnPhoto } from '../../support/photos';

describeOnEachDatabase('file store', (open) => {
  const parent = mkdtempSync(join(tmpdir(), 'linli-files-'));
  const folder = join(parent, 'photos');
  let database: Database;
  let files: FileStore;
  let lan: string;

  beforeAll(async () => {
    database = await open();
    files = createFileStore(database.unit, movedClock(), folder);
    lan = await addPerson(database, 'lan');
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  async function stored(content: Buffer): Promise<StoredPhoto & { content: Buffer }> {
    const put = await files.put(lan, content);
    if (!put.ok) throw new Error(put.failure);
    const kept = await files.read(put.value.id);
    if (!kept) throw new Error('no file');
    return { ...put.value, content: kept };
  }

  it.each(['jpeg', 'png', 'webp'] as const)('takes a %s and gives back a JPEG', async (format) => {
    const photo = await stored(await drawnPhoto(300, 200, format));
    expect(photo).toMatchObject({ ownerId: lan, type: 'image/jpeg', width: 300, height: 200 });
    expect(photo.bytes).toBe(photo.content.length);
    expect(await sharp(photo.content).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
    expect(await files.describe(photo.id)).toEqual({ ...photo, content: undefined });
  });

  it('is made no larger than 1,600 px and never larger than it was', async () => {
    expect(await stored(await drawnPhoto(4000, 3000))).toMatchObject({ width: 1600, height: 1200 });
    expect(await stored(await drawnPhoto(900, 2400))).toMatchObject({ width: 600, height: 1600 });
    expect(await stored(await drawnPhoto(16, 9))).toMatchObject({ width: 16, height: 9 });
  });

  it('forgets the camera, the place and the name in it, and stands upright', async () => {
    const before = await drawnPhoto(300, 200, 'jpeg', { exif: true });
    expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('SecretCamera');
    const { content } = await stored(before);
    const { exif, icc, xmp, iptc } = await sharp(content).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(content.toString('latin1')).not.toMatch(/SecretCamera|Guilan|GPS/);
    const turned = await stored(await drawnPhoto(300, 200, 'jpeg', { orientation: 6 }));
    expect(turned).toMatchObject({ width: 200, height: 300 });
  });

  it('keeps nothing of what hangs behind the picture', async () => {
    const hidden = Buffer.concat([await drawnPhoto(30, 20), Buffer.from('<script>hidden</script>')]);
    expect((await stored(hidden)).content.toString('latin1')).not.toContain('hidden');
  });

  const notPhotos: [string, Buffer][] = [
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><html><script>alert(1)</script></html>')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['a GIF', Buffer.from('474946383961010001000000002c00000000010001000002', 'hex')],
    ['text', Buffer.from('只是文字')],
    ['nothing', Buffer.alloc(0)],
  ];
  it.each(notPhotos)('refuses %s as unsupported', async (_, content) => {
    expect(await files.put(lan, content)).toEqual({ ok: false, failure: 'unsupported' });
  });

  it('refuses a photo that does not decode, and one of more than 50 megapixels', async () => {
    const whole = await drawnPhoto(800, 600);
    for (const content of [whole.subarray(0, 200), whole.subarray(0, whole.length / 2)])
      expect(await files.put(lan, content)).toEqual({ ok: false, failure: 'unreadable' });
    const bomb = await sharp({ create: { width: 8000, height: 6400, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(5 * 1024 * 1024);
    expect(await files.put(lan, bomb)).toEqual({ ok: false, failure: 'unreadable' });
  });

  it('lies in files by id that only the server’s user opens, and leaves no half ones', async () => {
    const { id, content } = await stored(await drawnPhoto(30, 20));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, id))).toEqual(content);
    const rows = await database.kysely.selectFrom('photo').select('id').execute();
    expect(readdirSync(folder).sort()).toEqual(rows.map((row) => row.id).sort());
  });

  it('knows nothing of what it does not hold, and leaves its folder for nobody', async () => {
    expect(await files.describe(randomUUID())).toBeUndefined();
    expect(await files.read(randomUUID())).toBeUndefined();
    await expect(files.read('../../etc/passwd')).rejects.toThrow('not an id');
  });
});
