import { deflateSync } from 'node:zlib';
import type { InputOf, Notice, NoticeDraft, StoredFile } from '../../../src/contract/api';
import type { Problem } from '../../../src/contract/errors';
import { createRetention } from '../../../src/backend/adapters/embedded/retention';
import { describeOnEachDatabase } from '../../support/database';
import { noJournal } from '../../support/journal';
import { plainPdf } from '../../support/pdf';
import { addPerson } from '../../support/people';
import { drawnPhoto } from '../../support/photos';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, east, personaOf, roles, west, type WorldRole } from '../../support/world';
import { takeDown } from '../../support/notices';

type Content = InputOf<'POST /v1/notices'>['body'];
const day = 24 * 60 * 60 * 1000;

const packed = (objects: string): string => {
  const stream = deflateSync(Buffer.from(objects, 'latin1'));
  return `4 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length}>>\nstream\n${stream.toString('latin1')}\nendstream endobj`;
};

describeOnEachDatabase('what goes with a notice', (open) => {
  let app: TestApp;
  const by = {} as Record<WorldRole, CallEndpoint>;
  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    for (const role of roles) by[role] = await app.as(personaOf(role));
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await takeDown(app.database, app.ports.noticeSource);
    await app.database.kysely.deleteFrom('notice_draft').execute();
  });

  const put = <T = StoredFile>(file: Buffer, as: WorldRole = 'officer') =>
    by[as]<T>('POST /v1/files', { file: { content: file, type: 'application/octet-stream' } });
  const pdf = async (as: WorldRole = 'officer') => (await put(plainPdf(), as)).body.id;
  const content = (id: string, more: Partial<Content> = {}): Content => ({
    severity: 'Minor',
    category: 'Health',
    info: [{ language: 'zh', headline: '打疫苗', description: '' }],
    audience: { include: [west] },
    // What its author says of it is not believed.
    attachments: [{ id, name: '须知.pdf', type: 'image/png', bytes: 1 }],
    ...more,
  });
  const publish = (of: Content, as: WorldRole = 'officer') =>
    by[as]<Notice & Problem>('POST /v1/notices', { body: of });
  const whoOpens = async (id: string): Promise<string[]> => {
    const found: string[] = [];
    for (const role of roles)
      if ((await by[role]('GET /v1/files/:id', { params: { id } })).status === 200) found.push(role);
    return found;
  };

  it('a PDF is known by its content, and given back as it came', async () => {
    const content = plainPdf(packed('1 0 <</Type /Font>>'));
    const { status, body } = await put(content);
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), type: 'application/pdf', bytes: content.length },
    ]);
    const back = await by.officer('GET /v1/files/:id', { params: { id: body.id } });
    expect([back.headers['content-type'], back.raw.equals(content)]).toEqual(['application/pdf', true]);
  });

  it.each([
    ['half a PDF', plainPdf().subarray(0, 60)],
    ['one that runs', plainPdf('5 0 obj <</S /JavaScript /JS (app.alert\\(1\\))>> endobj')],
    ['one whose script is spelt by its bytes', plainPdf('5 0 obj <</S /Java#53cript>> endobj')],
    ['one whose script lies in a packed object', plainPdf(packed('1 0 <</S /JavaScript /JS (1)>>'))],
    [
      'one whose packed object cannot be looked into',
      plainPdf(packed('x').replace(/stream\n./, 'stream\n?')),
    ],
    ['one that hides that it packs', plainPdf(packed('x').replace('/ObjStm', '/Obj#53tm'))],
    ['one that starts a program', plainPdf('5 0 obj <</S /Launch /F (x.exe)>> endobj')],
    ['one with other files in it', plainPdf('5 0 obj <</Type /EmbeddedFile>> endobj')],
    ['one that is encrypted', plainPdf('5 0 obj <</Encrypt 6 0 R>> endobj')],
  ])('%s is refused', async (_, bad) => {
    const { status, body } = await put<Problem>(bad);
    expect([status, body.code]).toEqual([422, 'pdf-unreadable']);
  });

  it('what unpacks to too much is refused', async () => {
    const { body } = await put<Problem>(plainPdf(packed('0'.repeat(40 * 1024 * 1024))));
    expect(body.code).toBe('pdf-unreadable');
  });

  it('opens to its audience and to those who could have published it, and before that to its author alone', async () => {
    const id = await pdf();
    expect(await whoOpens(id)).toEqual(['officer']);
    const { body } = await publish(content(id));
    expect(body.attachments).toEqual([
      { id, name: '须知.pdf', type: 'application/pdf', bytes: plainPdf().length },
    ]);
    expect(await whoOpens(id)).toEqual(['resident', 'worker', 'officer', 'county-officer']);
  });

  it('goes with the newest of it: one put up by mistake opens to nobody else once an Update leaves it out', async () => {
    const [wrong, right] = [await pdf(), await pdf()];
    const { body: first } = await publish(content(wrong));
    const { status } = await by['county-officer']('POST /v1/notices/:id/messages', {
      params: { id: first.id },
      body: {
        msgType: 'Update',
        seenVersion: 1,
        content: content(wrong, { attachments: [] }),
      },
    });
    expect([status, await whoOpens(wrong)]).toEqual([201, ['officer']]);
    const { body: second } = await publish(content(right));
    // Who updates it keeps its files, though they are another's.
    const kept = await by['county-officer']<Notice>('POST /v1/notices/:id/messages', {
      params: { id: second.id },
      body: { msgType: 'Update', seenVersion: 1, content: content(right, { audience: { include: [east] } }) },
    });
    expect([kept.status, kept.body.attachments.length]).toEqual([201, 1]);
    expect(await whoOpens(right)).toEqual(['neighbour', 'worker', 'officer', 'county-officer', 'checkpoint']);
  });

  it('only one’s own goes along: nobody shows round what is another’s', async () => {
    const theirs = (await put(await drawnPhoto(40, 30), 'resident')).body.id;
    for (const id of [theirs, '00000000-0000-4000-8000-00000000dead']) {
      const { status, body } = await publish(content(id));
      expect([status, body.code, body.fields]).toEqual([
        400,
        'invalid-request',
        [{ pointer: '/attachments/0', reason: 'unknown' }],
      ]);
    }
    expect(await whoOpens(theirs)).toEqual(['resident']);
  });

  it('who may approve a draft sees what goes with it once it is handed in', async () => {
    await addPerson(app.database, 'world:second', { grants: [{ role: 'officer', node: '330106' }] });
    const second = await app.as('world:second');
    const id = await pdf('county-officer');
    const { body: draft } = await by['county-officer']<NoticeDraft>('POST /v1/notice-drafts', {
      body: { content: content(id, { severity: 'Extreme', audience: { include: ['330106'] } }) },
    });
    const opens = async () => (await second('GET /v1/files/:id', { params: { id } })).status;
    expect(await opens()).toBe(404);
    await by['county-officer']('POST /v1/notice-drafts/:id/acts', {
      params: { id: draft.id },
      body: { act: 'submit', version: draft.version },
    });
    expect([await opens(), await whoOpens(id)]).toEqual([200, ['county-officer']]);
  });

  it('stays as long as a notice or a draft holds it; loose it goes after thirty days', async () => {
    const [held, drafted, loose] = [await pdf(), await pdf(), await pdf()];
    const picture = (await put(await drawnPhoto(40, 30))).body.id;
    await publish(content(held));
    await publish(content(picture));
    await by.officer('POST /v1/notice-drafts', { body: { content: content(drafted) } });
    app.clock.forward(30 * day + 1);
    await createRetention(app.database.unit, app.clock, noJournal, '/nowhere').sweep();
    const files = [held, drafted, picture, loose].map(async (id) => (await whoHas(id)) > 0);
    expect(await Promise.all(files)).toEqual([true, true, true, false]);
  });
  const whoHas = async (id: string): Promise<number> => {
    const { kysely } = app.database;
    const pdfs = await kysely.selectFrom('pdf').select('id').where('id', '=', id).execute();
    const photos = await kysely.selectFrom('photo').select('id').where('id', '=', id).execute();
    return pdfs.length + photos.length;
  };
});
