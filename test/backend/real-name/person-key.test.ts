import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRealName } from '../../../src/backend/adapters/embedded/real-name';
import {
  openPersonKeyFile,
  PersonKeyFault,
} from '../../../src/backend/adapters/embedded/real-name/person-key';
import { inventedId } from '../../support/documents';
import { movedClock } from '../../support/moved-clock';

describe('the county’s key for person keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-person-key-'));
  const path = join(folder, 'person-key');
  afterAll(() => rmSync(folder, { recursive: true }));
  const number = inventedId('1980-05-01');
  const keyWith = (file: string, documentNumber: string) =>
    createRealName(openPersonKeyFile(file), movedClock()).recognise({ name: '张桂兰', documentNumber });

  it('is made at the first start, for nobody else to read, and is the same at the next', async () => {
    const first = await keyWith(path, number);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['person-key']);
    expect(await keyWith(path, number)).toEqual(first);
    if (!first.ok) throw new Error(first.failure);
    expect(first.value.personKey).toHaveLength(32);
    expect(first.value.bornOn).toBe('1980-05-01');
  });

  it('gives one document one person key however its number is written, and another county’s none of them', async () => {
    const as = async (file: string, text: string) => {
      const read = await keyWith(file, text);
      return read.ok ? Buffer.from(read.value.personKey).toString('hex') : read.failure;
    };
    expect(await as(path, 'a123456(7)')).toBe(await as(path, 'A1234567'));
    expect(await as(path, 'A1234567')).not.toBe(await as(path, 'A1234568'));
    expect(await as(join(folder, 'another'), 'A1234567')).not.toBe(await as(path, 'A1234567'));
    expect(await as(path, '12345')).not.toBe('document-invalid');
    expect(await as(path, '330106198005011')).toBe('document-invalid');
  });

  it('is refused when others can read it, or when it is none; the content is not quoted', () => {
    const open = join(folder, 'open');
    openPersonKeyFile(open);
    chmodSync(open, 0o640);
    expect(() => openPersonKeyFile(open)).toThrow(/chmod 600/);
    const none = join(folder, 'none');
    writeFileSync(none, 'sesame', { mode: 0o600 });
    expect(() => openPersonKeyFile(none)).toThrow(PersonKeyFault);
    expect(() => openPersonKeyFile(none)).toThrow(/^(?!.*sesame)/);
    expect(readFileSync(none, 'utf8')).toBe('sesame');
  });
});
