import type { ApiKeys } from '../../ports/api-keys';
import type { AuditLog } from '../../ports/audit-log';
import type { Bodies } from '../../ports/bodies';
import type { Backup } from '../../ports/backup';
import type { CountyRegister } from '../../ports/county-register';
import type { Emergencies } from '../../ports/emergencies';
import type { KeyRing } from '../../ports/key-ring';
import type { Messenger } from '../../ports/messenger';
import type { Proposals } from '../../ports/proposals';
import type { RequestDesk } from '../../ports/request-desk';
import type { ServiceCatalogue } from '../../ports/service-catalogue';
import type { People } from '../../ports/store';
import type { Trust } from '../../ports/trust';
import type { Warnings } from '../../ports/warnings';
import type { WorkCalendars } from '../../ports/work-calendars';
import type { RulesDeps } from './rules';
import type { FactsImport } from './import-facts';

/** What a command line asks for. Files are read where they lie, by the person's own process. */
export interface AdminRequest {
  command: string;
  args: string[];
  options: Record<string, string>;
  /** The login name of whoever asks: for the log. */
  by?: string;
  /** The content of the file named, base64. */
  file?: string;
}

export interface AdminAnswer {
  /** 0: done. 1: refused, and nothing was changed. */
  code: 0 | 1;
  lines: string[];
}

export interface AdminDeps {
  register: CountyRegister;
  backup: Backup;
  messenger: Messenger;
  keyRing: KeyRing;
  trust: Trust;
  emergencies: Emergencies;
  proposals: Proposals;
  people: People;
  serviceCatalogue: ServiceCatalogue;
  workCalendars: WorkCalendars;
  requestDesk: Pick<RequestDesk, 'reckonAll'>;
  bodies: Bodies;
  warnings: Pick<Warnings, 'take' | 'quarantined'>;
  /** Epoch ms. */
  now(): number;
  auditLog: AuditLog;
  apiKeys: ApiKeys;
  /** Where a server runs. */
  rules?: RulesDeps;
  /** Where a server runs. */
  factsImport?: FactsImport;
  /** Whose deployment this is. */
  county: string;
}

export type Command = (request: AdminRequest, deps: AdminDeps) => Promise<AdminAnswer>;

/** Who asks, as the log names them. */
export const operatorOf = ({ by }: AdminRequest): string => by ?? 'unknown';

export const done = (...lines: string[]): AdminAnswer => ({ code: 0, lines });
export const refused = (...lines: string[]): AdminAnswer => ({ code: 1, lines });

/** The content of the file that the request names. */
export const content = ({ file }: AdminRequest): Uint8Array =>
  new Uint8Array(Buffer.from(file ?? '', 'base64'));
