import { databaseOn, type Database } from '../../../src/backend/adapters/embedded/database';
import { openPGliteInMemory } from '../../../src/backend/adapters/embedded/database/pglite';
import { createFacts } from '../../../src/backend/adapters/embedded/facts';
import { createHealthSource } from '../../../src/backend/adapters/embedded/health-source';
import { addPerson } from '../../support/people';
import type { HealthSourceSpecimen } from './specimen';

/** The deployment's own database as a source. */
export async function hereOn(database: Database): Promise<HealthSourceSpecimen> {
  const clock = { now: () => new Date() };
  const [known, stranger] = [
    await addPerson(database, 'known', {}),
    await addPerson(database, 'stranger', {}),
  ];
  await createFacts(database.unit, clock).add(
    { personId: known },
    {
      kind: 'close-contact',
      values: {},
      from: { zh: '县疾控中心', en: 'The county’s CDC' },
      since: clock.now().toISOString(),
      source: 'official',
    },
  );
  return {
    source: createHealthSource(database.unit, clock),
    known: { id: known, personKey: null },
    stranger: { id: stranger, personKey: null },
  };
}

export default async function open(): Promise<HealthSourceSpecimen> {
  const database = await databaseOn(await openPGliteInMemory());
  return { ...(await hereOn(database)), close: () => database.close() };
}
