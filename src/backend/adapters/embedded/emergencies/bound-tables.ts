import { personalData } from '@contract/personal-data/registry';
import { tables } from '../backup/tables';

/** Tables with what an emergency brings, so that each comes before those it refers to. */
export const boundTables: readonly string[] = tables
  .filter((table) => personalData[table]?.deletedWithEmergency)
  .reverse();
