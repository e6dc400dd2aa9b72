import { randomFillSync } from 'node:crypto';

/** What the mini-program asked of the backend. */
export interface Request {
  method: string;
  /** Without the query: "/v1/me". */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}
export interface Answer {
  status: number;
  body?: unknown;
}

interface Callbacks {
  success?(result: object): void;
  fail?(error: { errMsg: string }): void;
  complete?(result: object): void;
}
type Options = Callbacks & Record<string, unknown>;

export interface WeChat {
  /** The global object of the mini-program. */
  wx: Record<string, unknown>;
  /** What reached the backend. */
  requests: Request[];
  /** Addresses it tried to reach, whether or not there was a network. */
  attempts: string[];
  /** Calls made to the phone: makePhoneCall, setNavigationBarTitle … by name. */
  calls: Map<string, unknown[]>;
  setOnline(online: boolean): void;
  /** From here on nothing answers: the app was closed. */
  close(): void;
}

export interface WeChatOptions {
  /** Survives a restart when the same map is passed again. */
  storage: Map<string, unknown>;
  online: boolean;
  language: string;
  answer(request: Request): Answer;
  /** navigateTo, redirectTo, switchTab, navigateBack. */
  onNavigate(how: string, url: string): Promise<void>;
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

function readRequest(options: Options): Request {
  const url = new URL(String(options['url']));
  const data = options['data'];
  return {
    method: String(options['method'] ?? 'GET'),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: (options['header'] ?? {}) as Record<string, string>,
    body: typeof data === 'string' ? (JSON.parse(data) as unknown) : undefined,
  };
}

/** A WeChat of which only what is here exists; everything answers later, as on the phone. */
export function createWeChat(options: WeChatOptions): WeChat {
  const { storage } = options;
  const requests: Request[] = [];
  const attempts: string[] = [];
  const calls = new Map<string, unknown[]>();
  const networkListeners = new Set<(status: object) => void>();
  let online = options.online;
  let closed = false;

  /** An asynchronous API: `act` gives its result, or throws what `fail` hears. */
  const api = (name: string, act: (asked: Options) => object | void | Promise<object | void>) => {
    const answer = async (asked: Options): Promise<void> => {
      if (closed) return;
      const [succeeded, result] = await Promise.resolve(asked)
        .then(act)
        .then(
          (given) => [true, { errMsg: `${name}:ok`, ...given }] as const,
          (error: Error) => [false, { errMsg: `${name}:fail ${error.message}` }] as const,
        );
      if (succeeded) asked.success?.(result);
      else asked.fail?.(result);
      asked.complete?.(result);
    };
    return (asked: Options = {}): void => {
      calls.set(name, [...(calls.get(name) ?? []), asked]);
      setTimeout(() => void answer(asked));
    };
  };
  const navigate = (name: string) =>
    api(name, ({ url }) => options.onNavigate(name, typeof url === 'string' ? url : ''));
  const networkType = (): string => (online ? 'wifi' : 'none');

  const wx: Record<string, unknown> = {
    request(asked: Options) {
      attempts.push(String(asked['url']));
      api('request', () => {
        if (!online) throw new Error('no network');
        const request = readRequest(asked);
        requests.push(request);
        const { status, body } = options.answer(request);
        return { statusCode: status, header: {}, data: body === undefined ? '' : JSON.stringify(body) };
      })(asked);
      return { abort: () => undefined };
    },
    connectSocket(asked: Options) {
      api('connectSocket', () => ({}))(asked);
      return {
        onOpen: () => undefined,
        onMessage: () => undefined,
        onClose: () => undefined,
        onError: () => undefined,
        send: () => undefined,
        close: () => undefined,
      };
    },
    getStorage: api('getStorage', ({ key }) => {
      if (!storage.has(String(key))) throw new Error('data not found');
      return { data: storage.get(String(key)) };
    }),
    setStorage: api('setStorage', ({ key, data }) => void storage.set(String(key), copy(data))),
    removeStorage: api('removeStorage', ({ key }) => void storage.delete(String(key))),
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: randomFillSync(new Uint8Array(Number(length))).buffer,
    })),
    getNetworkType: api('getNetworkType', () => ({ networkType: networkType() })),
    onNetworkStatusChange: (listener: (status: object) => void) => void networkListeners.add(listener),
    getAppBaseInfo: () => ({ language: options.language, theme: 'light', fontSizeScaleFactor: 1 }),
    getWindowInfo: () => ({ statusBarHeight: 20, pixelRatio: 2, windowWidth: 375, windowHeight: 667 }),
    getSystemInfoSync: () => ({ platform: 'devtools', windowWidth: 375, windowHeight: 667 }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, height: 32, right: 365, width: 87 }),
    getLaunchOptionsSync: () => ({ path: 'pages/code/index', query: {} }),
    getEnterOptionsSync: () => ({ path: 'pages/code/index', query: {} }),
    setNavigationBarTitle: api('setNavigationBarTitle', () => undefined),
    login: api('login', () => ({ code: 'wechat-code' })),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => undefined),
    makePhoneCall: api('makePhoneCall', () => undefined),
    getLocation: api('getLocation', () => ({ longitude: 120.07, latitude: 30.31 })),
    navigateTo: navigate('navigateTo'),
    redirectTo: navigate('redirectTo'),
    switchTab: navigate('switchTab'),
    navigateBack: navigate('navigateBack'),
    nextTick: (act: () => void) => void setTimeout(act),
    canIUse: () => true,
    // Nothing is laid out here: every question about sizes is answered with nothing.
    createSelectorQuery: () => {
      const query = {
        in: () => query,
        select: () => query,
        fields: () => query,
        boundingClientRect: () => query,
        node: () => query,
        exec: (done?: (found: unknown[]) => void) => void done?.([null]),
      };
      return query;
    },
  };
  return {
    wx,
    requests,
    attempts,
    calls,
    setOnline(now) {
      online = now;
      networkListeners.forEach((listener) => listener({ isConnected: now, networkType: networkType() }));
    },
    close: () => void (closed = true),
  };
}
