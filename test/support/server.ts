import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { EndpointName } from '../../src/contract/api';
import type { Problem } from '../../src/contract/errors';
import { createApp, type App, type AppOptions } from '../../src/backend/app';
import type { Database } from '../../src/backend/adapters/embedded/database';
import { readSettings } from '../../src/backend/settings';
import { declareEmergency } from './emergency';
import { movedClock, type MovedClock } from './moved-clock';

export interface Answer<T = unknown> {
  status: number;
  headers: Record<string, string | number | string[] | undefined>;
  /** The parsed JSON body; undefined for an empty one. */
  body: T;
  raw: Buffer;
}

export interface CallOptions {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  /** Multipart: sent as field `file`. */
  file?: { content: Buffer; type: string };
  /** One of its own is made where none is given; `null` sends none. */
  idempotencyKey?: string | null;
  headers?: Record<string, string>;
}

/** Calls an endpoint by its name in the contract, without a socket. */
export type CallEndpoint = <T = unknown>(name: EndpointName, options?: CallOptions) => Promise<Answer<T>>;

export interface TestApp extends App {
  clock: MovedClock;
  database: Database;
  /** Every line of the log so far. */
  log: string[];
  /** As nobody. */
  call: CallEndpoint;
  /** As someone with this token. */
  withToken(token: string): CallEndpoint;
  /** As whom the database knows by this subject of the provider `demo`: a persona, or whom a test made. Signed in once. */
  as(persona: string): Promise<CallEndpoint>;
}

/**
 * The whole server on a test database, with a clock that the test moves. Close it in `afterAll`.
 */
export async function startTestApp({
  database,
  demo = false,
  emergency = !demo,
  environment = {},
  options = {},
}: {
  database: Database;
  /** With the real tree and the demo neighbourhood in it, which takes some seconds. */
  demo?: boolean;
  /** With an emergency in force, as the demo has one: without it there are no codes. */
  emergency?: boolean;
  environment?: Record<string, string>;
  options?: Partial<AppOptions>;
}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-test-'));
  const clock = movedClock();
  const log: string[] = [];
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'info', ...environment }, [], dataDir);
  const logStream = { write: (line: string) => void log.push(line) };
  const app = await createApp(settings, { clock, database, logStream, ...options });
  if (demo) await app.load(() => undefined);
  if (emergency && !(await app.ports.emergencies.inForce()))
    await declareEmergency(database, clock.now(), settings.county);

  const caller =
    (authorization: Record<string, string>): CallEndpoint =>
    async <T>(name: EndpointName, call: CallOptions = {}) => {
      const response = await app.server.inject(requestOf(name, call, authorization));
      const type = String(response.headers['content-type'] ?? '');
      const body = (type.includes('json') ? response.json() : undefined) as T;
      return { status: response.statusCode, headers: response.headers, body, raw: response.rawPayload };
    };
  const withToken = (token: string) => caller({ authorization: `Bearer ${token}` });

  const signedIn = new Map<string, Promise<CallEndpoint>>();
  const signIn = async (persona: string): Promise<CallEndpoint> => {
    const { status, body } = await caller({})<{ token: string } & Problem>('POST /v1/sessions', {
      body: { provider: 'demo', code: persona },
    });
    if (status !== 201) throw new Error(`cannot sign in as ${persona}: ${body.code}`);
    return withToken(body.token);
  };

  return {
    ...app,
    clock,
    database,
    log,
    call: caller({}),
    withToken,
    as: (persona) => {
      const known = signedIn.get(persona) ?? signIn(persona);
      signedIn.set(persona, known);
      return known;
    },
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function requestOf(
  name: EndpointName,
  { params = {}, query, body, file, idempotencyKey, headers = {} }: CallOptions,
  authorization: Record<string, string>,
): InjectOptions {
  const [method, pattern] = name.split(' ') as ['GET', string];
  const url = pattern.replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(params[param] ?? ''));
  const key =
    idempotencyKey === null || method === 'GET' ? {} : { 'idempotency-key': idempotencyKey ?? randomUUID() };
  return {
    method,
    url,
    headers: { ...authorization, ...key, ...(file ? multipart : {}), ...headers },
    ...(query
      ? { query: Object.fromEntries(Object.entries(query).map(([field, value]) => [field, String(value)])) }
      : {}),
    ...(file ? { payload: formOf(file) } : body === undefined ? {} : { payload: body as object }),
  };
}

const boundary = 'linli-test-boundary';
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };

const formOf = ({ content, type }: { content: Buffer; type: string }): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
