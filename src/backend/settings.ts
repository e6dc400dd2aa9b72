import type { ApprovalRule } from '@contract/notice/approval';
import { severities } from '@contract/notice/notice';
import { type NudgeKind, nudgeKinds } from '@contract/nudge/kind';
import { type NudgeTemplate, readTemplate } from '@contract/nudge/template';
import type { OutsideProtocol } from '@contract/service-request/outside-desk';
import type { Bilingual } from '@contract/text';
import { readHours, type Stretch, usualHours } from '@contract/working-time/hours';
import { dirname, resolve } from 'node:path';

/** Everything a deployment decides, parsed once from the environment. */
export interface Settings {
  /** No demo identities, no demo data, no default secrets. */
  production: boolean;
  /** How many processes serve, on one PostgreSQL. */
  workers: number;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Where the embedded database, the admin socket and, by default, key and photos lie. Absolute. */
  dataDir: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined;
  /** PEM file with the county's signing key; made on first start. Absolute. */
  issuerKeyFile: string;
  /** File with the county's key for person keys; made on first start. Absolute. */
  personKeyFile: string;
  /** File with the county's key for backups; made on first start. Absolute. */
  backupKeyFile: string;
  /** Ids of what was deleted, to be deleted again after a restore. Absolute. */
  deletionJournal: string;
  /** The county's real-name service; without it the number is checked and the name is the worker's to compare. */
  realName: { url: string; token: string } | undefined;
  /** City platforms that say what is known of a person; each under a name of its own. */
  healthSources: readonly HealthSourceSettings[];
  /** Feeds of warning centres (CAP), each under a name of its own. */
  warningFeeds: readonly WarningFeedSettings[];
  /** Desks of a city or county that handle requests of some categories. */
  requestDesks: readonly RequestDeskSettings[];
  /** By category: which desk has it, and what it is called there. */
  requestDeskCategories: ReadonlyMap<string, { desk: string; serviceCode: string }>;
  /** Where phones and other deployments reach this one, without a slash at the end: stands in its status lists. */
  publicUrl: string;
  /** Photos. Absolute. */
  filesDir: string;
  /** A web app built elsewhere; without it `dist/h5` is built when missing or stale. Absolute. */
  webDir: string | undefined;
  /** Six-digit code of the county this deployment serves: it issues the codes. */
  county: string;
  /** What worsens the colour of more people than this takes a signature of the level above too. */
  colourSignaturesAbove: number;
  /** Two-digit codes of the provinces whose tree is loaded, or the whole country. */
  regions: 'all' | readonly string[];
  /** When offices work: limits of requests are reckoned in it. */
  workHours: readonly Stretch[];
  /** Notices of these severities need a second person wherever they go. */
  noticeApproval: ApprovalRule;
  wechat:
    | {
        appId: string;
        appSecret: string;
        origin: string;
        /** Of subscription messages, by what they tell. */
        templates: ReadonlyMap<NudgeKind, NudgeTemplate>;
      }
    | undefined;
  /** Behind a TLS proxy: believe its X-Forwarded-* headers. */
  trustProxy: boolean;
  logLevel: (typeof logLevels)[number];
}

export interface HealthSourceSettings {
  /** What it said last is kept under it. */
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
}

export interface WarningFeedSettings {
  name: string;
  /** Of the feed itself. */
  url: string;
}

