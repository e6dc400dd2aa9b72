import type { EndpointName, Persona } from '@contract/api';
import type { FastifyInstance } from 'fastify';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { version } from '../../package.json';
import { createBackup } from './adapters/embedded/backup';
import { createCodeRegistry } from './adapters/embedded/code-registry';
import { openDatabase, type Database } from './adapters/embedded/database';
import { createCountyRegister } from './adapters/embedded/county-register';
import { claimDeployment, onceInDemo } from './adapters/embedded/deployment';
import { createFileStore } from './adapters/embedded/file-store';
import { createGridDirectory } from './adapters/embedded/grid-directory';
import { createHealthSource } from './adapters/embedded/health-source';
import { createDemoIdentity } from './adapters/embedded/identity/demo';
import { createInvitationIdentity } from './adapters/embedded/identity/invitation';
import { createIssuer } from './adapters/embedded/issuer';
import { openKeyFile } from './adapters/embedded/issuer/key-file';
import { createMessenger } from './adapters/embedded/messenger';
import { createNoticeSource } from './adapters/embedded/notice-source';
import { createRequestDesk } from './adapters/embedded/request-desk';
import { PgBossJobs } from './adapters/embedded/jobs';
import { createRetention } from './adapters/embedded/retention';
import { createStore } from './adapters/embedded/store';
import { createWeChatIdentity } from './adapters/wechat/identity';
import { runAdmin } from './cli/admin/commands';
import { listenForAdmin } from './cli/admin/socket';
import { demoPersonas } from './demo/personas';
import { loadDemo } from './demo/load';
import { bindEndpoints } from './http/bind';
import type { Handlers } from './http/handler';
import { bindHealth } from './http/health';
import { createServer } from './http/server';
import { loggerOptions } from './logger';
import type { Ports } from './ports';
import type { Clock } from './ports/clock';
import { fileRoutes } from './routes/files';
import { healthCodeRoutes } from './routes/health-codes';
import { bindLive } from './routes/live';
import { meRoutes } from './routes/me';
import { noticeRoutes } from './routes/notices';
import { regionRoutes } from './routes/regions';
import { serviceRequestRoutes } from './routes/service-requests';
import { sessionRoutes } from './routes/sessions';
import type { Settings } from './settings';
import { serveWeb } from './web/serve';

export interface App {
  server: FastifyInstance;
  ports: Ports;
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
    const ports = await composePorts(settings, database, server, options.clock ?? { now: () => new Date() });
    const personas = settings.production
      ? undefined
      : demoPersonas.map(({ id, name, what }) => ({ id, name, what }));
    const load = async (say: (line: string) => void): Promise<void> => {
      const register = createCountyRegister(database.unit, ports.clock);
      await register.loadTree(settings.regions, (rows) =>
        say(`正在读入区划 Loading the region tree… ${rows}`),
      );
      if (!settings.production) await onceInDemo(database.unit, () => loadDemo(register, ports));
    };
    bindHealth(server, ports.store);
    bindEndpoints(server, ports.store, composeRoutes(ports, personas));
    await bindLive(server, ports);
    if (options.webRoot) await serveWeb(server, await options.webRoot());
    await server.ready();
    const retention = createRetention(database.unit, ports.clock, settings.filesDir);
    ports.jobs.handle('retention', async () => void (await retention.sweep()));
    ports.jobs.schedule('retention', '20 3 * * *');
    await ports.jobs.start();
    closing.push(() => ports.jobs.stop());
    const adminDeps = {
      register: createCountyRegister(database.unit, ports.clock),
      backup: createBackup(database.unit, settings.filesDir),
      messenger: ports.messenger,
    };
    return {
      server,
      ports,
      personas,
      load,
      close,
      async listenForAdmin() {
        const stop = await listenForAdmin(settings.dataDir, async (request) =>
          request.command === 'restore'
            ? { code: 1, lines: ['a server runs on this folder: end it, then restore'] }
            : runAdmin(request, adminDeps),
        );
        closing.push(stop);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function composePorts(
  settings: Settings,
  database: Database,
  server: FastifyInstance,
  clock: Clock,
): Promise<Ports> {
  const { unit } = database;
  await claimDeployment(unit, settings.production);
  const { wechat } = settings;
  return {
    clock,
    store: createStore(unit, clock),
    identity: {
      invite: createInvitationIdentity(unit, clock),
      ...(settings.production ? {} : { demo: createDemoIdentity(unit) }),
      ...(wechat
        ? {
            wechat: createWeChatIdentity(wechat, { onFault: (what) => server.log.error({ what }, 'wechat') }),
          }
        : {}),
    },
    directory: createGridDirectory(unit),
    requestDesk: createRequestDesk(unit, clock),
    noticeSource: createNoticeSource(unit, clock),
    messenger: createMessenger(database),
    fileStore: createFileStore(unit, clock, settings.filesDir),
    healthSource: createHealthSource(),
    codeRegistry: createCodeRegistry(unit, clock),
    jobs: new PgBossJobs({ database, clock, log: server.log, patienceMs: 1000 }),
    issuer: createIssuer(settings.county, openKeyFile(made(settings.issuerKeyFile)), clock),
  };
}

/** The folder of a file, made where it is missing; nobody else looks into it. */
function made(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

function composeRoutes(ports: Ports, personas: readonly Persona[] | undefined): Handlers<EndpointName> {
  return {
    ...sessionRoutes(ports, personas),
    ...meRoutes(ports),
    ...regionRoutes(ports),
    ...healthCodeRoutes(ports),
    ...serviceRequestRoutes(ports),
    ...noticeRoutes(ports),
    ...fileRoutes(ports),
  };
}
