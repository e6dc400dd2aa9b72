import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createVoiceNotes } from '../../../src/backend/adapters/embedded/voice-notes';
import { soundIn } from '../../../src/backend/adapters/embedded/voice-notes/sound';
import { webmSeconds } from '../../../src/backend/adapters/embedded/voice-notes/webm-seconds';
import { describeOnEachDatabase } from '../../support/database';
import { movedClock } from '../../support/moved-clock';
import { addPerson } from '../../support/people';
import { drawnPhoto } from '../../support/photos';
import { aac, mp3, ogg, recorded } from '../../support/sounds';

describe('what is spoken', () => {
  it.each([
    ['an MP3', mp3(12), 'audio/mpeg', 12],
    ['an AAC', aac(7.5), 'audio/aac', 8],
    ['an Ogg', ogg(31), 'audio/ogg', 31],
    ['a WebM of a browser', recorded('webm'), 'audio/webm', 3],
    ['an MP4 of a browser, whose header knows no length', recorded('mp4'), 'audio/mp4', 3],
    ['a whole minute, with what the encoder fills up', mp3(60.4), 'audio/mpeg', 60],
  ])('is told by its content: %s', async (_, content, type, seconds) => {
    expect(await soundIn(content)).toEqual({ ok: true, value: { type, seconds } });
  });

  it('is as long as its sound, whatever its header says', async () => {
    const told = recorded('webm');
    const duration = told.indexOf(Buffer.from([0x44, 0x89]));
    told.writeFloatBE(1, duration + 3);
    expect(webmSeconds(told)).toBeCloseTo(2.2, 1);
    // A void element instead, as browsers wrote that know no length.
    told[duration] = 0xec;
    told[duration + 1] = 0x85;
    expect(await soundIn(told)).toMatchObject({ ok: true, value: { seconds: 3 } });
  });

  it.each([
    ['more than a minute', mp3(62), 'too-long'],
    ['more than a megabyte', Buffer.concat([mp3(3), Buffer.alloc(1024 * 1024)]), 'too-long'],
    ['an hour in one page', ogg(3600), 'too-long'],
    ['the beginning of an MP4', recorded('mp4').subarray(0, 2000), 'unreadable'],
    ['the beginning of a WebM', recorded('webm').subarray(0, 200), 'unreadable'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'unsupported'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported'],
    ['a WAV', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'unsupported'],
    ['nothing', Buffer.alloc(0), 'unsupported'],
  ])('is refused when it is %s', async (_, content, failure) => {
    expect(await soundIn(content)).toEqual({ ok: false, failure });
  });

  it('is refused when there is a picture in it, or when it is one', async () => {
    const film = recorded('webm');
    // Its one track says it is a video.
    film[film.indexOf(Buffer.from([0x83, 0x81, 0x02])) + 2] = 1;
    expect(await soundIn(film)).toEqual({ ok: false, failure: 'unsupported' });
    expect(await soundIn(await drawnPhoto(20, 20))).toEqual({ ok: false, failure: 'unsupported' });
  });
});

describeOnEachDatabase('voice notes', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-voice-'));
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are kept as they were recorded', async () => {
    const lan = await addPerson(database, 'lan');
    const notes = createVoiceNotes(database.unit, movedClock(), folder);
    const put = await notes.put(lan, mp3(5));
    if (!put.ok) throw new Error(put.failure);
    const { id } = put.value;
    expect(await notes.describe(id)).toEqual({
      id,
      ownerId: lan,
      type: 'audio/mpeg',
      bytes: mp3(5).length,
      seconds: 6,
    });
    expect(await notes.read(id)).toEqual(mp3(5));
    expect(readdirSync(folder)).toEqual([id]);
    expect(await notes.requestsWith(id)).toEqual([]);
  });
});
