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
  /** As a phone does at dusk and at dawn. */
  setDark(dark: boolean): void;
  /** The phone's screen, as the app has set it. */
  screen: { brightness: number; awake: boolean };
  /** Back to the front, as from another app. */
  show(): void;
  /** WeChat's periodic update has come while the app is open. */
  fetch(data: string): void;
  /** Photos that outlive the app's closing. */
  keptPhotos(): PhotoFile[];
  /** Whether files can be removed; a phone whose disk is in trouble refuses. */
  setRemovable(removable: boolean): void;
  /** From here on nothing answers: the app was closed. */
  close(): void;
}

/** Where WeChat lets a mini-program write. */
export const USER_DATA_PATH = 'http://usr';

export interface Photo {
  /** px. */
  width: number;
  height: number;
  /** What JPEG makes of it at best quality; a sharp, noisy picture has about 8. */
  bitsPerPixel: number;
  /** No picture is in the file. */
  broken?: true;
}

/** A file on the phone: what it shows, and what it weighs. */
interface PhotoFile extends Photo {
  bytes: number;
}

export interface WeChatOptions {
  /** Survives a restart when the same map is passed again. */
  storage: Map<string, unknown>;
  /** Files the mini-program wrote, by path; survive as the storage does. */
  written: Map<string, Buffer>;
  online: boolean;
  language: string;
  dark: boolean;
  /** What lies in the album: chosen by the person, in this order. */
  photos: readonly Photo[];
  /** What the scanner reads, one after the other; then the person turns back. */
  scans: readonly string[];
  answer(request: Request): Answer;
  /** What WeChat's periodic update brought while the app was closed. */
  fetched?: string | undefined;
  /** navigateTo, redirectTo, switchTab, navigateBack. */
  onNavigate(how: string, url: string): Promise<void>;
}

/** What `setStorage` wrote with `encrypt`: unreadable in the phone's files. */
export class Encrypted {
  constructor(readonly data: unknown) {}
}

const isSaved = (path: string): boolean => path.startsWith('http://store/');
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

/** A file arrives as the bytes it is, everything else as text. */
function dataOf(body: unknown): unknown {
  // By name: the bundle's ArrayBuffer may be another than the test's.
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') return body;
  return body === undefined ? '' : JSON.stringify(body);
}

