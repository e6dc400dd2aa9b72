import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';
import { keepFile } from './keep-file';
import { storage } from './storage';

interface File {
  id: string;
  name: string;
  type: string;
}

/**
 * Files that go with notices, on this phone. In WeChat they lie as files: it holds 200 MB of a mini-program's own, but
 * 1 MB under a key of its storage. In a browser they lie among the values, and go with those.
 */
interface KeptAttachments {
  ids(): Promise<string[]>;
  /** `dataUrl`: its content as a `data:` address. Rejects where the phone is full. */
  keep(file: File, dataUrl: string): Promise<void>;
  drop(id: string): Promise<void>;
  /** Shows a picture or a document. False where it is not kept. */
  show(file: File): Promise<boolean>;
}

const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1);

const prefix = 'attachment-';
const folder = (): string => Taro.env.USER_DATA_PATH ?? '';
const endingOf = ({ type }: File): string => type.split('/')[1] ?? 'pdf';
const namesInWeapp = (): string[] =>
  Taro.getFileSystemManager()
    .readdirSync(folder())
    .filter((name) => name.startsWith(prefix));
const idOf = (name: string): string => name.slice(prefix.length).split('.')[0] ?? '';
const pathOf = (file: File): string => `${folder()}/${prefix}${file.id}.${endingOf(file)}`;

const inWeapp: KeptAttachments = {
  ids: () => Promise.resolve(namesInWeapp().map(idOf)),
  keep: (file, data) =>
    new Promise((resolve, reject) => {
      Taro.getFileSystemManager().writeFile({
        filePath: pathOf(file),
        data: base64Of(data),
        encoding: 'base64',
        success: () => resolve(),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    }),
  drop(id) {
    for (const name of namesInWeapp().filter((each) => idOf(each) === id))
      Taro.getFileSystemManager().unlinkSync(`${folder()}/${name}`);
    return Promise.resolve();
  },
  async show(file) {
    if (!namesInWeapp().map(idOf).includes(file.id)) return false;
    const filePath = pathOf(file);
    if (file.type.startsWith('image/')) await Taro.previewImage({ urls: [filePath] });
    else await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    return true;
  },
};

const keyPrefix = 'attachment/';

const inBrowser: KeptAttachments = {
  ids: async () =>
    (await storage.keys()).flatMap((key) => (key.startsWith(keyPrefix) ? [key.slice(keyPrefix.length)] : [])),
  keep: ({ id }, dataUrl) => storage.set(keyPrefix + id, dataUrl),
  drop: (id) => storage.remove(keyPrefix + id),
  async show({ id, name, type }) {
    const dataUrl = await storage.get<string>(keyPrefix + id);
    if (dataUrl === undefined) return false;
    if (type.startsWith('image/')) {
      await Taro.previewImage({ urls: [`data:${type};base64,${base64Of(dataUrl)}`] });
      return true;
    }
    const bytes = Uint8Array.from(atob(base64Of(dataUrl)), (letter) => letter.charCodeAt(0));
    await keepFile(name, bytes, type);
    return true;
  },
};

export const keptAttachments: KeptAttachments = isWeapp ? inWeapp : inBrowser;

export async function dropAllAttachments(): Promise<void> {
  for (const id of await keptAttachments.ids()) await keptAttachments.drop(id);
}
