import Taro from '@tarojs/taro';
import { isWeapp } from './is-weapp';

/** Gives the person a file of their own: the browser downloads it, WeChat sends it where they choose. */
export async function keepFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<void> {
  if (isWeapp) {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
    const files = Taro.getFileSystemManager();
    if (typeof content === 'string') files.writeFileSync(filePath, content, 'utf8');
    else files.writeFileSync(filePath, content.buffer);
    // Once handed over it need not lie on the phone.
    await Taro.shareFileMessage({ filePath, fileName: name }).finally(() => files.unlinkSync(filePath));
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
