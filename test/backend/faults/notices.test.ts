import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticesRun } from '../../faults/notices';
import { postgresDatabase } from '../../support/database';
import { testServers } from '../../support/database-servers';

jest.setTimeout(240_000);

describe('servers that are killed and connections that are cut while notices are published', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'linli-notices-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('leave every notice seen once by exactly its audience [PGlite]', async () => {
    const result = await noticesRun({ dataDir }, 1, 3);
    expect(result).toMatchObject({ kills: 1, phones: 5, wrong: [] });
    expect(result.told).toBeGreaterThan(5);
  });

  const there = testServers().postgres !== undefined;
  const onServer = there ? it : it.skip;
  const name = there ? '' : ' (skipped: no PostgreSQL here)';
  onServer(`and those of two servers on one database [PostgreSQL]${name}`, async () => {
    const database = await postgresDatabase();
    const result = await noticesRun({ dataDir, databaseUrl: database?.url }, 2, 3);
    await database?.drop();
    expect(result).toMatchObject({ kills: 2, phones: 5, wrong: [] });
    expect([result.cuts, result.updated, result.cancelled].every((times) => times > 3)).toBe(true);
    expect(result.told).toBeGreaterThan(30);
  });
});