export interface RequestDeskSettings {
  /** What was sent is kept under it. */
  name: string;
  /** To residents. */
  title: Bilingual;
  protocol: OutsideProtocol;
  /** Without a slash at the end, and without what stands after `?`. */
  url: string;
  /** What goes with every call: `jurisdiction_id`. */
  query: Readonly<Record<string, string>>;
  /** Open311: the API key. REST: the key both sides sign with, in base64. */
  key: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** A setting that does not fit: one line that names it and says what would. */
export class SettingFault extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; an empty variable counts as absent.
 * @param args command line without program and script; knows `--production` and `--workers <number>`
 * @param root relative paths start here
 * @throws SettingFault
 */
export function readSettings(environment: Environment, args: readonly string[], root: string): Settings {
  const options = optionsOf(args);
  const env = (name: string): string | undefined => environment[name] || undefined;
  const production = options.production || flag('PRODUCTION', env('PRODUCTION'));
  const dataDir = resolve(root, env('DATA_DIR') ?? '.data');
  if (production) refuseDefaults(env);
  const webDir = env('WEB_DIR');
  const issuerKeyFile = resolve(root, env('ISSUER_KEY') ?? resolve(dataDir, 'issuer-key.pem'));
  const settings: Settings = {
    production,
    workers: options.workers,
    host: env('HOST') ?? '127.0.0.1',
    port: portOf(env('PORT') ?? '8710'),
    dataDir,
    databaseUrl: databaseUrlOf(env('DATABASE_URL')),
    issuerKeyFile,
    personKeyFile: resolve(root, env('PERSON_KEY') ?? resolve(dirname(issuerKeyFile), 'person-key')),
    backupKeyFile: resolve(root, env('BACKUP_KEY') ?? resolve(dataDir, 'backup-key')),
    deletionJournal: resolve(root, env('DELETION_JOURNAL') ?? resolve(dataDir, 'deletions.jsonl')),
    realName: realNameOf(env),
    healthSources: healthSourcesOf(env),
    warningFeeds: warningFeedsOf(env),
    ...requestDesksOf(env),
    publicUrl: publicUrlOf(env),
    filesDir: resolve(root, env('FILES_DIR') ?? resolve(dataDir, 'files')),
    webDir: webDir && resolve(root, webDir),
    county: matching('COUNTY', env('COUNTY') ?? '330106', /^\d{6}$/, 'a six-digit county code'),
    colourSignaturesAbove: Number(
      matching(
        'COLOUR_SIGNATURES_ABOVE',
        env('COLOUR_SIGNATURES_ABOVE') ?? '100',
        /^\d{1,6}$/,
        'a number of people',
      ),
    ),
    regions: regionsOf(env('REGIONS') ?? '33'),
    workHours: workHoursOf(env('WORK_HOURS')),
    noticeApproval: approvalOf(env('NOTICE_APPROVAL')),
    wechat: wechatOf(env),
    trustProxy: flag('TRUST_PROXY', env('TRUST_PROXY')),
    logLevel: logLevelOf(env('LOG_LEVEL') ?? (production ? 'info' : 'warn')),
  };
  if (settings.regions !== 'all' && !settings.regions.includes(settings.county.slice(0, 2)))
    throw new SettingFault(`REGIONS: must contain the province of COUNTY (${settings.county.slice(0, 2)})`);
  if (settings.workers > 1 && settings.databaseUrl === undefined)
    throw new SettingFault('--workers: several processes need a PostgreSQL server: set DATABASE_URL');
  return settings;
}

function optionsOf(args: readonly string[]): { production: boolean; workers: number } {
  const given = { production: false, workers: 1 };
  const left = args.flatMap((arg) => (arg.startsWith('--workers=') ? arg.split('=') : [arg]));
  for (let option = left.shift(); option !== undefined; option = left.shift())
    if (option === '--production') given.production = true;
    else if (option === '--workers')
      given.workers = Number(matching(option, left.shift() ?? '', /^([1-9]|[1-5]\d|6[0-4])$/, 'a number of processes (1 to 64)')); // prettier-ignore
    else throw new SettingFault(`${option}: unknown option; there are --production and --workers <number>`);
  return given;
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

/** Unless it is named: where it listens. */
function publicUrlOf(env: Read): string {
  const host = env('HOST') ?? '127.0.0.1';
  const listening = `http://${host.includes(':') ? `[${host}]` : host}:${env('PORT') ?? '8710'}`;
  const value = env('PUBLIC_URL') ?? listening;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new SettingFault(`PUBLIC_URL: "${value}" is not an http(s) address`);
  return value.replace(/\/+$/, '');
}

function regionsOf(value: string): 'all' | string[] {
  if (value === 'all') return 'all';
  return value
    .split(',')
    .map((code) => matching('REGIONS', code.trim(), /^\d{2}$/, '"all" or two-digit province codes (33,31)'));
}

function workHoursOf(value: string | undefined): readonly Stretch[] {
  const hours = value === undefined ? usualHours : readHours(value);
  if (!hours) throw new SettingFault(`WORK_HOURS: "${value}" is not like "08:30-12:00,13:30-17:30"`);
  return hours;
}

function approvalOf(value: string | undefined): ApprovalRule {
  const asked = (value ?? '').split(',').flatMap((each) => each.trim() || []);
  const known = severities.filter((severity) => asked.includes(severity));
  if (known.length < new Set(asked).size)
    throw new SettingFault(`NOTICE_APPROVAL: "${value}" is not a list of ${severities.join(', ')}`);
  return { severities: known };
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
  if (!appId && !appSecret) {
    if (env('WECHAT_TEMPLATES'))
      throw new SettingFault('WECHAT_TEMPLATES: needs WECHAT_APP_ID and WECHAT_APP_SECRET');
    return undefined;
  }
  if (!appId || !appSecret)
    throw new SettingFault('WECHAT_APP_ID and WECHAT_APP_SECRET: give both or neither');
  if (isOfExample(appSecret)) throw new SettingFault('WECHAT_APP_SECRET: that is an example, not a secret');
  const origin = env('WECHAT_API') ?? 'https://api.weixin.qq.com';
  if (!URL.canParse(origin)) throw new SettingFault(`WECHAT_API: "${origin}" is not an address`);
  return { appId, appSecret, origin: new URL(origin).origin, templates: templatesOf(env) };
}

/** `request=<template id>/thing1:category/phrase2:state,…`: what each field of a template says. */
function templatesOf(env: Read): Map<NudgeKind, NudgeTemplate> {
  const templates = [...pairsOf('WECHAT_TEMPLATES', env)].map(([name, value]) => {
    const kind = nudgeKinds.find((known) => known === name);
    if (!kind) throw new SettingFault(`WECHAT_TEMPLATES: "${name}" is none of ${nudgeKinds.join(', ')}`);
    const template = readTemplate(kind, value);
    if (!template)
      throw new SettingFault(
        `WECHAT_TEMPLATES: ${kind} is not like ${kind}=<template id>/${exampleFields[kind]}`,
      );
    return [kind, template] as const;
  });
  return new Map(templates);
}

const exampleFields: Readonly<Record<NudgeKind, string>> = {
  request: 'thing1:category/phrase2:state/time3:time/character_string4:number',
  colour: 'thing1:what/thing2:how/time3:time',
  notice: 'thing1:what/thing2:how/time3:time',
};

/** A document's number goes there: over TLS, or to this machine. */
function realNameOf(env: Read): Settings['realName'] {
  const url = env('REAL_NAME_URL');
  const token = env('REAL_NAME_TOKEN');
  if (!url && !token) return undefined;
  if (!url || !token) throw new SettingFault('REAL_NAME_URL and REAL_NAME_TOKEN: give both or neither');
  if (isOfExample(token)) throw new SettingFault('REAL_NAME_TOKEN: that is an example, not a secret');
  if (!isPrivateWay(url)) throw new SettingFault('REAL_NAME_URL: needs an https:// address');
  return { url, token };
}

/** `https://a` or `city=https://a,province=https://b`, with as many tokens. What was said is kept under the name. */
function healthSourcesOf(env: Read): HealthSourceSettings[] {
  const addresses = listOf(env('HEALTH_SOURCE_URL'));
  const tokens = listOf(env('HEALTH_SOURCE_TOKEN'));
  if (addresses.length !== tokens.length)
    throw new SettingFault('HEALTH_SOURCE_URL and HEALTH_SOURCE_TOKEN: give as many of one as of the other');
  const sources = addresses.map((address, index) => {
    const [, name = 'city', url = ''] = /^(?:([a-z][a-z0-9-]{0,30})=)?(.*?)\/*$/.exec(address) ?? [];
    const token = tokens[index] ?? '';
    if (!isPrivateWay(url)) throw new SettingFault(`HEALTH_SOURCE_URL: ${name} needs an https:// address`);
    if (isOfExample(token)) throw new SettingFault('HEALTH_SOURCE_TOKEN: that is an example, not a secret');
    return { name, url, token };
  });
  const names = sources.map(({ name }) => name);
  // `here` is the deployment's own.
  if (new Set(['here', ...names]).size <= names.length)
    throw new SettingFault('HEALTH_SOURCE_URL: each needs a name of its own, as in city=https://…');
  return sources;
}

/** `weather=https://a,flood=https://b`: what comes by a feed is kept under its name. */
function warningFeedsOf(env: Read): WarningFeedSettings[] {
  return [...pairsOf('WARNING_FEEDS', env)].map(([name, url]) => {
    // `file` is what somebody at the machine brings.
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(name) || name === 'file')
      throw new SettingFault(`WARNING_FEEDS: "${name}" is no name, as in weather=https://…`);
    if (!isPrivateWay(url)) throw new SettingFault(`WARNING_FEEDS: ${name} needs an https:// address`);
    return { name, url };
  });
}

/** `city=open311:https://a,county=rest:https://b`; names, keys and categories by the name before the `=`. */
function requestDesksOf(env: Read): Pick<Settings, 'requestDesks' | 'requestDeskCategories'> {
  const desks = pairsOf('REQUEST_DESKS', env);
  const titles = pairsOf('REQUEST_DESK_NAMES', env, desks);
  const keys = pairsOf('REQUEST_DESK_KEYS', env, desks);
  const requestDesks = [...desks].map(([name, address]): RequestDeskSettings => {
    const [, protocol, url = ''] = /^(open311|rest):(.*)$/.exec(address) ?? [];
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(name) || protocol === undefined)
      throw new SettingFault('REQUEST_DESKS: each is like city=open311:https://… or county=rest:https://…');
    if (!isPrivateWay(url)) throw new SettingFault(`REQUEST_DESKS: ${name} needs an https:// address`);
    const [, zh, en] = /^([^/]+)\/([^/]+)$/.exec(titles.get(name) ?? '') ?? [];
    if (!zh || !en)
      throw new SettingFault(
        `REQUEST_DESK_NAMES: ${name} needs its name to residents, as in ${name}=市城管平台/City works`,
      );
    const { origin, pathname, searchParams } = new URL(url);
    return {
      name,
      title: { zh, en },
      protocol: protocol as OutsideProtocol,
      url: `${origin}${pathname}`.replace(/\/+$/, ''),
      query: Object.fromEntries(searchParams),
      key: deskKeyOf(name, protocol, keys.get(name)),
    };
  });
  const categories = [...pairsOf('REQUEST_DESK_CATEGORIES', env)].map(([category, value]) => {
    const [, desk = '', serviceCode = category] = /^([^/]+)(?:\/(.+))?$/.exec(value) ?? [];
    if (!desks.has(desk))
      throw new SettingFault(
        `REQUEST_DESK_CATEGORIES: ${category} goes to a desk that REQUEST_DESKS does not name`,
      );
    return [category, { desk, serviceCode }] as const;
  });
  return { requestDesks, requestDeskCategories: new Map(categories) };
}

function deskKeyOf(name: string, protocol: string, value: string | undefined): string {
  const key = value?.replace(/^whsec_/, '');
  if (!key || isOfExample(key)) throw new SettingFault(`REQUEST_DESK_KEYS: ${name} needs a key of its own`);
  if (protocol === 'rest' && (!/^[A-Za-z0-9+/]+={0,2}$/.test(key) || Buffer.from(key, 'base64').length < 24))
    throw new SettingFault(`REQUEST_DESK_KEYS: ${name} needs at least 24 random bytes in base64`);
  return key;
}

/** `a=x,b=y`, each name once. @param known the names there are, where others make no sense */
function pairsOf(setting: string, env: Read, known?: ReadonlyMap<string, string>): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const each of listOf(env(setting))) {
    const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(each) ?? [];
    if (value === '' || pairs.has(name))
      throw new SettingFault(`${setting}: each is like name=value, and each name once`);
    if (known && !known.has(name)) throw new SettingFault(`${setting}: REQUEST_DESKS names no ${name}`);
    pairs.set(name, value);
  }
  return pairs;
}

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

/** Over TLS, or to this machine. */
function isPrivateWay(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && here);
}