/** A WeChat of which only what is here exists; everything answers later, as on the phone. */
export function createWeChat(options: WeChatOptions): WeChat {
  const { storage, written } = options;
  const requests: Request[] = [];
  const attempts: string[] = [];
  const calls = new Map<string, unknown[]>();
  const networkListeners = new Set<(status: object) => void>();
  const themeListeners = new Set<(change: { theme: string }) => void>();
  const shownListeners = new Set<() => void>();
  const fetchListeners = new Set<(came: object) => void>();
  const screen = { brightness: 0.4, awake: false };
  const files = new Map<string, PhotoFile>();
  const scans = [...options.scans];
  let dark = options.dark;
  let online = options.online;
  let removable = true;
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
    return (asked: Options = {}): Promise<object> | undefined => {
      calls.set(name, [...(calls.get(name) ?? []), asked]);
      const called = (given: Options): void => void setTimeout(() => void answer(given));
      // As WeChat does: whoever brings no callback gets a promise.
      if (!asked.success && !asked.fail && !asked.complete)
        return new Promise((success, fail) => called({ ...asked, success, fail }));
      called(asked);
      return undefined;
    };
  };
  const navigate = (name: string) =>
    api(name, ({ url }) => options.onNavigate(name, typeof url === 'string' ? url : ''));
  const fileAt = (path: unknown): PhotoFile => {
    const file = files.get(String(path));
    if (!file) throw new Error('no such file');
    return file;
  };
  const put = (kind: string, photo: Photo, quality: number): string => {
    const path = `http://${kind}/${files.size}.jpg`;
    const bytes = (photo.width * photo.height * photo.bitsPerPixel * quality) / 100 / 8;
    files.set(path, { ...photo, bytes });
    return path;
  };
  const networkType = (): string => (online ? 'wifi' : 'none');

  const wx: Record<string, unknown> = {
    env: { USER_DATA_PATH },
    arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64'),
    request(asked: Options) {
      attempts.push(String(asked['url']));
      void api('request', () => {
        if (!online) throw new Error('no network');
        const request = readRequest(asked);
        requests.push(request);
        const { status, body } = options.answer(request);
        return { statusCode: status, header: {}, data: dataOf(body) };
      })(asked);
      return { abort: () => undefined };
    },
    connectSocket(asked: Options) {
      void api('connectSocket', () => ({}))(asked);
      return {
        onOpen: () => undefined,
        onMessage: () => undefined,
        onClose: () => undefined,
        onError: () => undefined,
        send: () => undefined,
        close: () => undefined,
      };
    },
    getStorage: api('getStorage', ({ key, encrypt = false }) => {
      const kept = storage.get(String(key));
      // What was written encrypted reads so only, and the other way round.
      if (!storage.has(String(key)) || encrypt !== kept instanceof Encrypted)
        throw new Error('data not found');
      return { data: kept instanceof Encrypted ? kept.data : kept };
    }),
    setStorage: api('setStorage', ({ key, data, encrypt }) => {
      storage.set(String(key), encrypt ? new Encrypted(copy(data)) : copy(data));
    }),
    getStorageInfo: api('getStorageInfo', () => ({ keys: [...storage.keys()] })),
    removeStorage: api('removeStorage', ({ key }) => void storage.delete(String(key))),
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: randomFillSync(new Uint8Array(Number(length))).buffer,
    })),
    getNetworkType: api('getNetworkType', () => ({ networkType: networkType() })),
    onNetworkStatusChange: (listener: (status: object) => void) => void networkListeners.add(listener),
    getAppBaseInfo: () => ({
      language: options.language,
      theme: dark ? 'dark' : 'light',
      fontSizeScaleFactor: 1,
    }),
    getDeviceInfo: () => ({ brand: 'Apple', model: 'iPhone 12', system: 'iOS 17.4', platform: 'ios' }),
    onAppShow: (listener: () => void) => void shownListeners.add(listener),
    getScreenBrightness: api('getScreenBrightness', () => ({ value: screen.brightness })),
    setScreenBrightness: api('setScreenBrightness', ({ value }) => {
      screen.brightness = Number(value);
    }),
    setKeepScreenOn: api('setKeepScreenOn', ({ keepScreenOn }) => {
      screen.awake = keepScreenOn === true;
    }),
    setBackgroundFetchToken: api('setBackgroundFetchToken', () => undefined),
    getBackgroundFetchData: api('getBackgroundFetchData', ({ fetchType }) => {
      if (fetchType !== 'periodic' || options.fetched === undefined) throw new Error('no data');
      return { fetchType, fetchedData: options.fetched, timeStamp: Date.now() };
    }),
    onBackgroundFetchData: (listener: (came: object) => void) => void fetchListeners.add(listener),
    getWindowInfo: () => ({ statusBarHeight: 20, pixelRatio: 2, windowWidth: 375, windowHeight: 667 }),
    getSystemInfoSync: () => ({ platform: 'devtools', windowWidth: 375, windowHeight: 667 }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, height: 32, left: 278, right: 365, width: 87 }),
    getLaunchOptionsSync: () => ({ path: 'pages/code/index', query: {} }),
    getEnterOptionsSync: () => ({ path: 'pages/code/index', query: {} }),
    onThemeChange: (listener: (change: { theme: string }) => void) => void themeListeners.add(listener),
    offThemeChange: (listener: (change: { theme: string }) => void) => void themeListeners.delete(listener),
    setNavigationBarColor: api('setNavigationBarColor', () => undefined),
    setNavigationBarTitle: api('setNavigationBarTitle', () => undefined),
    pageScrollTo: api('pageScrollTo', () => undefined),
    login: api('login', () => ({ code: 'wechat-code' })),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => undefined),
    // Whoever is asked says yes.
    requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept'])),
    ),
    makePhoneCall: api('makePhoneCall', () => undefined),
    getLocation: api('getLocation', () => ({ longitude: 120.07, latitude: 30.31 })),
    vibrateShort: api('vibrateShort', () => undefined),
    vibrateLong: api('vibrateLong', () => undefined),
    scanCode: api('scanCode', () => {
      const result = scans.shift();
      if (result === undefined) throw new Error('cancel');
      return { result };
    }),
    chooseMedia: api('chooseMedia', ({ count }) => ({
      tempFiles: options.photos
        .slice(0, Number(count))
        .map((photo) => ({ tempFilePath: put('tmp', photo, 100), fileType: 'image' })),
    })),
    getImageInfo: api('getImageInfo', ({ src }) => {
      const { width, height, broken } = fileAt(src);
      if (broken) throw new Error('image decode error');
      return { width, height, path: src };
    }),
    compressImage: api('compressImage', ({ src, quality, compressedWidth }) => {
      const photo = fileAt(src);
      const width = Number(compressedWidth);
      const height = Math.round((photo.height * width) / photo.width);
      return { tempFilePath: put('tmp', { ...photo, width, height }, Number(quality)) };
    }),
    saveFile: api('saveFile', ({ tempFilePath }) => {
      const savedFilePath = `http://store/${files.size}.jpg`;
      files.set(savedFilePath, fileAt(tempFilePath));
      return { savedFilePath };
    }),
    getFileSystemManager: () => ({
      getFileInfo: api('getFileInfo', ({ filePath }) => ({ size: fileAt(filePath).bytes })),
      removeSavedFile: api('removeSavedFile', ({ filePath }) => {
        if (!removable) throw new Error('operation not permitted');
        fileAt(filePath);
        files.delete(String(filePath));
      }),
      readdirSync: () => [...written.keys()].map((path) => path.slice(USER_DATA_PATH.length + 1)),
      writeFile: api('writeFile', ({ filePath, data, encoding }) => {
        if (!removable) throw new Error('the maximum size of the file storage limit is exceeded');
        written.set(String(filePath), Buffer.from(String(data), encoding as BufferEncoding));
      }),
      unlinkSync: (path: string) => {
        if (!written.delete(path)) throw new Error('no such file or directory');
      },
    }),
    openDocument: api('openDocument', ({ filePath }) => {
      if (!written.has(String(filePath))) throw new Error('file not exists');
    }),
    getSavedFileList: api('getSavedFileList', () => ({
      fileList: [...files.keys()].filter(isSaved).map((filePath) => ({ filePath })),
    })),
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
    setDark(now) {
      dark = now;
      themeListeners.forEach((listener) => listener({ theme: now ? 'dark' : 'light' }));
    },
    screen,
    show: () => shownListeners.forEach((listener) => listener()),
    fetch: (fetchedData) =>
      fetchListeners.forEach((listener) =>
        listener({ fetchType: 'periodic', fetchedData, timeStamp: Date.now() }),
      ),
    keptPhotos: () => [...files].flatMap(([path, file]) => (isSaved(path) ? [file] : [])),
    setRemovable: (can) => void (removable = can),
    close: () => void (closed = true),
  };
}
