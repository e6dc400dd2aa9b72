import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

interface File {
  id: string;
  name: string;
  type: string;
}

/** Bytes of a file that are kept on the phone: WeChat holds 1 MB a key as text, a third larger than the file. */
export const mostKept = isWeapp ? 700_000 : 10_000_000;

const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1);

/** Shows a picture or a document, given as a `data:` address. */
export async function openAttachment({ id, name, type }: File, dataUrl: string): Promise<void> {
  const picture = type.startsWith('image/');
  if (isWeapp) {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${id}.${type.split('/')[1] ?? 'pdf'}`;
    Taro.getFileSystemManager().writeFileSync(filePath, base64Of(dataUrl), 'base64');
    if (picture) await Taro.previewImage({ urls: [filePath] });
    else await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    return;
  }
  if (picture) return void (await Taro.previewImage({ urls: [`data:${type};base64,${base64Of(dataUrl)}`] }));
  const bytes = Uint8Array.from(atob(base64Of(dataUrl)), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
