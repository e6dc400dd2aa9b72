import { senderAt } from '@contract/cap/ours';
import { join } from 'node:path';
import { createCapReader } from '../../adapters/cap/reader';
import { createAccountClosing } from '../../adapters/embedded/account-closing';
import { createApiKeys } from '../../adapters/embedded/api-keys';
import { createAuditLog } from '../../adapters/embedded/audit-log';
import { createBodies } from '../../adapters/embedded/bodies';
import { createBackup } from '../../adapters/embedded/backup';
import { createCodeRegistry } from '../../adapters/embedded/code-registry';
import { createCountyRegister } from '../../adapters/embedded/county-register';
import type { Database } from '../../adapters/embedded/database';
import { createDeletionJournal } from '../../adapters/embedded/deletion-journal';
import { createEmergencies } from '../../adapters/embedded/emergencies';
import { emergencyActHandlers } from '../../adapters/embedded/emergencies/act-handlers';
import { createEmergencyKeys } from '../../adapters/embedded/emergencies/keys';
import { createFamily } from '../../adapters/embedded/family';
import { openKeyRing } from '../../adapters/embedded/issuer/key-ring';
import { createMessenger } from '../../adapters/embedded/messenger';
import { createNoticeSource } from '../../adapters/embedded/notice-source';
import { createProposals } from '../../adapters/embedded/proposals';
import { createRequestDesk } from '../../adapters/embedded/request-desk';
import { createServiceCatalogue, keepBuiltIn } from '../../adapters/embedded/service-catalogue';
import { createStore } from '../../adapters/embedded/store';
import { createTrust } from '../../adapters/embedded/trust';
import { createWarnings } from '../../adapters/embedded/warnings';
import { createWorkCalendars } from '../../adapters/embedded/work-calendar';
import type { Clock } from '../../ports/clock';
import { requestLimits } from '../../request-limits';
import type { Settings } from '../../settings';
import type { AdminDeps } from './commands';

/** What commands work on while no server runs. */
export async function composeAlone(settings: Settings, database: Database, clock: Clock): Promise<AdminDeps> {
  const { unit } = database;
  const { county, dataDir, filesDir, backupKeyFile, regions } = settings;
  const journal = createDeletionJournal(settings.deletionJournal, clock);
  const keys = createEmergencyKeys(join(dataDir, 'keys'));
  const messenger = createMessenger(database);
  const keyRing = await openKeyRing(database, clock, county, settings.issuerKeyFile);
  const auditLog = createAuditLog(unit, clock, keyRing);
  const register = createCountyRegister(unit, clock, auditLog);
  await register.loadTree(regions);
  // What ends here is deleted when a server next starts.
  const deleteSoon = (): Promise<void> => Promise.resolve();
  const emergencies = createEmergencies({
    unit,
    clock,
    county,
    auditLog,
    journal,
    keys,
    messenger,
    filesDir,
    deleteSoon,
  });
  const codeRegistry = createCodeRegistry(unit, clock);
  const closing = createAccountClosing(unit, clock, codeRegistry, auditLog, journal);
  const workCalendars = createWorkCalendars(unit, clock);
  await keepBuiltIn(unit);
  const serviceCatalogue = createServiceCatalogue(unit, clock);
  return {
    register,
    backup: createBackup({
      unit,
      clock,
      filesDir,
      backupKeyFile,
      keys,
      journal,
      closeAccount: (id) => closing.close(id),
    }),
    messenger,
    keyRing,
    trust: createTrust(unit, clock),
    auditLog,
    apiKeys: createApiKeys(unit, clock, auditLog),
    emergencies,
    proposals: createProposals({
      unit,
      clock,
      auditLog,
      messenger,
      family: createFamily(unit, clock, codeRegistry),
      signaturesAbove: settings.colourSignaturesAbove,
      emergency: () => emergencies.present(),
      handlers: emergencyActHandlers(emergencies, clock, county),
    }),
    people: createStore(unit, clock).people,
    serviceCatalogue,
    workCalendars,
    requestDesk: createRequestDesk(
      unit,
      clock,
      requestLimits(serviceCatalogue, workCalendars, settings.workHours),
    ),
    bodies: createBodies(unit, clock),
    warnings: createWarnings({
      unit,
      clock,
      // Its thread keeps no process.
      reader: createCapReader(),
      noticeSource: createNoticeSource(unit, clock),
      messenger,
      county,
      sender: senderAt(settings.publicUrl),
      production: settings.production,
    }),
    now: () => clock.now().getTime(),
    county,
  };
}
