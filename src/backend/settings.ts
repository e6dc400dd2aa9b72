import { resolve } from 'node:path';

/** Everything a deployment decides, parsed once from the environment. */
export interface Settings {
  /** No demo identities, no demo data, no default secrets. */
  production: boolean;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Where the embedded database, the admin socket and, by default, key and photos lie. Absolute. */
  dataDir: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined;
  /** PEM file with the county's signing key; made on first start. Absolute. */
  issuerKeyFile: string;
  /** Photos. Absolute. */
  filesDir: string;
  /** A web app built elsewhere; without it `dist/h5` is built when missing or stale. Absolute. */
  webDir: string | undefined;
  /** Six-digit code of the county this deployment serves: it issues the codes. */
  county: string;
  /** Two-digit codes of the provinces whose tree is loaded, or the whole country. */
  regions: 'all' | readonly string[];
  wechat: { appId: string; appSecret: string; origin: string } | undefined;
  /** Behind a TLS proxy: believe its X-Forwarded-* headers. */
  trustProxy: boolean;
  logLevel: (typeof logLevels)[number];
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** A setting that does not fit: one line that names it and says what would. */
export class SettingFault extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; an empty variable counts as absent.
 * @param args command line without program and script; knows `--production`
 * @param root relative paths start here
 * @throws SettingFault
 */
export function readSettings(environment: Environment, args: readonly string[], root: string): Settings {
  const unknown = args.find((arg) => arg !== '--production');
  if (unknown !== undefined) throw new SettingFault(`${unknown}: unknown option; there is --production`);
  const env = (name: string): string | undefined => environment[name] || undefined;
  const production = args.includes('--production') || flag('PRODUCTION', env('PRODUCTION'));
  const dataDir = resolve(root, env('DATA_DIR') ?? '.data');
  if (production) refuseDefaults(env);
  const webDir = env('WEB_DIR');
  const settings: Settings = {
    production,
    host: env('HOST') ?? '127.0.0.1',
    port: portOf(env('PORT') ?? '8710'),
    dataDir,
    databaseUrl: databaseUrlOf(env('DATABASE_URL')),
    issuerKeyFile: resolve(root, env('ISSUER_KEY') ?? resolve(dataDir, 'issuer-key.pem')),
    filesDir: resolve(root, env('FILES_DIR') ?? resolve(dataDir, 'files')),
    webDir: webDir && resolve(root, webDir),
    county: matching('COUNTY', env('COUNTY') ?? '330106', /^\d{6}$/, 'a six-digit county code'),
    regions: regionsOf(env('REGIONS') ?? '33'),
    wechat: wechatOf(env),
    trustProxy: flag('TRUST_PROXY', env('TRUST_PROXY')),
    logLevel: logLevelOf(env('LOG_LEVEL') ?? (production ? 'info' : 'warn')),
  };
  if (settings.regions !== 'all' && !settings.regions.includes(settings.county.slice(0, 2)))
    throw new SettingFault(`REGIONS: must contain the province of COUNTY (${settings.county.slice(0, 2)})`);
  return settings;
}

type Read = (name: string) => string | undefined;

/** What a demo may leave open and a county may not: which county it is, which key signs for it, and passwords. */
function refuseDefaults(env: Read): void {
  if (!env('COUNTY')) throw new SettingFault('COUNTY: production needs the six-digit code of the county');
  if (!env('ISSUER_KEY'))
    throw new SettingFault('ISSUER_KEY: production needs the path of the signing key (made there if absent)');
  const database = databaseUrlOf(env('DATABASE_URL'));
  if (database === undefined) return;
  const { password, searchParams } = new URL(database);
  // Through a socket the system itself says who calls.
  const throughSocket = searchParams.get('host')?.startsWith('/') ?? false;
  if (isOfExample(decodeURIComponent(password)) || (password === '' && !throughSocket))
    throw new SettingFault('DATABASE_URL: production needs a password of its own');
}

const passwordsOfExamples = ['postgres', 'password', 'secret', 'changeme', 'change-me', 'linli', 'example'];
const isOfExample = (secret: string): boolean => passwordsOfExamples.includes(secret.toLowerCase());

function matching(name: string, value: string, pattern: RegExp, wanted: string): string {
  if (!pattern.test(value)) throw new SettingFault(`${name}: "${value}" is not ${wanted}`);
  return value;
}

function flag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  throw new SettingFault(`${name}: "${value}" is neither 1 nor 0`);
}

function portOf(value: string): number {
  const port = Number(matching('PORT', value, /^\d{1,5}$/, 'a port (0 to 65535)'));
  if (port > 65535) throw new SettingFault(`PORT: "${value}" is not a port (0 to 65535)`);
  return port;
}

function regionsOf(value: string): 'all' | string[] {
  if (value === 'all') return 'all';
  return value
    .split(',')
    .map((code) => matching('REGIONS', code.trim(), /^\d{2}$/, '"all" or two-digit province codes (33,31)'));
}

function logLevelOf(value: string): Settings['logLevel'] {
  const level = logLevels.find((known) => known === value);
  if (!level) throw new SettingFault(`LOG_LEVEL: "${value}" is none of ${logLevels.join(', ')}`);
  return level;
}

/** The address is never repeated in a message: it holds a password. */
function databaseUrlOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol))
    throw new SettingFault('DATABASE_URL: not a postgres:// address');
  return value;
}

function wechatOf(env: Read): Settings['wechat'] {
  const appId = env('WECHAT_APP_ID');
  const appSecret = env('WECHAT_APP_SECRET');
  if (!appId && !appSecret) return undefined;
  if (!appId || !appSecret)
    throw new SettingFault('WECHAT_APP_ID and WECHAT_APP_SECRET: give both or neither');
  if (isOfExample(appSecret)) throw new SettingFault('WECHAT_APP_SECRET: that is an example, not a secret');
  const origin = env('WECHAT_API') ?? 'https://api.weixin.qq.com';
  if (!URL.canParse(origin)) throw new SettingFault(`WECHAT_API: "${origin}" is not an address`);
  return { appId, appSecret, origin: new URL(origin).origin };
}
