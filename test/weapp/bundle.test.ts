import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import postcss, { type Declaration, type Rule } from 'postcss';
import { dist, requireBuild } from './support/app';

/** Files of the bundle by path, without the notices of licences, which quote addresses. */
function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return path.endsWith('.LICENSE.txt')
      ? []
      : [{ path: relative(dist, path), text: readFileSync(path, 'utf8') }];
  });
}

interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; text: string }[] };
}

beforeAll(requireBuild);

const app = (): AppJson => JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson;

test('no schema library travels to the phone: the contract’s types are enough there', () => {
  // Each names itself so in whatever it is compiled to.
  const libraries = /TypeBox\.Kind|ZodError|ajv\/dist|fast-uri/;
  expect(filesOf(dist).filter(({ text }) => libraries.test(text))).toEqual([]);
});

test('no rules travel to the phone: the server decides, the phone gets what is said', () => {
  const runs = /plusTime|dccDateOfBirth|LL-[RY]-\d{4}/;
  expect(filesOf(dist).filter(({ text }) => runs.test(text))).toEqual([]);
});

test('no host is in it but the configured backend', () => {
  const backend = new URL(process.env['BACKEND_URL'] ?? 'http://127.0.0.1:8710').host;
  // Names that nobody calls: XML namespaces, React's page of error texts, Taro's stand-in for a page's address.
  const names = ['www.w3.org', 'reactjs.org', 'taro.com'];
  const withoutComments = ({ path, text }: { path: string; text: string }): string =>
    path.endsWith('.wxss') ? text.replace(/\/\*.*?\*\//gs, '') : text;
  const hosts = new Set(
    filesOf(dist).flatMap((file) =>
      [...withoutComments(file).matchAll(/(?:https?|wss?):\/\/([\w.:-]+)/g)].map(([, host = '']) => host),
    ),
  );
  expect([...hosts].filter((host) => !names.includes(host))).toEqual([backend]);
});

test('four tabs, in order', () => {
  expect(app().tabBar.list).toEqual([
    { pagePath: 'pages/code/index', text: '亮码' },
    { pagePath: 'pages/services/index', text: '办事' },
    { pagePath: 'pages/notices/index', text: '通知' },
    { pagePath: 'pages/me/index', text: '我的' },
  ]);
});

test('the main package has templates of what pages are made of, and of nothing else that takes room', () => {
  const drawn = new Set(readFileSync(join(dist, 'base.wxml'), 'utf8').match(/(?<=<)[a-z-]+(?= )/g));
  const pages = ['image', 'input', 'picker', 'text', 'textarea', 'view'];
  const taro = ['block', 'comp', 'template', 'wxs'];
  expect([...drawn].sort()).toEqual([...pages, ...taro].sort());
  // What has none would be drawn as nothing.
  const uses = /\bScrollView\b|\bcatchMove\b/;
  expect(filesOf(join(__dirname, '../../src/miniprogram')).filter(({ text }) => uses.test(text))).toEqual([]);
});

test('every page that app.json names is there', () => {
  const { pages, subPackages } = app();
  const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
  expect(all.length).toBeGreaterThan(pages.length);
  const needed = all.flatMap((page) => ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`));
  expect(needed.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
});

/** Every declaration of the styles, with its rule. The web app is made of the same sheets. */
function styles(): { rule: Rule; declared: Declaration }[] {
  const found: { rule: Rule; declared: Declaration }[] = [];
  for (const { path, text } of filesOf(dist).filter(({ path }) => path.endsWith('.wxss')))
    postcss.parse(text, { from: path }).walkDecls((declared) => {
      if (declared.parent?.type === 'rule') found.push({ rule: declared.parent as Rule, declared });
    });
  expect(found.length).toBeGreaterThan(100);
  return found;
}

test('rows keep their distances on iOS 13 and Chrome 79, where only grids know gap', () => {
  const isGrid = (rule: Rule): boolean =>
    rule.some((node) => node.type === 'decl' && node.prop === 'display' && /grid$/.test(node.value));
  const gaps = styles().filter(
    ({ rule, declared }) => /^(row-|column-)?gap$/.test(declared.prop) && !isGrid(rule),
  );
  expect(gaps.map(({ rule, declared }) => `${rule.selector} { ${String(declared)} }`)).toEqual([]);
});

test('WeChat can compile every selector: it stops at "*"', () => {
  const universal = styles().filter(({ rule }) => /(^|[\s>+~,])\*/.test(rule.selector));
  expect(universal.map(({ rule }) => rule.selector)).toEqual([]);
});
