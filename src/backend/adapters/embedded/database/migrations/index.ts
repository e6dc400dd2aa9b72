import type { Migration } from 'kysely';
import * as foundation from './0001-foundation';
import * as requestNumber from './0002-request-number';
import * as countyRegister from './0003-county-register';
import * as codeBearers from './0004-code-bearers';
import * as people from './0005-people';
import * as gates from './0006-gates';
import * as issuing from './0007-issuing';
import * as auditLog from './0008-audit-log';
import * as healthRules from './0009-health-rules';
import * as proposals from './0010-proposals';
import * as facts from './0011-facts';
import * as riskMap from './0012-risk-map';
import * as emergencies from './0013-emergencies';
import * as appeals from './0014-appeals';
import * as myData from './0015-my-data';
import * as complaints from './0016-complaints';
import * as city from './0017-city';
import * as requestClock from './0018-request-clock';
import * as serviceCatalogue from './0019-service-catalogue';
import * as bodies from './0020-bodies';
import * as filing from './0021-filing';
import * as voiceNotes from './0022-voice-notes';
import * as handling from './0023-handling';
import * as visits from './0024-visits';
import * as open311 from './0025-open311';
import * as outsideDesks from './0026-outside-desks';
import * as publishedYears from './0027-published-years';
import * as figures from './0028-figures';
import * as nudges from './0030-nudges';
import * as complaintsAboutHandling from './0031-complaints-about-handling';
import * as closedBodies from './0032-closed-bodies';
import * as notices from './0033-notices';
import * as attachments from './0034-attachments';
import * as warnings from './0035-warnings';
import * as noticeFeed from './0036-notice-feed';

/**
 * Every step the tables have taken, in order. A new one is a file `0002-what-for.ts` that exports `up(db)`,
 * and a line here. What has once been released is never changed, renamed or taken out.
 */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-request-number': requestNumber,
  '0003-county-register': countyRegister,
  '0004-code-bearers': codeBearers,
  '0005-people': people,
  '0006-gates': gates,
  '0007-issuing': issuing,
  '0008-audit-log': auditLog,
  '0009-health-rules': healthRules,
  '0010-proposals': proposals,
  '0011-facts': facts,
  '0012-risk-map': riskMap,
  '0013-emergencies': emergencies,
  '0014-appeals': appeals,
  '0015-my-data': myData,
  '0016-complaints': complaints,
  '0017-city': city,
  '0018-request-clock': requestClock,
  '0019-service-catalogue': serviceCatalogue,
  '0020-bodies': bodies,
  '0021-filing': filing,
  '0022-voice-notes': voiceNotes,
  '0023-handling': handling,
  '0024-visits': visits,
  '0025-open311': open311,
  '0026-outside-desks': outsideDesks,
  '0027-published-years': publishedYears,
  '0028-figures': figures,
  '0030-nudges': nudges,
  '0031-complaints-about-handling': complaintsAboutHandling,
  '0032-closed-bodies': closedBodies,
  '0033-notices': notices,
  '0034-attachments': attachments,
  '0035-warnings': warnings,
  '0036-notice-feed': noticeFeed,
};
