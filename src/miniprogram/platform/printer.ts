import { isWeapp } from './is-weapp';

/** WeChat prints nothing. */
export const canPrint = !isWeapp;

/** Opens the browser's print dialogue on the page as it stands; what goes on paper is the style sheet's. */
export const printPage = (): void => window.print();

export type PaperSize = 'a6' | 'a4';

/** What the next print goes on; the answer takes it back. The name of a page counts on the body only: Taro lays its pages out of the flow. */
export function layPaper(size: PaperSize): () => void {
  if (isWeapp) return () => undefined;
  const name = `paper-${size}`;
  document.body.classList.add(name);
  return () => document.body.classList.remove(name);
}
