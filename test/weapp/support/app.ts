import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { until } from './until';
import { openedPage, type OpenPage } from './page';
import { loadJComponent } from './j-component';
import { type Answer, createWeChat, type Photo, type Request, type WeChat } from './we-chat';

export const dist = resolve(__dirname, '../../../dist/weapp');

/** Throws, with what to do, where the mini-program is not built. */
export function requireBuild(): void {
  if (!existsSync(join(dist, 'app.json'))) throw new Error('No dist/weapp. Run first: npm run build:weapp');
}

interface PageConfig {
  data?: object;
  [method: string]: unknown;
}
interface PageInstance {
  route: string;
  onLoad(query: object): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
}
interface Rendered {
  instance: PageInstance;
  _exparserNode: OpenPage['root'];
  attach(parent: Element): void;
  detach(): void;
}
interface Simulate {
  load(path: string, options: object): string;
  render(id: string): Rendered;
}
interface AppConfig {
  onLaunch(options: object): void;
  onShow(options: object): void;
  onError?(message: string): void;
}

export interface StartOptions {
  storage?: Map<string, unknown>;
  written?: Map<string, Buffer>;
  online?: boolean;
  language?: string;
  dark?: boolean;
  photos?: readonly Photo[];
  scans?: readonly string[];
  fetched?: string;
  answer(request: Request): Answer;
}

/** The compiled mini-program, running. */
export interface RunningApp extends Pick<
  WeChat,
  | 'requests'
  | 'attempts'
  | 'calls'
  | 'setOnline'
  | 'setDark'
  | 'keptPhotos'
  | 'setRemovable'
  | 'screen'
  | 'show'
  | 'fetch'
> {
  storage: Map<string, unknown>;
  openPage(path: string, query?: Record<string, string>): Promise<OpenPage>;
  /** The page on top. */
  page(): OpenPage;
  /** Until the page on top, whichever that is by then, says `words`. */
  waitFor(words: string): Promise<void>;
  until(holds: () => boolean): Promise<void>;
  /** Addresses that the app went to, in order: "redirectTo /packages/request/mine/index". */
  went: string[];
  /** Another app comes to the front, and this one waits behind it. */
  hide(): void;
  /** Ends it as closing WeChat does: what is in storage stays. */
  stop(): void;
}

const running = new Set<RunningApp>();

/** For `afterEach`: no app outlives its test. */
export function stopApps(): void {
  running.forEach((app) => app.stop());
}

/**
 * Starts dist/weapp from cold, in a module registry of its own. The order matters: Taro looks at `wx` once, when
 * app.js is read.
 */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  requireBuild();
  const storage = options.storage ?? new Map<string, unknown>();
  const stack: { page: OpenPage; rendered: Rendered }[] = [];
  const errors: string[] = [];
  const went: string[] = [];
  const componentOf = new Map<string, string>();

  jest.resetModules();
  const { exparser, ids } = loadJComponent();
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const weChat = createWeChat({
    storage,
    written: options.written ?? new Map<string, Buffer>(),
    online: options.online ?? true,
    language: options.language ?? 'zh_CN',
    dark: options.dark ?? false,
    photos: options.photos ?? [],
    scans: options.scans ?? [],
    fetched: options.fetched,
    answer: options.answer,
    async onNavigate(how, url) {
      went.push(`${how} ${url}`.trim());
      if (how !== 'navigateTo') leave();
      if (how === 'navigateBack') return void stack.at(-1)?.rendered.instance.onShow?.();
      const [path = '', query = ''] = url.replace(/^\//, '').split('?');
      await openPage(path, Object.fromEntries(new URLSearchParams(query)));
    },
  });
  let config: AppConfig | undefined;
  Object.assign(globalThis, {
    wx: weChat.wx,
    App: (given: AppConfig) => void (config = given),
    getApp: () => config,
    getCurrentPages: () => stack.map(({ rendered }) => rendered.instance),
    Page: ({ data, ...methods }: PageConfig) =>
      (globalThis as unknown as { Component(definition: object): void }).Component({
        data,
        methods,
        options: { classPrefix: '' },
      }),
  });
  jest.requireActual(join(dist, 'app.js'));
  if (!config) throw new Error('app.js registered no App');
  Object.defineProperty(config, 'onError', { value: (message: string) => void errors.push(message) });
  config.onLaunch({ path: 'pages/code/index', query: {} });
  config.onShow({ path: 'pages/code/index', query: {} });

  function leave(): void {
    const left = stack.pop();
    left?.rendered.instance.onUnload?.();
    left?.rendered.detach();
  }

  function load(path: string): string {
    const known = componentOf.get(path);
    if (known) return known;
    const { usingComponents = {} } = JSON.parse(readFileSync(join(dist, `${path}.json`), 'utf8')) as {
      usingComponents?: Record<string, string>;
    };
    const registered = Object.fromEntries(
      Object.entries(usingComponents).flatMap(([name, at]) => {
        const id = ids.get(join(dist, path, '..', at));
        return id ? [[name, id]] : [];
      }),
    );
    const id = simulate.load(join(dist, path), {
      rootPath: dist,
      compilerOptions: { maxBuffer: 64 << 20 },
      usingComponents: registered,
    });
    componentOf.set(path, id);
    return id;
  }

  async function openPage(path: string, query: Record<string, string> = {}): Promise<OpenPage> {
    const rendered = simulate.render(load(path));
    rendered.attach(document.body);
    const { instance } = rendered;
    instance.route = path;
    const page = openedPage(rendered._exparserNode, exparser, errors);
    stack.at(-1)?.rendered.instance.onHide?.();
    stack.push({ page, rendered });
    instance.onLoad(query);
    instance.onShow?.();
    instance.onReady?.();
    return Promise.resolve(page);
  }

  const app: RunningApp = {
    storage,
    requests: weChat.requests,
    attempts: weChat.attempts,
    calls: weChat.calls,
    setOnline: weChat.setOnline,
    setDark: weChat.setDark,
    keptPhotos: weChat.keptPhotos,
    setRemovable: weChat.setRemovable,
    screen: weChat.screen,
    show: weChat.show,
    fetch: weChat.fetch,
    went,
    openPage,
    hide: () => stack.at(-1)?.rendered.instance.onHide?.(),
    page() {
      const top = stack.at(-1);
      if (!top) throw new Error('no page is open');
      return top.page;
    },
    waitFor: (words) =>
      until(
        () => app.page().text().includes(words),
        () => `"${words}" never came. The page says: ${app.page().text()}`,
        errors,
      ),
    until: (holds) =>
      until(holds, () => `It never came to that. The page says: ${app.page().text()}`, errors),
    stop() {
      weChat.close();
      while (stack.length > 0) leave();
      running.delete(app);
    },
  };
  running.add(app);
  return app;
}
