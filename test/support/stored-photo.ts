import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/backend/adapters/embedded/database';

/** A photo's row, without its file. @returns its id */
export async function addPhoto(database: Database, ownerId: string, at: Date): Promise<string> {
  const id = randomUUID();
  await database.kysely
    .insertInto('photo')
    .values({ id, owner_id: ownerId, type: 'image/jpeg', bytes: 1, width: 1, height: 1, created_at: at })
    .execute();
  return id;
}
