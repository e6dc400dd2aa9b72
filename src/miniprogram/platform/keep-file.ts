import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Gives the person a text as a file of their own: the browser downloads it, WeChat sends it where they choose. */
export async function keepFile(name: string, text: string, type = 'application/json'): Promise<void> {
  if (isWeapp) {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
    const files = Taro.getFileSystemManager();
    files.writeFileSync(filePath, text, 'utf8');
    // Once handed over it need not lie on the phone.
    await Taro.shareFileMessage({ filePath, fileName: name }).finally(() => files.unlinkSync(filePath));
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
