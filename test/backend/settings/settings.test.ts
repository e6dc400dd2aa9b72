import { readSettings, SettingFault } from '../../../src/backend/settings';

const read = (environment: Record<string, string> = {}, args: string[] = []) =>
  readSettings(environment, args, '/srv/linli');

const deskKey = Buffer.alloc(24, 'sesame').toString('base64');
const template = 'TJ-aB_0123456789012345678901234567890123456';
const wechat = { WECHAT_APP_ID: 'wx0', WECHAT_APP_SECRET: 'sesame' };
const oneDesk = {
  REQUEST_DESKS: 'county=rest:https://a',
  REQUEST_DESK_NAMES: 'county=县平台/County',
  REQUEST_DESK_KEYS: `county=${deskKey}`,
};

describe('settings', () => {
  it('have defaults for a demo on this machine', () => {
    expect(read()).toEqual({
      production: false,
      workers: 1,
      host: '127.0.0.1',
      port: 8710,
      dataDir: '/srv/linli/.data',
      databaseUrl: undefined,
      issuerKeyFile: '/srv/linli/.data/issuer-key.pem',
      personKeyFile: '/srv/linli/.data/person-key',
      backupKeyFile: '/srv/linli/.data/backup-key',
      deletionJournal: '/srv/linli/.data/deletions.jsonl',
      realName: undefined,
      colourSignaturesAbove: 100,
      workHours: [
        { from: 510, until: 720 },
        { from: 810, until: 1050 },
      ],
      healthSources: [],
      warningFeeds: [],
      requestDesks: [],
      requestDeskCategories: new Map(),
      publicUrl: 'http://127.0.0.1:8710',
      filesDir: '/srv/linli/.data/files',
      webDir: undefined,
      county: '330106',
      regions: ['33'],
      noticeApproval: { severities: [] },
      wechat: undefined,
      trustProxy: false,
      logLevel: 'warn',
    });
  });

  it('take an empty variable as absent', () => {
    expect(read({ PORT: '', DATABASE_URL: '', COUNTY: '' })).toEqual(read());
  });

  it('read each variable', () => {
    expect(
      read({
        PORT: '0',
        HOST: '::',
        DATA_DIR: 'data',
        DATABASE_URL: 'postgres://linli:sesame@db/linli',
        ISSUER_KEY: '/etc/linli/key.pem',
        BACKUP_KEY: '/etc/linli/backup-key',
        DELETION_JOURNAL: '/mnt/backups/deletions.jsonl',
        FILES_DIR: 'photos',
        PUBLIC_URL: 'https://linli.example.gov.cn/',
        WEB_DIR: 'web',
        COUNTY: '310104',
        REGIONS: '31, 33',
        WECHAT_APP_ID: 'wx0123456789abcdef',
        WECHAT_APP_SECRET: 'open-sesame',
        WECHAT_TEMPLATES: `notice=${template}/thing1:what/time2:time`,
        REAL_NAME_URL: 'https://real-name.example/v1/check',
        REAL_NAME_TOKEN: 'open-barley',
        COLOUR_SIGNATURES_ABOVE: '20',
        NOTICE_APPROVAL: 'Severe, Extreme',
        WORK_HOURS: '09:00-17:00',
        HEALTH_SOURCE_URL: 'city=https://city.example/linli/, province=https://province.example',
        HEALTH_SOURCE_TOKEN: 'open-rye,open-oats',
        WARNING_FEEDS: 'weather=https://w.example/cap/feed?lang=zh, flood=http://127.0.0.1:9/rss',
        REQUEST_DESKS:
          'city=open311:https://311.example.gov.cn/v2/?jurisdiction_id=hz, county=rest:https://c.example.gov.cn/linli',
        REQUEST_DESK_NAMES: 'city=市城管平台/City works,county=县综治平台/County platform',
        REQUEST_DESK_KEYS: `city=open-millet,county=whsec_${deskKey}`,
        REQUEST_DESK_CATEGORIES: 'rubbish=city/0421,stairs-light=county',
        TRUST_PROXY: '1',
        LOG_LEVEL: 'debug',
        PRODUCTION: 'true',
      }),
    ).toEqual({
      production: true,
      workers: 1,
      noticeApproval: { severities: ['Extreme', 'Severe'] },
      host: '::',
      port: 0,
      dataDir: '/srv/linli/data',
      databaseUrl: 'postgres://linli:sesame@db/linli',
      issuerKeyFile: '/etc/linli/key.pem',
      personKeyFile: '/etc/linli/person-key',
      backupKeyFile: '/etc/linli/backup-key',
      deletionJournal: '/mnt/backups/deletions.jsonl',
      realName: { url: 'https://real-name.example/v1/check', token: 'open-barley' },
      colourSignaturesAbove: 20,
      workHours: [{ from: 540, until: 1020 }],
      healthSources: [
        { name: 'city', url: 'https://city.example/linli', token: 'open-rye' },
        { name: 'province', url: 'https://province.example', token: 'open-oats' },
      ],
      warningFeeds: [
        { name: 'weather', url: 'https://w.example/cap/feed?lang=zh' },
        { name: 'flood', url: 'http://127.0.0.1:9/rss' },
      ],
      requestDesks: [
        {
          name: 'city',
          title: { zh: '市城管平台', en: 'City works' },
          protocol: 'open311',
          url: 'https://311.example.gov.cn/v2',
          query: { jurisdiction_id: 'hz' },
          key: 'open-millet',
        },
        {
          name: 'county',
          title: { zh: '县综治平台', en: 'County platform' },
          protocol: 'rest',
          url: 'https://c.example.gov.cn/linli',
          query: {},
          key: deskKey,
        },
      ],
      requestDeskCategories: new Map([
        ['rubbish', { desk: 'city', serviceCode: '0421' }],
        ['stairs-light', { desk: 'county', serviceCode: 'stairs-light' }],
      ]),
      publicUrl: 'https://linli.example.gov.cn',
      filesDir: '/srv/linli/photos',
      webDir: '/srv/linli/web',
      county: '310104',
      regions: ['31', '33'],
      wechat: {
        appId: 'wx0123456789abcdef',
        appSecret: 'open-sesame',
        origin: 'https://api.weixin.qq.com',
        templates: new Map([['notice', { id: template, fields: { thing1: 'what', time2: 'time' } }]]),
      },
      trustProxy: true,
      logLevel: 'debug',
    });
    expect(read({ REGIONS: 'all' }).regions).toBe('all');
    expect(read({ HOST: '::1', PORT: '1' }).publicUrl).toBe('http://[::1]:1');
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'http' }, /^PORT: "http" is not a port/],
    [{ PORT: '65536' }, /^PORT: /],
    [{ PORT: '-1' }, /^PORT: /],
    [{ PUBLIC_URL: 'linli.example.gov.cn' }, /^PUBLIC_URL: .* is not an http\(s\) address$/],
    [{ DATABASE_URL: 'mysql://u:sesame@db/x' }, /^DATABASE_URL: not a postgres:\/\/ address$/],
    [{ DATABASE_URL: 'sesame' }, /^DATABASE_URL: not a postgres:\/\/ address$/],
    [{ COUNTY: '3301' }, /^COUNTY: "3301" is not a six-digit/],
    [{ REGIONS: 'Zhejiang' }, /^REGIONS: /],
    [{ REGIONS: '31' }, /^REGIONS: must contain the province of COUNTY \(33\)/],
    [{ TRUST_PROXY: 'perhaps' }, /^TRUST_PROXY: "perhaps" is neither/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: "loud" is none of/],
    [{ WECHAT_APP_ID: 'wx0' }, /give both or neither/],
    [{ WECHAT_TEMPLATES: `notice=${template}/thing1:what` }, /^WECHAT_TEMPLATES: needs WECHAT_APP_ID/],
    [{ ...wechat, WECHAT_TEMPLATES: template }, /^WECHAT_TEMPLATES: each is like name=value/],
    [{ ...wechat, WECHAT_TEMPLATES: `news=${template}/thing1:what` }, /^WECHAT_TEMPLATES: "news" is none of/],
    [
      { ...wechat, WECHAT_TEMPLATES: `colour=${template}/thing1:state` },
      /^WECHAT_TEMPLATES: colour is not like colour=<template id>\/thing1:what/,
    ],
    [{ HEALTH_SOURCE_URL: 'https://a' }, /^HEALTH_SOURCE_URL and HEALTH_SOURCE_TOKEN: give as many/],
    [
      { HEALTH_SOURCE_URL: 'https://a', HEALTH_SOURCE_TOKEN: 'linli' },
      /^HEALTH_SOURCE_TOKEN: that is an example/,
    ],
    [
      { HEALTH_SOURCE_URL: 'http://a.example', HEALTH_SOURCE_TOKEN: 't' },
      /^HEALTH_SOURCE_URL: city needs an https/,
    ],
    [
      { HEALTH_SOURCE_URL: 'here=https://a', HEALTH_SOURCE_TOKEN: 't' },
      /^HEALTH_SOURCE_URL: each needs a name/,
    ],
    [
      { HEALTH_SOURCE_URL: 'https://a,https://b', HEALTH_SOURCE_TOKEN: 't,u' },
      /^HEALTH_SOURCE_URL: each needs a name of its own/,
    ],
    [{ WARNING_FEEDS: 'https://a' }, /^WARNING_FEEDS: each is like name=value/],
    [{ WARNING_FEEDS: 'file=https://a' }, /^WARNING_FEEDS: "file" is no name/],
    [{ WARNING_FEEDS: 'w=http://a.example/' }, /^WARNING_FEEDS: w needs an https/],
    [{ ...oneDesk, REQUEST_DESKS: 'https://a' }, /^REQUEST_DESKS: each is like name=value/],
    [{ ...oneDesk, REQUEST_DESKS: 'county=soap:https://a' }, /^REQUEST_DESKS: each is like city=open311/],
    [{ ...oneDesk, REQUEST_DESKS: 'county=rest:http://a' }, /^REQUEST_DESKS: county needs an https/],
    [{ ...oneDesk, REQUEST_DESK_NAMES: 'county=县平台' }, /^REQUEST_DESK_NAMES: county needs its name/],
    [{ ...oneDesk, REQUEST_DESK_NAMES: 'city=市/City' }, /^REQUEST_DESK_NAMES: REQUEST_DESKS names no city/],
    [{ ...oneDesk, REQUEST_DESK_KEYS: '' }, /^REQUEST_DESK_KEYS: county needs a key of its own/],
    [{ ...oneDesk, REQUEST_DESK_KEYS: 'county=sesame' }, /^REQUEST_DESK_KEYS: county needs at least 24/],
    [
      { ...oneDesk, REQUEST_DESK_CATEGORIES: 'rubbish=city' },
      /^REQUEST_DESK_CATEGORIES: rubbish goes to a desk/,
    ],
    [
      { ...oneDesk, REQUEST_DESK_CATEGORIES: 'a=county,a=county' },
      /^REQUEST_DESK_CATEGORIES: .* each name once/,
    ],
    [{ REAL_NAME_TOKEN: 'sesame' }, /^REAL_NAME_URL and REAL_NAME_TOKEN: give both or neither/],
    [{ REAL_NAME_URL: 'https://a', REAL_NAME_TOKEN: 'changeme' }, /^REAL_NAME_TOKEN: that is an example/],
    [{ REAL_NAME_URL: 'http://a.example', REAL_NAME_TOKEN: 'sesame' }, /^REAL_NAME_URL: needs an https/],
    [{ REAL_NAME_URL: 'here', REAL_NAME_TOKEN: 'sesame' }, /^REAL_NAME_URL: needs an https/],
    [{ WECHAT_APP_SECRET: 'sesame' }, /give both or neither/],
    [{ WECHAT_APP_ID: 'wx0', WECHAT_APP_SECRET: 'changeme' }, /^WECHAT_APP_SECRET: that is an example/],
    [{ WECHAT_APP_ID: 'wx0', WECHAT_APP_SECRET: 'sesame', WECHAT_API: 'here' }, /^WECHAT_API: /],
  ])('%p is refused in one line that quotes no secret', (environment, message) => {
    expect(() => read(environment)).toThrow(SettingFault);
    expect(() => read(environment)).toThrow(message);
    expect(() => read(environment)).not.toThrow(/sesame|\n/);
  });

  it('refuse an unknown option', () => {
    expect(() => read({}, ['--prodution'])).toThrow(
      '--prodution: unknown option; there are --production and --workers <number>',
    );
  });

  describe('in production', () => {
    const county = { COUNTY: '330106', ISSUER_KEY: '/etc/linli/key.pem' };

    it('need the county and the key to be named', () => {
      expect(read(county, ['--production'])).toMatchObject({ production: true, logLevel: 'info' });
      expect(() => read({ ...county, COUNTY: '' }, ['--production'])).toThrow(/^COUNTY: production needs/);
      expect(() => read({ ...county, ISSUER_KEY: '' }, ['--production'])).toThrow(
        /^ISSUER_KEY: production needs/,
      );
    });

    it.each(['postgres', 'password', 'linli', ''])('refuse a database password such as "%s"', (password) => {
      const url = `postgres://linli:${password}@db.internal/linli`;
      expect(() => read({ ...county, DATABASE_URL: url }, ['--production'])).toThrow(/^DATABASE_URL: /);
    });

    it('let a database be reached through a socket without a password', () => {
      const url = 'postgres://linli@localhost/linli?host=/run/postgresql';
      expect(read({ ...county, DATABASE_URL: url }, ['--production']).databaseUrl).toBe(url);
    });
  });
});
