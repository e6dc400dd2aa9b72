import Taro from '@tarojs/taro';
import { database } from './database';
import { namespace } from './environment';
import { isWeapp } from './is-weapp';

export interface ChosenPdf {
  /** As its owner calls it. */
  name: string;
  /** Its name on this phone, to be sent by. */
  file: string;
}

/** Lets the person choose a PDF: from the phone, or in WeChat from a chat. Undefined when they turned back. */
export const choosePdf = (): Promise<ChosenPdf | undefined> => (isWeapp ? inWeapp() : inBrowser());

async function inWeapp(): Promise<ChosenPdf | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(
    () => undefined,
  );
  const [file] = chosen?.tempFiles ?? [];
  return file && { name: file.name, file: file.path };
}

function inBrowser(): Promise<ChosenPdf | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'application/pdf';
    input.hidden = true;
    input.dataset['pdf'] = '';
    input.onchange = () => {
      const [file] = input.files ?? [];
      input.remove();
      if (!file) return resolve(undefined);
      const name = `${namespace()}/pdf/${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
      void database.write(name, file).then(() => resolve({ name: file.name, file: name }));
    };
    input.oncancel = () => {
      resolve(undefined);
      input.remove();
    };
    document.body.append(input);
    input.click();
  });
}

/** The server has it, or it is not wanted. */
export async function removePdf(file: string): Promise<void> {
  if (!isWeapp) await database.remove(file);
}
