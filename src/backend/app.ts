import type { EndpointName, Persona } from '@contract/api';
import { senderAt } from '@contract/cap/ours';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { version } from '../../package.json';
import { createAbsences } from './adapters/embedded/absences';
import { createAccountClosing } from './adapters/embedded/account-closing';
import { createAccountJoins } from './adapters/embedded/account-joins';
import { createAuditLog } from './adapters/embedded/audit-log';
import { createApiKeys } from './adapters/embedded/api-keys';
import { createAppeals } from './adapters/embedded/appeals';
import { createBodies } from './adapters/embedded/bodies';
import { createBackup } from './adapters/embedded/backup';
import { createCheckpoints } from './adapters/embedded/checkpoints';
import { createCodeRegistry } from './adapters/embedded/code-registry';
import { createComplaints } from './adapters/embedded/complaints';
import { createColours, RECOLOUR } from './adapters/embedded/colours';
import { createConfirmations } from './adapters/embedded/confirmations';
import { createBrought } from './adapters/embedded/confirmations/brought';
import { openDatabase, type Database } from './adapters/embedded/database';
import { createCountyRegister } from './adapters/embedded/county-register';
import { claimDeployment, onceInDemo } from './adapters/embedded/deployment';
import { createConsents } from './adapters/embedded/consents';
import { createDeletionJournal } from './adapters/embedded/deletion-journal';
import { createEmergencies } from './adapters/embedded/emergencies';
import { emergencyActHandlers } from './adapters/embedded/emergencies/act-handlers';
import { createEmergencyKeys, type EmergencyKeys } from './adapters/embedded/emergencies/keys';
import { createDeclarations } from './adapters/embedded/declarations';
import { createDutyRoster } from './adapters/embedded/duty-roster';
import { createFacts } from './adapters/embedded/facts';
import { createFamily } from './adapters/embedded/family';
import { createFigures } from './adapters/embedded/figures';
import { createFileStore } from './adapters/embedded/file-store';
import { createGridDirectory } from './adapters/embedded/grid-directory';
import { createHealthSource } from './adapters/embedded/health-source';
import { createFollowing } from './adapters/embedded/health-source/follow';
import { createGathering } from './adapters/embedded/health-source/gather';
import { createHealthRules } from './adapters/embedded/health-rules';
import { rulesHandler } from './adapters/embedded/health-rules/act-handler';
import { createDemoIdentity } from './adapters/embedded/identity/demo';
import { createInvitationIdentity } from './adapters/embedded/identity/invitation';
import { createIssuer } from './adapters/embedded/issuer';
import { openKeyRing, type OpenKeyRing } from './adapters/embedded/issuer/key-ring';
import { createMessenger } from './adapters/embedded/messenger';
import { createNoticeDrafts } from './adapters/embedded/notice-drafts';
import { createNoticeReach } from './adapters/embedded/notice-reach';
import { createNoticeReaders } from './adapters/embedded/notice-readers';
import { createNoticeSource } from './adapters/embedded/notice-source';
import { createNudgeGrants } from './adapters/embedded/nudge-grants';
import { createOutsideDesks, OUTSIDE_DESKS } from './adapters/embedded/outside-desks';
import { createPersonalRecords } from './adapters/embedded/personal-records';
import { createPhones } from './adapters/embedded/phones';
import { createReadingLog } from './adapters/embedded/reading-log';
import { createProposals } from './adapters/embedded/proposals';
import { peopleActHandlers } from './adapters/embedded/proposals/act-handlers';
import { createPublicNotices } from './adapters/embedded/public-notices';
import { createPublicRequests } from './adapters/embedded/public-requests';
import { createRealName } from './adapters/embedded/real-name';
import { openPersonKeyFile } from './adapters/embedded/real-name/person-key';
import { createPhrases } from './adapters/embedded/phrases';
import { createRequestDesk } from './adapters/embedded/request-desk';
import { createRequestJoins } from './adapters/embedded/request-desk/joins';
import { createRiskLevels } from './adapters/embedded/risk-levels';
import { riskLevelHandler } from './adapters/embedded/risk-levels/act-handler';
import { PgBossJobs } from './adapters/embedded/jobs';
import { createRetention } from './adapters/embedded/retention';
import { createSharedToken } from './adapters/embedded/shared-token';
import { createServiceCatalogue, keepBuiltIn } from './adapters/embedded/service-catalogue';
import { createStatusLists } from './adapters/embedded/status-lists';
import { createStore } from './adapters/embedded/store';
import { createCountyPlatform } from './adapters/county-platform';
import { createOpen311Desk } from './adapters/open311';
import { createCapReader } from './adapters/cap/reader';
import { createCityPlatform } from './adapters/city-platform';
import { createWarningCentre } from './adapters/warning-centre';
import { createRealNameService } from './adapters/county-service/real-name';
import { createPdfs } from './adapters/embedded/pdfs';
import { createVoiceNotes } from './adapters/embedded/voice-notes';
import { createVenues } from './adapters/embedded/venues';
import { createVisits } from './adapters/embedded/visits';
import { createTrust } from './adapters/embedded/trust';
import { createWarnings } from './adapters/embedded/warnings';
import { createWarningFollowing, WARNING_FEEDS } from './adapters/embedded/warnings/follow';
import { createWorkCalendars } from './adapters/embedded/work-calendar';
import { createWeChatIdentity } from './adapters/wechat/identity';
import { createWeChatNudger } from './adapters/wechat/nudger';
import { type AdminDeps, runAdmin } from './cli/admin/commands';
import { listenForAdmin } from './cli/admin/socket';
import { demoPersonas } from './demo/personas';
import { keepDemoEmergency } from './demo/emergency';
import { demoSteps } from './demo/load';
import { bindEndpoints } from './http/bind';
import type { Handlers } from './http/handler';
import { bindHealth } from './http/health';
import { createServer } from './http/server';
import type { Shedder } from './http/shedding';
import { loggerOptions } from './logger';
import type { Ports } from './ports';
import type { Clock } from './ports/clock';
import { accountClosingRoutes } from './routes/account-closing';
import type { DeletionJournal } from './ports/deletion-journal';
import type { CapReader } from './ports/cap-reader';
import type { HealthSource } from './ports/health-source';
import { accountJoinRoutes } from './routes/account-joins';
import { appealClock } from './routes/appeal-clock';
import { requestClock } from './routes/request-clock';
import { appealRoutes } from './routes/appeals';
import { bodyRoutes } from './routes/bodies';
import { complaintClock } from './routes/complaint-clock';
import { complaintRoutes } from './routes/complaints';
import { consentRoutes } from './routes/consents';
import { confirmationRoutes } from './routes/confirmations';
import { emergencyRoutes } from './routes/emergencies';
import { familyRoutes } from './routes/family';
import { colourRoutes } from './routes/colours';
import { declarationRoutes } from './routes/declarations';
import { auditLogRoutes } from './routes/audit-log';
import { bindCap } from './routes/cap';
import { checkpointDutyRoutes } from './routes/checkpoint-duties';
import { checkpointRoutes } from './routes/checkpoints';
import type { Trust } from './ports/trust';
import { deskRoutes } from './routes/desk';
import { dutyRosterRoutes } from './routes/duty-rosters';
import { figureRoutes } from './routes/figures';
import { fileRoutes } from './routes/files';
import { healthCodeRoutes } from './routes/health-codes';
import { healthRuleRoutes } from './routes/health-rules';
import { bindLive } from './routes/live';
import { meRoutes } from './routes/me';
import { myDataRoutes } from './routes/my-data';
import { draftsGoingOut, noticeDraftRoutes } from './routes/notice-drafts';
import { noticeSettingRoutes } from './routes/notice-settings';
import { noticeRoutes } from './routes/notices';
import { nudgeRoutes } from './routes/nudges';
import { alsoNudging, NUDGES, nudging } from './routes/nudging';
import { bindOpen311 } from './routes/open311';
import { outsideDeskRoutes } from './routes/outside-desks';
import { paperCodeRoutes } from './routes/paper-codes';
import { phoneRoutes } from './routes/phones';
import { periodicUpdateRoutes } from './routes/periodic-update';
import { proposalRoutes } from './routes/proposals';
import { ratingRoutes } from './routes/ratings';
import { regionRoutes } from './routes/regions';
import { riskMapRoutes } from './routes/risk-map';
import { serviceCatalogueRoutes } from './routes/service-catalogue';
import { serviceRequestRoutes } from './routes/service-requests';
import { joinedRequestRoutes } from './routes/joined-requests';
import { sessionRoutes } from './routes/sessions';
import { venueRoutes } from './routes/venues';
import { requestLimits } from './request-limits';
import { visitRoutes } from './routes/visits';
import type { Settings } from './settings';
import { serveWeb } from './web/serve';

export interface App {
  server: FastifyInstance;
  ports: Ports;
  /** What `npm run admin` works on. */
  admin: AdminDeps;
  /** Whom one can be; undefined in production. */
  personas: readonly Persona[] | undefined;
  /**
   * Puts in what a deployment starts with, unless it is there: the region tree, and in the demo its neighbourhood.
   * @param say takes a line of progress
   */
  load(say: (line: string) => void): Promise<void>;
  /** Lets `npm run admin` speak to this process, through a socket in DATA_DIR. */
  listenForAdmin(): Promise<void>;
  /** Ends sockets, jobs and database, in this order. */
  close(): Promise<void>;
}

export interface AppOptions {
  clock?: Clock;
  /** An open database instead of the one the settings name; whoever opened it closes it. */
  database?: Database;
  /** Who is let in when there is too much to do, instead of what measures this process. */
  shedder?: Shedder;
  /** Where log lines go instead of stdout. */
  logStream?: { write(line: string): void };
  /** Finds or builds the web app's folder, once the database is open; without it only the API is served. */
  webRoot?: () => Promise<string>;
}

/**
 * The one composition root: settings → adapters → ports → routes. Does not listen yet.
 * @throws one of the faults of settings, database, key file or deployment, each one line
 */
export async function createApp(settings: Settings, options: AppOptions = {}): Promise<App> {
  const server = await createServer({
    logger: loggerOptions(settings.logLevel, options.logStream),
    trustProxy: settings.trustProxy,
    version,
  });
  const { dataDir, databaseUrl } = settings;
  const database = options.database ?? (await openDatabase({ dataDir, databaseUrl, log: server.log }));
  const closing: (() => Promise<void>)[] = options.database ? [] : [() => database.close()];
  const close = async (): Promise<void> => {
    await server.close();
    for (const closeOne of closing.reverse()) await closeOne();
  };
  try {
    const clock = options.clock ?? { now: () => new Date() };
    await claimDeployment(database.unit, settings.production);
    await keepBuiltIn(database.unit);
    const keyRing = await openKeyRing(database, clock, settings.county, settings.issuerKeyFile);
    closing.push(() => keyRing.close());
    const trust = createTrust(database.unit, clock);
    const keeping: Keeping = {
      journal: createDeletionJournal(settings.deletionJournal, clock),
      keys: createEmergencyKeys(join(dataDir, 'keys')),
    };
    const outside = settings.healthSources.map((source) =>
      createCityPlatform(source, { clock, onFault: (what) => server.log.error({ what }, 'health source') }),
    );
    const capReader = createCapReader();
    closing.push(() => capReader.close());
    const ports = composePorts(
      settings,
      database,
      server,
      clock,
      keyRing,
      trust,
      keeping,
      outside,
      capReader,
    );
    const personas = settings.production
      ? undefined
      : demoPersonas.map(({ id, name, what }) => ({ id, name, what }));
    const load = async (say: (line: string) => void): Promise<void> => {
      const register = createCountyRegister(database.unit, ports.clock, ports.auditLog);
      await register.loadTree(settings.regions, (rows) =>
        say(`正在读入区划 Loading the region tree… ${rows}`),
      );
      if (settings.production) return;
      // Invented documents are nothing to ask a county about.
      const realName = createRealName(openPersonKeyFile(settings.personKeyFile), ports.clock);
      await onceInDemo(database.unit, demoSteps(register, { ...ports, realName }));
      await keepDemoEmergency(ports);
    };
    // Phones measure their own clock by it: one clock for this, for credentials and for who looks at them.
    server.addHook('onRequest', (_request, reply, done) => {
      reply.header('date', ports.clock.now().toUTCString());
      done();
    });
    bindHealth(server, ports.store);
    bindEndpoints(server, ports.store, composeRoutes(ports, personas), options.shedder);
    await bindLive(server, ports);
    await bindOpen311(server, {
      ports,
      publicUrl: settings.publicUrl,
      production: settings.production,
      county: settings.county,
      workHours: settings.workHours,
    });
    bindCap(server, {
      ports,
      publicUrl: settings.publicUrl,
      production: settings.production,
      county: settings.county,
    });
    if (options.webRoot) await serveWeb(server, await options.webRoot());
    await server.ready();
    const retention = createRetention(database.unit, ports.clock, keeping.journal, settings.filesDir);
    ports.jobs.handle('retention', async () => void (await retention.sweep()));
    ports.jobs.schedule('retention', '20 3 * * *');
    ports.jobs.handle('family', async () => {
      for (const id of await ports.family.endOver()) await ports.messenger.announce({ type: 'person', id });
    });
    // Who turns eighteen today is nobody's ward from the first minute: asked at every use, written down here.
    ports.jobs.schedule('family', '1 0 * * *');
    ports.jobs.handle('account-closing', async () => {
      for (const id of await ports.accountClosing.due()) await ports.accountClosing.close(id);
    });
    ports.jobs.schedule('account-closing', '40 * * * *');
    ports.jobs.handle('emergencies', async () => void (await ports.emergencies.deleteEnded()));
    // Every minute: one that runs out ends at its end. What was ended is deleted at once, and after a kill again.
    ports.jobs.schedule('emergencies', '* * * * *');
    ports.jobs.handle(
      RECOLOUR,
      async ({ under }) => void (await ports.colours.recolourPlace({ under: String(under) })),
    );
    ports.jobs.handle('colours', async () => void (await ports.colours.keepUp()));
    ports.jobs.schedule('colours', '* * * * *');
    ports.jobs.handle('appeals', () => appealClock(ports).tendAll());
    // Every minute: what nobody answers in time, or nobody is there to hear, goes one level up.
    ports.jobs.schedule('appeals', '* * * * *');
    ports.jobs.handle('complaints', () => complaintClock(ports).tendAll());
    ports.jobs.schedule('complaints', '* * * * *');
    ports.jobs.handle('requests', () => requestClock(ports).tendAll());
    ports.jobs.schedule('requests', '* * * * *');
    ports.jobs.handle('notices', () => draftsGoingOut(ports).sendDue(database.unit.together));
    ports.jobs.schedule('notices', '* * * * *');
    ports.jobs.handle('request-limits', async () => void (await ports.requestDesk.reckonAll()));
    // Each night, for a new version may bring a new calendar.
    ports.jobs.schedule('request-limits', '30 3 * * *');
    ports.jobs.handle(OUTSIDE_DESKS, () => ports.outsideDesks.tend());
    ports.jobs.schedule(OUTSIDE_DESKS, '* * * * *');
    ports.jobs.handle(
      'health-sources',
      createFollowing(database.unit, clock, outside, ports.colours, ports.emergencies),
    );
    ports.jobs.schedule('health-sources', '* * * * *');
    const onWarningFault = (what: string) => server.log.error({ what }, 'warnings');
    const following = createWarningFollowing({
      unit: database.unit,
      clock,
      centres: settings.warningFeeds.map((feed) =>
        createWarningCentre(feed, { reader: capReader, onFault: onWarningFault }),
      ),
      warnings: ports.warnings,
      onFault: onWarningFault,
    });
    ports.jobs.handle(WARNING_FEEDS, following);
    ports.jobs.schedule(WARNING_FEEDS, '* * * * *');
    ports.jobs.handle('warnings-over', () => ports.warnings.sweep());
    ports.jobs.schedule('warnings-over', '25 3 * * *');
    ports.jobs.handle('status-lists-of-others', async () => {
      for (const fault of await ports.statusLists.fetchOthers())
        server.log.warn({ fault }, 'a status list of another deployment');
    });
    // Every minute: with what caches and verifiers add, a revocation there is known here in a few.
    ports.jobs.schedule('status-lists-of-others', '* * * * *');
    if (ports.nudger) ports.jobs.handle(NUDGES, nudging(ports, ports.nudger));
    await ports.jobs.start();
    closing.push(() => ports.jobs.stop());
    const admin: AdminDeps = {
      register: createCountyRegister(database.unit, ports.clock, ports.auditLog),
      backup: createBackup({
        ...keeping,
        unit: database.unit,
        clock,
        filesDir: settings.filesDir,
        backupKeyFile: settings.backupKeyFile,
        closeAccount: (id) => ports.accountClosing.close(id),
      }),
      messenger: ports.messenger,
      keyRing,
      trust,
      emergencies: ports.emergencies,
      proposals: ports.proposals,
      bodies: ports.bodies,
      warnings: ports.warnings,
      people: ports.store.people,
      serviceCatalogue: ports.serviceCatalogue,
      workCalendars: ports.workCalendars,
      requestDesk: ports.requestDesk,
      now: () => clock.now().getTime(),
      auditLog: ports.auditLog,
      apiKeys: ports.apiKeys,
      rules: ports,
      factsImport: { ports, personKey: openPersonKeyFile(settings.personKeyFile) },
      county: settings.county,
    };
    return {
      server,
      ports,
      admin,
      personas,
      load,
      close,
      async listenForAdmin() {
        const stop = await listenForAdmin(settings.dataDir, async (request) =>
          request.command === 'restore'
            ? { code: 1, lines: ['a server runs on this folder: end it, then restore'] }
            : runAdmin(request, admin),
        );
        closing.push(stop);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What decides how long anything lasts: ids of what was deleted, and keys of what an emergency brings. */
interface Keeping {
  journal: DeletionJournal;
  keys: EmergencyKeys;
}

function composePorts(
  settings: Settings,
  database: Database,
  server: FastifyInstance,
  clock: Clock,
  keyRing: OpenKeyRing,
  trust: Trust,
  keeping: Keeping,
  outside: readonly HealthSource[],
  capReader: CapReader,
): Ports {
  const { unit } = database;
  const { wechat, county, publicUrl } = settings;
  const codeRegistry = createCodeRegistry(unit, clock);
  const jobs = new PgBossJobs({ database, clock, log: server.log, patienceMs: 1000 });
  const nudgeGrants = createNudgeGrants(unit, clock);
  const onWeChatFault = (what: string) => server.log.error({ what }, 'wechat');
  const nudger =
    wechat && wechat.templates.size > 0
      ? createWeChatNudger(wechat, wechat.templates, createSharedToken(unit, clock, 'wechat'), {
          clock,
          onFault: onWeChatFault,
        })
      : undefined;
  const announcing = createMessenger(database);
  const messenger = nudger ? alsoNudging(announcing, jobs, nudgeGrants) : announcing;
  const serviceCatalogue = createServiceCatalogue(unit, clock);
  const facts = createFacts(unit, clock);
  const healthRules = createHealthRules(unit, clock);
  const riskLevels = createRiskLevels(unit, clock);
  const listed = { unit, clock, county, publicUrl, registry: codeRegistry, signer: keyRing, trust };
  const statusLists = createStatusLists(listed);
  const personKey = openPersonKeyFile(settings.personKeyFile);
  const store = createStore(unit, clock);
  const directory = createGridDirectory(unit);
  const noticeSource = createNoticeSource(unit, clock);
  const family = createFamily(unit, clock, codeRegistry);
  const auditLog = createAuditLog(unit, clock, keyRing);
  const emergencies = createEmergencies({
    ...keeping,
    unit,
    clock,
    county,
    auditLog,
    messenger,
    filesDir: settings.filesDir,
    deleteSoon: async () => void (await jobs.enqueue('emergencies', {}, { singletonKey: 'ended' })),
    decideSoon: async () => void (await colours.recolour('everyone')),
  });
  const levels = () => riskLevels.everSet();
  const workCalendars = createWorkCalendars(unit, clock);
  const colours = createColours({
    unit,
    clock,
    inForce: async () => (await emergencies.inForce()) !== undefined,
    rules: () => healthRules.inForce(),
    levels,
    gather: createGathering(unit, clock, createHealthSource(unit, clock), outside),
    facts,
    codeRegistry,
    messenger,
    jobs,
  });
  const brought = createBrought({ clock, colours, facts, levels });
  const confirmations = createConfirmations(unit, clock, brought);
  const accountJoins = createAccountJoins(unit, clock, codeRegistry, auditLog, facts, brought);
  const proposals = createProposals({
    unit,
    clock,
    auditLog,
    messenger,
    family,
    signaturesAbove: settings.colourSignaturesAbove,
    emergency: () => emergencies.present(),
    handlers: {
      ...peopleActHandlers({
        clock,
        people: store.people,
        facts,
        colours,
        confirmations,
        accountJoins,
        brought,
        directory,
        messenger,
        county,
      }),
      ...emergencyActHandlers(emergencies, clock, county),
      rules: rulesHandler({ healthRules, colours, county }),
      'risk-level': riskLevelHandler({ riskLevels, colours, directory }),
    },
  });
  const { requestDesk, ...outsideDesks } = createOutsideDesks({
    unit,
    clock,
    messenger,
    county,
    desk: createRequestDesk(unit, clock, requestLimits(serviceCatalogue, workCalendars, settings.workHours)),
    desks: settings.requestDesks.map((desk) => {
      const onFault = (what: string) => server.log.error({ what }, 'request desk');
      return desk.protocol === 'rest'
        ? createCountyPlatform(desk, { clock, onFault })
        : createOpen311Desk(desk, { clock, onFault });
    }),
    categories: settings.requestDeskCategories,
    catalogue: serviceCatalogue,
    tendSoon: async () => void (await jobs.enqueue(OUTSIDE_DESKS, {}, { singletonKey: 'filed' })),
  });
  return {
    clock,
    office: async () => ({ calendar: await workCalendars.inForce(), hours: settings.workHours }),
    store,
    identity: {
      invite: createInvitationIdentity(unit, clock, auditLog),
      ...(settings.production ? {} : { demo: createDemoIdentity(unit) }),
      ...(wechat ? { wechat: createWeChatIdentity(wechat, { onFault: onWeChatFault }) } : {}),
    },
    directory,
    serviceCatalogue,
    requestDesk,
    outsideDesks,
    requestJoins: createRequestJoins(unit, clock),
    visits: createVisits(unit),
    noticeSource,
    noticeDrafts: createNoticeDrafts(unit, clock),
    noticeReaders: createNoticeReaders(unit, clock),
    noticeReach: createNoticeReach(unit),
    publicNotices: createPublicNotices(unit, clock),
    warnings: createWarnings({
      unit,
      clock,
      reader: capReader,
      noticeSource,
      messenger,
      county,
      sender: senderAt(settings.publicUrl),
      production: settings.production,
    }),
    noticeApproval: settings.noticeApproval,
    messenger,
    nudger,
    nudgeGrants,
    fileStore: createFileStore(unit, clock, settings.filesDir),
    pdfs: createPdfs(unit, clock, settings.filesDir),
    voiceNotes: createVoiceNotes(unit, clock, settings.filesDir),
    figures: createFigures(unit),
    facts,
    declarations: createDeclarations(unit, clock, facts),
    colours,
    appeals: createAppeals({ unit, clock, auditLog, emergency: () => emergencies.present() }),
    dutyRoster: createDutyRoster(unit, auditLog),
    absences: createAbsences(unit, clock),
    phrases: createPhrases(unit),
    healthRules,
    riskLevels,
    codeRegistry,
    venues: createVenues(unit, clock),
    checkpoints: createCheckpoints(unit, clock),
    jobs,
    issuer: createIssuer(county, keyRing, trust, statusLists, emergencies, clock, auditLog),
    statusLists,
    realName: settings.realName
      ? createRealNameService(settings.realName, {
          personKey,
          clock,
          onFault: (what) => server.log.error({ what }, 'real name'),
        })
      : createRealName(personKey, clock),
    confirmations,
    accountJoins,
    family,
    phones: createPhones(unit, clock, codeRegistry),
    emergencies,
    readingLog: createReadingLog(unit, clock),
    auditLog,
    proposals,
    personalRecords: createPersonalRecords(unit),
    consents: createConsents(unit, clock),
    accountClosing: createAccountClosing(unit, clock, codeRegistry, auditLog, keeping.journal),
    complaints: createComplaints(unit, clock),
    workCalendars,
    bodies: createBodies(unit, clock),
    apiKeys: createApiKeys(unit, clock, auditLog),
    publicRequests: createPublicRequests(unit, clock, auditLog),
  };
}

function composeRoutes(ports: Ports, personas: readonly Persona[] | undefined): Handlers<EndpointName> {
  return {
    ...sessionRoutes(ports, personas),
    ...meRoutes(ports),
    ...myDataRoutes(ports),
    ...consentRoutes(ports),
    ...accountClosingRoutes(ports),
    ...complaintRoutes(ports),
    ...regionRoutes(ports),
    ...healthCodeRoutes(ports),
    ...emergencyRoutes(ports),
    ...auditLogRoutes(ports),
    ...colourRoutes(ports),
    ...healthRuleRoutes(ports),
    ...riskMapRoutes(ports),
    ...declarationRoutes(ports),
    ...appealRoutes(ports),
    ...dutyRosterRoutes(ports),
    ...deskRoutes(ports),
    ...venueRoutes(ports),
    ...checkpointRoutes(ports),
    ...checkpointDutyRoutes(ports),
    ...periodicUpdateRoutes(ports),
    ...serviceCatalogueRoutes(ports),
    ...serviceRequestRoutes(ports),
    ...bodyRoutes(ports),
    ...joinedRequestRoutes(ports),
    ...visitRoutes(ports),
    ...noticeRoutes(ports),
    ...noticeDraftRoutes(ports),
    ...noticeSettingRoutes(ports),
    ...nudgeRoutes(ports),
    ...fileRoutes(ports),
    ...figureRoutes(ports),
    ...ratingRoutes(ports),
    ...confirmationRoutes(ports),
    ...accountJoinRoutes(ports),
    ...familyRoutes(ports),
    ...phoneRoutes(ports),
    ...outsideDeskRoutes(ports),
    ...paperCodeRoutes(ports),
    ...proposalRoutes(ports),
  };
}
